import { useTries } from '../apollo/tries.ts';
import { wordsFor } from '../apollo/words.ts';
import {
  useAcceptInviteMutation,
  useCreateInviteMutation,
  useRevokeInviteMutation,
} from '../generated/invites.ts';

type Refused = { reason: string };

/** For how long and for how many; null for no end. */
export type Bounds = { expiresInSeconds: number | null; maxUses: number | null };

/** What can be done with links. Each resolves to what came of it, or to the reason why nothing did, in words. */
export function useInvites() {
  // The whole link is shown once, and never kept.
  const [create] = useCreateInviteMutation({ fetchPolicy: 'no-cache' });
  const [revoke] = useRevokeInviteMutation();
  const [accept] = useAcceptInviteMutation();
  const tries = useTries();
  return {
    create: (threadId: string, bounds: Bounds): Promise<{ url: string } | Refused> =>
      orReason(async () => {
        const { data } = await tries({ threadId, ...bounds }, (input) => create({ variables: { input } }));
        const made = data?.createInvite;
        return made?.__typename === 'CreateInvitePayload' ? made.invite : made;
      }),
    revoke: (inviteId: string): Promise<object | Refused> =>
      orReason(async () => (await revoke({ variables: { input: { inviteId } } })).data?.revokeInvite),
    accept: (token: string): Promise<{ threadId: string } | Refused> =>
      orReason(async () => {
        const { data } = await tries({ token }, (input) => accept({ variables: { input } }));
        const entered = data?.acceptInvite;
        return entered?.__typename === 'AcceptInvitePayload' ? { threadId: entered.thread.id } : entered;
      }),
  };
}

async function orReason<Done extends object>(
  act: () => Promise<Done | Refused | undefined>,
): Promise<Done | Refused> {
  try {
    return (await act()) ?? { reason: wordsFor(null) };
  } catch (error) {
    return { reason: wordsFor(error) };
  }
}

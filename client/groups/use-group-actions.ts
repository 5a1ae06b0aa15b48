import { useApolloClient } from '@apollo/client/react';

import { applyChange } from '../apollo/apply-change.ts';
import { wordsFor } from '../apollo/words.ts';
import type { Role } from '../generated/graphql.ts';
import { useAddParticipantMutation } from '../generated/graphql.ts';
import {
  useLeaveGroupMutation,
  useRemoveParticipantMutation,
  useRenameGroupMutation,
  useSetParticipantRoleMutation,
} from '../generated/group-people.ts';

type Failure = { reason: string; fields?: readonly { reason: string }[] };

/** What can be done to a group. Each resolves to null, or to the reason why not, in words; the stream shows what it has changed. */
export function useGroupActions(threadId: string) {
  const { cache } = useApolloClient();
  const [rename] = useRenameGroupMutation();
  const [add] = useAddParticipantMutation();
  const [remove] = useRemoveParticipantMutation();
  const [setRole] = useSetParticipantRoleMutation();
  const [leave] = useLeaveGroupMutation();
  return {
    rename: (name: string) =>
      reasonOf(
        async () => (await rename({ variables: { input: { threadId, name } } })).data?.updateGroupName,
      ),
    add: (userId: string) =>
      reasonOf(async () => (await add({ variables: { input: { threadId, userId } } })).data?.addParticipant),
    remove: (userId: string) =>
      reasonOf(
        async () => (await remove({ variables: { input: { threadId, userId } } })).data?.removeParticipant,
      ),
    setRole: (userId: string, role: Role) =>
      reasonOf(
        async () =>
          (await setRole({ variables: { input: { threadId, userId, role } } })).data?.setParticipantRole,
      ),
    async leave() {
      const reason = await reasonOf(
        async () => (await leave({ variables: { input: { threadId } } })).data?.leaveGroup,
      );
      // Who has left waits for no stream: the row goes as the screen does.
      if (reason === null) applyChange(cache, { __typename: 'ThreadLeft', cursor: '', at: '', threadId });
      return reason;
    },
  };
}

/** Null for what was done, or why it was not, in words. */
export async function reasonOf(act: () => Promise<object | Failure | undefined>): Promise<string | null> {
  try {
    const result = await act();
    if (!result) return wordsFor(null);
    if (!('reason' in result)) return null;
    return result.fields?.[0]?.reason ?? result.reason;
  } catch (error) {
    return wordsFor(error);
  }
}

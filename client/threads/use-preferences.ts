import { useApolloClient } from '@apollo/client/react';

import { wordsFor } from '../apollo/words.ts';
import type { UpdateThreadPreferencesInput } from '../generated/graphql.ts';
import {
  MarkReadDocument,
  useMarkUnreadMutation,
  useUpdateThreadPreferencesMutation,
} from '../generated/graphql.ts';
import { toast } from '../ui/toast.tsx';

type Wanted = Omit<UpdateThreadPreferencesInput, 'threadId' | 'clientMutationId'>;

/** How one has a thread in one's own list, as verbs. What it changes comes with the answer, and by the stream on other devices. */
export function usePreferences(threadId: string) {
  const client = useApolloClient();
  const [update] = useUpdateThreadPreferencesMutation();
  const [markUnread] = useMarkUnreadMutation();
  return {
    update: (wanted: Wanted) =>
      say(
        async () =>
          (await update({ variables: { input: { threadId, ...wanted } } })).data?.updateThreadPreferences,
      ),
    markRead: (seq: number) =>
      say(
        async () =>
          (await client.mutate({ mutation: MarkReadDocument, variables: { input: { threadId, seq } } })).data
            ?.markRead,
      ),
    markUnread: (seq: number) =>
      say(async () => (await markUnread({ variables: { input: { threadId, seq } } })).data?.markUnread),
  };
}

/** A failure is told where one is. */
async function say(act: () => Promise<object | undefined>): Promise<void> {
  try {
    const result = await act();
    if (result && 'reason' in result) toast(`That didn’t work. ${String(result.reason)}`);
  } catch (error) {
    toast(`That didn’t work. ${wordsFor(error)}`);
  }
}

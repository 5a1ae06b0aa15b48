import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import {
  RepliesDocument,
  type RepliesQuery,
  useMarkRepliesReadMutation,
  useRepliesQuery,
  useSetRepliesFollowedMutation,
} from '../generated/replies.ts';
import type { OpenThread } from '../messages/conversation.tsx';
import { readUpTo } from '../messages/read-up-to.ts';
import { useReadReceipts } from '../messages/receipts/use-receipts.ts';
import { toast } from '../ui/toast.tsx';

const pageSize = 40;
/** Looking for one reply further back than this stops. */
const maxPagesAtOnce = 50;

export type Answered = Extract<NonNullable<RepliesQuery['node']>, { __typename: 'Message' }>;

/** A message and the replies to it, from the newest back, and the way to older ones. */
export function useReplies(messageId: string) {
  const client = useApolloClient();
  const variables = { messageId, last: pageSize };
  const { data, error, refetch } = useRepliesQuery({
    variables,
    // What is held may have missed something while nobody looked.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const answered = data?.node?.__typename === 'Message' ? data.node : data && null;

  const [older, setOlder] = useState<{ loading: boolean; error?: unknown }>({ loading: false });
  const underWay = useRef<Promise<boolean>>(undefined);
  const loadOlder = useCallback((): Promise<boolean> => {
    const known = client.readQuery({
      query: RepliesDocument,
      variables: { messageId, last: pageSize },
    })?.node;
    const info = known?.__typename === 'Message' ? known.replies.pageInfo : undefined;
    if (!info?.hasPreviousPage || !info.startCursor) return Promise.resolve(false);
    underWay.current ??= (async () => {
      setOlder({ loading: true });
      try {
        await client.query({
          query: RepliesDocument,
          variables: { messageId, last: pageSize, before: info.startCursor ?? null },
          fetchPolicy: 'network-only',
        });
        setOlder({ loading: false });
        return true;
      } catch (failure) {
        setOlder({ loading: false, error: failure });
        return false;
      } finally {
        underWay.current = undefined;
      }
    })();
    return underWay.current;
  }, [client, messageId]);

  /** Loads on backwards until a reply is there. */
  const loadBackTo = useCallback(
    async (id: string) => {
      const isThere = () => {
        const known = client.readQuery({
          query: RepliesDocument,
          variables: { messageId, last: pageSize },
        })?.node;
        return known?.__typename === 'Message' && known.replies.edges.some(({ node }) => node.id === id);
      };
      for (let page = 0; page < maxPagesAtOnce && !isThere(); page++) if (!(await loadOlder())) return;
    },
    [client, messageId, loadOlder],
  );
  return { answered, error, refetch, older, loadOlder, loadBackTo };
}

/** Follows the replies to a message, or no longer: shown at once. */
export function useFollow() {
  const [setFollowed] = useSetRepliesFollowedMutation();
  return async ({ id, repliesUnread, repliesMention }: Answered, followed: boolean): Promise<void> => {
    try {
      const { data } = await setFollowed({
        variables: { input: { messageId: id, followed } },
        optimisticResponse: {
          setRepliesFollowed: {
            __typename: 'SetRepliesFollowedPayload',
            message: {
              __typename: 'Message',
              id,
              repliesFollowed: followed,
              repliesUnread: followed && repliesUnread,
              repliesMention: followed && repliesMention,
            },
          },
        },
      });
      const result = data?.setRepliesFollowed;
      if (result?.__typename !== 'SetRepliesFollowedPayload')
        toast(`Couldn’t change that. ${result?.reason ?? ''}`);
    } catch (error) {
      toast(`Couldn’t change that. ${wordsFor(error)}`);
    }
  };
}

/** Says, while somebody looks, that what is there has been seen. */
export function useSeenReplies(thread: OpenThread, answered: Answered, looking: boolean): void {
  const [markRead] = useMarkRepliesReadMutation();
  const noteRead = useReadReceipts();
  const seq = answered.replies.edges.at(-1)?.node.seq ?? 0;
  const { id, repliesUnread: waits } = answered;
  useEffect(() => {
    if (!waits || !looking) return;
    // Without a connection it stays new: whoever looks again says it then.
    markRead({ variables: { input: { messageId: id, seq } } }).catch(() => {});
  }, [id, seq, waits, looking, markRead]);
  // Their authors see it by the conversation's receipts. Those pass over all that is before, so nothing there may be unread.
  const tells = looking && thread.unreadCount === 0 && seq > readUpTo(thread);
  useEffect(() => {
    if (tells) noteRead(thread.id, seq);
  }, [tells, thread.id, seq, noteRead]);
}

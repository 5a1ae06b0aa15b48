import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { ConversationDocument, useConversationQuery } from '../generated/graphql.ts';
import { untilAnswered } from '../live/until-answered.ts';
import type { Message } from './list/row.ts';

/** As many messages, with all that a row shows of them, as the API answers at once (WI26), and room for more to be shown. */
const pageSize = 40;
/** A jump that needs more pages than this stops where it is; the next one goes on from there. */
const maxPagesAtOnce = 50;

/** The messages of a thread as far as they are loaded, from some point up to the newest, and the way to older ones. */
export function useMessages(threadId: string) {
  const client = useApolloClient();
  const [variables] = useState({ threadId, last: pageSize });
  const { data, error, refetch } = useConversationQuery({ variables });

  const thread = data?.thread;
  const connection = thread?.messages;
  const messages = useMemo<readonly Message[]>(
    () => connection?.edges.map((edge) => edge.node) ?? [],
    [connection],
  );
  const hasOlder = connection?.pageInfo.hasPreviousPage ?? false;

  const [loadingOlder, setLoadingOlder] = useState(false);
  const [olderError, setOlderError] = useState<unknown>(undefined);
  const loading = useRef<Promise<boolean>>(undefined);

  /**
   * One page more, before the oldest that is there. False when there is none, or no answer.
   * Not by fetchMore: while one is under way, its query is told nothing of what else comes into the cache.
   */
  const loadPage = useCallback((): Promise<boolean> => {
    // Asked of the cache, since a page is there a moment before it is rendered.
    const run = client.readQuery({ query: ConversationDocument, variables })?.thread?.messages;
    const before = run?.pageInfo.startCursor;
    if (!before || !run.pageInfo.hasPreviousPage) return Promise.resolve(false);
    loading.current ??= (async () => {
      setLoadingOlder(true);
      setOlderError(undefined);
      try {
        await client.query({
          query: ConversationDocument,
          variables: { threadId, last: pageSize, before },
          fetchPolicy: 'network-only',
        });
        return true;
      } catch (failure) {
        setOlderError(failure);
        return false;
      } finally {
        loading.current = undefined;
        setLoadingOlder(false);
      }
    })();
    return loading.current;
  }, [client, threadId, variables]);

  const loadOlder = useCallback(() => void loadPage(), [loadPage]);

  /** Loads on backwards until the message with this seq is there. False when it did not come to that. */
  const loadBackTo = useCallback(
    async (seq: number): Promise<boolean> => {
      const isThere = () => {
        const run = client.readQuery({ query: ConversationDocument, variables })?.thread?.messages;
        return (run?.edges[0]?.node.seq ?? Infinity) <= seq;
      };
      for (let page = 0; page < maxPagesAtOnce && !isThere(); page++) {
        if (!(await loadPage())) break;
      }
      return isThere();
    },
    [client, variables, loadPage],
  );

  // Something came out of its turn and left a gap after what is loaded: the newest page closes it.
  const behind = connection?.pageInfo.hasNextPage ?? false;
  useEffect(() => {
    if (!behind) return undefined;
    return untilAnswered(() =>
      client.query({
        query: ConversationDocument,
        variables: { threadId, last: pageSize },
        fetchPolicy: 'network-only',
      }),
    );
  }, [behind, client, threadId]);

  return { thread, messages, error, refetch, hasOlder, loadOlder, loadingOlder, olderError, loadBackTo };
}

export type Loaded = ReturnType<typeof useMessages>;

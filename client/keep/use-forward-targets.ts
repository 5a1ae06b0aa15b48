import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import { ForwardTargetsDocument, useForwardTargetsQuery } from '../generated/keep.ts';
import { threadName } from '../threads/thread-name.ts';

const first = 100;

/** The conversations that one writes in, as far as they are loaded, by a part of their name. Null until there are any. */
export function useForwardTargets(search: string) {
  const client = useApolloClient();
  const { data, error } = useForwardTargetsQuery({
    variables: { first },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [failure, setFailure] = useState<string | null>(null);
  const underWay = useRef(false);
  const pageInfo = data?.threads.pageInfo;

  async function loadMore() {
    const after = pageInfo?.endCursor;
    if (underWay.current || !after) return;
    underWay.current = true;
    try {
      await client.query({
        query: ForwardTargetsDocument,
        variables: { first, after },
        fetchPolicy: 'network-only',
      });
      setFailure(null);
    } catch (cause) {
      setFailure(wordsFor(cause));
    } finally {
      underWay.current = false;
    }
  }

  const wanted = search.trim().toLocaleLowerCase();
  return {
    targets:
      data?.threads.edges
        .map(({ node }) => node)
        .filter(
          (thread) =>
            thread.viewerCan?.post &&
            [threadName(thread), thread.peer?.handle ?? ''].some((name) =>
              name.toLocaleLowerCase().includes(wanted),
            ),
        ) ?? null,
    hasMore: pageInfo?.hasNextPage ?? false,
    error: failure ?? (error && !data ? wordsFor(error) : null),
    loadMore,
  };
}

import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { ThreadFolder, ThreadRow_threadFragment } from '../generated/graphql.ts';
import { ThreadFolderDocument, useStartQuery, useThreadFolderQuery } from '../generated/graphql.ts';
import { THREADS_PAGE } from './page-size.ts';

type Rows = readonly ThreadRow_threadFragment[];

/** The viewer's list as far as it is loaded, as the archive leaves it: read from the cache that `Session` has filled. */
export function useThreads(): Rows {
  const { data } = useStartQuery({ variables: { first: THREADS_PAGE }, fetchPolicy: 'cache-first' });
  return data?.threads.edges.map(({ node }) => node) ?? [];
}

/**
 * A part of the list. Null until it is there, `error` in words where it did not come; `loadMore` asks for the next page, and trying again
 * is calling it again.
 */
export function useFolder(folder: ThreadFolder, openId: string | undefined) {
  const client = useApolloClient();
  const inbox = useStartQuery({ variables: { first: THREADS_PAGE }, fetchPolicy: 'cache-first' }).data
    ?.threads;
  const asked = useThreadFolderQuery({
    variables: { folder, first: THREADS_PAGE },
    skip: folder === 'INBOX',
    fetchPolicy: 'cache-first',
  });
  const [failure, setFailure] = useState<string | null>(null);
  const underWay = useRef(false);
  const page = folder === 'INBOX' ? inbox : asked.data?.threads;
  const pageInfo = page?.pageInfo;
  const hasMore = pageInfo?.hasNextPage ?? asked.error !== undefined;

  async function loadMore() {
    if (underWay.current || !hasMore) return;
    underWay.current = true;
    try {
      const after = pageInfo?.endCursor ?? null;
      await client.query({
        query: ThreadFolderDocument,
        variables: { folder, first: THREADS_PAGE, after },
        fetchPolicy: 'network-only',
      });
      setFailure(null);
    } catch (cause) {
      setFailure(wordsFor(cause));
    } finally {
      underWay.current = false;
    }
  }

  const threads = page?.edges.map(({ node }) => node) ?? null;
  const all = inbox?.edges.map(({ node }) => node) ?? [];
  return {
    threads: threads && folder === 'UNREAD' ? withOpen(threads, all, openId) : threads,
    hasMore,
    error: failure ?? (asked.error && !page ? wordsFor(asked.error) : null),
    loadMore,
  };
}

/** What one has just opened stays among the unread for as long as one is there, in its place. */
function withOpen(threads: Rows, all: Rows, openId: string | undefined): Rows {
  const listed = new Set(threads.map(({ id }) => id));
  return all.some(({ id }) => id === openId) && !listed.has(openId ?? '')
    ? all.filter(({ id }) => id === openId || listed.has(id))
    : threads;
}

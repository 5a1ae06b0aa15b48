import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import type { Hit } from './use-search.ts';

const first = 30;

interface Gathered {
  readonly edges: readonly { readonly node: Hit['node'] }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Messages of all conversations that have something in common, page after page. Null until they are there.
 * @param returning shows what was there when one left, where it still is
 */
export function useGathered<Data>(
  query: TypedDocumentNode<Data, { first: number; after?: string | null }>,
  pick: (data: Data) => Gathered,
  returning: boolean,
) {
  const client = useApolloClient();
  const [policy] = useState(returning ? 'cache-first' : 'network-only');
  const { data, previousData, error, refetch } = useQuery(query as TypedDocumentNode<Data>, {
    variables: { first },
    fetchPolicy: policy as 'cache-first' | 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [failure, setFailure] = useState<string | null>(null);
  const underWay = useRef(false);
  const shown = data ?? previousData;
  const found = shown && pick(shown);

  /** Where what is held ends; it may have begun anew. */
  function end() {
    const held = client.readQuery({ query, variables: { first } });
    return held && pick(held).pageInfo.endCursor;
  }

  async function loadMore() {
    if (underWay.current) return;
    underWay.current = true;
    try {
      for (let after = end(); after;) {
        const variables = { first, after };
        const { data: page } = await client.query({ query, variables, fetchPolicy: 'no-cache' });
        const now = end();
        // A page that follows on nothing that is still there would leave a hole.
        if (now === after) {
          if (page) client.writeQuery({ query, variables, data: page });
          break;
        }
        after = now;
      }
      setFailure(null);
    } catch (cause) {
      setFailure(wordsFor(cause));
    } finally {
      underWay.current = false;
    }
  }

  return {
    edges: found?.edges ?? null,
    end: found?.pageInfo.endCursor ?? null,
    hasMore: found?.pageInfo.hasNextPage ?? false,
    error: failure ?? (error ? wordsFor(error) : null),
    again: () => void refetch().catch(() => {}),
    loadMore,
  };
}

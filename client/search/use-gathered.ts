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

  async function loadMore() {
    const after = found?.pageInfo.endCursor;
    if (underWay.current || !after) return;
    underWay.current = true;
    try {
      await client.query({
        query,
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

  return {
    edges: found?.edges ?? null,
    hasMore: found?.pageInfo.hasNextPage ?? false,
    error: failure ?? (error ? wordsFor(error) : null),
    again: () => void refetch().catch(() => {}),
    loadMore,
  };
}

import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';

import { wordsFor } from '../apollo/words.ts';
import {
  SearchDocument,
  type SearchQuery,
  type SearchQueryVariables,
  useSearchQuery,
} from '../generated/search.ts';

export type Hit = SearchQuery['searchMessages']['edges'][number];

const pageSize = 30;

/**
 * What is found, as far as it is loaded. Null until the first page is there.
 * @param known what was found before is shown as it was, for who comes back to it
 */
export function useSearch(query: string, order: SearchQueryVariables['order'], known: boolean) {
  const client = useApolloClient();
  const variables = { query, order, first: pageSize };
  const { data, error, refetch } = useSearchQuery({
    variables,
    skip: query === '',
    fetchPolicy: known ? 'cache-first' : 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const name = JSON.stringify([query, order]);
  const [failure, setFailure] = useState<{ name: string; words: string } | null>(null);
  const underWay = useRef(false);
  const found = query === '' ? undefined : data?.searchMessages;

  async function loadMore() {
    const after = found?.pageInfo.endCursor;
    if (underWay.current || !after) return;
    underWay.current = true;
    try {
      await client.query({
        query: SearchDocument,
        variables: { ...variables, after },
        fetchPolicy: 'network-only',
      });
      setFailure(null);
    } catch (cause) {
      setFailure({ name, words: wordsFor(cause) });
    } finally {
      underWay.current = false;
    }
  }

  return {
    hits: found?.edges ?? null,
    /** What is wrong with the query, or with the way there. */
    refused: error ? refusalOf(error) : null,
    error: error && !refusalOf(error) ? wordsFor(error) : null,
    again: () => void refetch().catch(() => {}),
    more: {
      hasMore: found?.pageInfo.hasNextPage ?? false,
      error: failure?.name === name ? failure.words : null,
      loadMore,
    },
  };
}

/** The reason why a query cannot be meant, in the API's own words. */
function refusalOf(error: unknown): string | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const { code, fields } = (error.errors[0]?.extensions ?? {}) as {
    code?: string;
    fields?: { path: string; reason: string }[];
  };
  return code === 'BAD_INPUT' ? (fields?.find(({ path }) => path === 'query')?.reason ?? null) : null;
}

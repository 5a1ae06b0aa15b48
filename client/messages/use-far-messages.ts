import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { threadPlace, useNavigate } from '../app/places.ts';
import {
  FarMessagesDocument,
  type FarMessagesQueryVariables,
  useFarMessagesQuery,
} from '../generated/graphql.ts';
import { isInConversation, type Message } from './list/row.ts';

const pageSize = 40;

/** A stay in another part of the thread than its end: where it began, and which one it is, since one may come to a place twice. */
interface Visit {
  readonly id: string;
  readonly number: number;
}

/**
 * The messages around one that stands far from what is loaded, and the way on from there in both directions. However far back it is,
 * one request brings them: nothing in between is loaded.
 */
export function useFarMessages(threadId: string) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [visit, setVisit] = useState<Visit | null>(null);
  const [seeking, setSeeking] = useState(false);
  const latest = useRef(0);
  const { data } = useFarMessagesQuery({
    variables: { threadId },
    fetchPolicy: 'cache-only',
    skip: visit === null,
  });
  const run = data?.thread?.far;
  const messages = useMemo<readonly Message[]>(() => run?.edges.map(({ node }) => node) ?? [], [run]);

  const ask = useCallback(
    async (variables: Omit<FarMessagesQueryVariables, 'threadId'>) => {
      const { data: page } = await client.query({
        query: FarMessagesDocument,
        variables: { threadId, ...variables },
        fetchPolicy: 'network-only',
      });
      return page?.thread?.far.edges ?? [];
    },
    [client, threadId],
  );

  /** Goes there. False when it is not there, or not for the viewer: what the server does not tell apart. */
  const open = useCallback(
    async (id: string): Promise<boolean> => {
      const number = (latest.current += 1);
      setSeeking(true);
      try {
        const node = (await ask({ around: id, first: pageSize })).find((edge) => edge.node.id === id)?.node;
        // Somebody may have gone elsewhere meanwhile.
        if (node === undefined || number !== latest.current) return node !== undefined;
        if (isInConversation(node) || node.replyTo === null) setVisit({ id, number });
        // It stands with the replies to what it answers: there it is shown, and Back does not come here again.
        else
          navigate(threadPlace(threadId, { replies: node.replyTo.id, reply: id }), {
            replace: new URLSearchParams(location.search).has('m'),
          });
        return true;
      } finally {
        if (number === latest.current) setSeeking(false);
      }
    },
    [ask, navigate, threadId],
  );
  const leave = useCallback(() => setVisit(null), []);

  const older = useEdge(run?.pageInfo.hasPreviousPage ?? false, () =>
    ask({ last: pageSize, before: run?.pageInfo.startCursor ?? null }),
  );
  const newer = useEdge(run?.pageInfo.hasNextPage ?? false, () =>
    // A message that came live has no cursor of the server's: the page around it goes on from there.
    run?.pageInfo.endCursor
      ? ask({ first: pageSize, after: run.pageInfo.endCursor })
      : ask({ around: messages.at(-1)?.id ?? null, first: pageSize }),
  );
  return { visit: visit && messages.length > 0 ? visit : null, seeking, messages, older, newer, open, leave };
}

export type FarMessages = ReturnType<typeof useFarMessages>;

/** One end of what is loaded, where there may be more. */
function useEdge(hasMore: boolean, ask: () => Promise<unknown>) {
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const underWay = useRef(false);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  const load = useCallback(() => {
    if (underWay.current) return;
    underWay.current = true;
    setLoading(true);
    setError(undefined);
    void latest
      .current()
      .catch(setError)
      .finally(() => {
        underWay.current = false;
        setLoading(false);
      });
  }, []);
  return { hasMore, loading, error, load };
}

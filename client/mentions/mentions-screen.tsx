import { useApolloClient } from '@apollo/client/react';
import { ArrowLeft, AtSign } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { homePlace, useNavigate } from '../app/places.ts';
import { wordsFor } from '../apollo/words.ts';
import { MentionsDocument, useMentionsQuery } from '../generated/search.ts';
import { HitRow } from '../search/hit-row.tsx';
import { Edge } from '../threads/list-edge.tsx';
import { useRovingFocus } from '../threads/use-roving-focus.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

const pageSize = 30;

/** Where one left the list when one opened a message: for as long as the page lives. */
let left: { id: string; scrollTop: number } | undefined;

/** Everything that mentions one, in all conversations, newest first. */
export function MentionsScreen() {
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { edges, error, again, ...more } = useMentions();
  const roving = useRovingFocus(edges?.map(({ node }) => node.id) ?? [], undefined);
  const there = edges !== null;
  useEffect(() => {
    if (!there) return;
    if (left && list.current) {
      list.current.scrollTop = left.scrollTop;
      list.current
        .querySelector<HTMLElement>(`[data-roving="${CSS.escape(left.id)}"]`)
        ?.focus({ preventScroll: true });
      left = undefined;
    } else heading.current?.focus();
  }, [there]);
  return (
    <section aria-label="Mentions" className="flex min-w-0 flex-1 flex-col">
      <header className="flex min-h-16 items-center gap-3 px-2 pt-[env(safe-area-inset-top)] tablet:px-4">
        <IconButton
          icon={ArrowLeft}
          label="Back to conversations"
          className="desktop:hidden rtl:-scale-x-100"
          onClick={() => navigate(homePlace)}
        />
        <h2
          ref={heading}
          tabIndex={-1}
          className="ps-2 text-title font-semibold outline-none max-desktop:ps-0"
        >
          Mentions
        </h2>
      </header>
      {error !== null && edges === null ? (
        <EmptyState
          icon={AtSign}
          title="Your mentions didn’t load"
          action={
            <Button variant="primary" onClick={again}>
              Try again
            </Button>
          }
        >
          {error}
        </EmptyState>
      ) : edges === null ? (
        <div className="px-2">
          <SkeletonRows count={6} />
        </div>
      ) : edges.length === 0 ? (
        <EmptyState icon={AtSign} title="Nobody has mentioned you yet">
          Where somebody writes @ and your handle, it stands here.
        </EmptyState>
      ) : (
        <ul
          ref={list}
          aria-label="Messages that mention you"
          className="min-h-0 flex-1 overflow-y-auto px-2 pb-[max(1rem,env(safe-area-inset-bottom))] tablet:px-4"
          {...roving.list}
        >
          {edges.map(({ node }) => (
            <HitRow
              key={node.id}
              hit={{ node, matches: [] }}
              reachable={node.id === roving.reachable}
              onOpen={() => {
                left = { id: node.id, scrollTop: list.current?.scrollTop ?? 0 };
              }}
            />
          ))}
          <Edge hasMore={more.hasMore} error={error} loadMore={more.loadMore} />
        </ul>
      )}
    </section>
  );
}

function useMentions() {
  const client = useApolloClient();
  const [returning] = useState(left !== undefined);
  const { data, error, refetch } = useMentionsQuery({
    variables: { first: pageSize },
    fetchPolicy: returning ? 'cache-first' : 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const [failure, setFailure] = useState<string | null>(null);
  const underWay = useRef(false);
  const found = data?.mentions;

  async function loadMore() {
    const after = found?.pageInfo.endCursor;
    if (underWay.current || !after) return;
    underWay.current = true;
    try {
      await client.query({
        query: MentionsDocument,
        variables: { first: pageSize, after },
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

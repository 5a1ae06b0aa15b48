import { SearchX } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';

import { Edge } from '../threads/list-edge.tsx';
import { useRovingFocus } from '../threads/use-roving-focus.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { HitRow } from './hit-row.tsx';
import { leaveSearch, leftIn } from './left.ts';
import type { useSearch } from './use-search.ts';

interface Props {
  readonly search: string;
  readonly found: ReturnType<typeof useSearch>;
  readonly list: RefObject<HTMLUListElement | null>;
  /** ArrowUp from the first. */
  readonly onUp: () => void;
}

/** What was found, page after page. It opens where one left it. */
export function Hits({ search, found, list, onUp }: Props) {
  const hits = found.hits ?? [];
  const roving = useRovingFocus(
    hits.map(({ node }) => node.id),
    undefined,
  );
  const came = useRef(false);
  const there = found.hits !== null;
  useLayoutEffect(() => {
    if (came.current || !there) return;
    came.current = true;
    const left = leftIn(search);
    if (!left || !list.current) return;
    list.current.scrollTop = left.scrollTop;
    hitIn(list.current, left.hitId)?.focus({ preventScroll: true });
  }, [there, search, list]);

  if (found.refused !== null) {
    return (
      <p role="status" className="p-6 text-center text-muted">
        {found.refused}
      </p>
    );
  }
  if (found.error !== null) {
    return (
      <EmptyState
        icon={SearchX}
        title="The search didn’t work"
        action={
          <Button variant="primary" onClick={found.again}>
            Try again
          </Button>
        }
      >
        {found.error}
      </EmptyState>
    );
  }
  if (!there) {
    return (
      <div className="px-2" role="status" aria-label="Searching">
        <SkeletonRows count={6} />
      </div>
    );
  }
  if (hits.length === 0) {
    return (
      <EmptyState icon={SearchX} title="Nothing found">
        Try fewer or other words. A part of a word is enough, from three letters on.
      </EmptyState>
    );
  }
  return (
    <ul
      ref={list}
      aria-label="Messages found"
      className="min-h-0 flex-1 overflow-y-auto px-2 pb-[max(1rem,env(safe-area-inset-bottom))] tablet:px-4"
      onFocus={roving.list.onFocus}
      onKeyDown={(event: KeyboardEvent<HTMLUListElement>) => {
        const first = event.currentTarget.querySelector('[data-roving]');
        if (event.key === 'ArrowUp' && first?.contains(document.activeElement)) {
          event.preventDefault();
          onUp();
        } else roving.list.onKeyDown(event);
      }}
    >
      {hits.map((hit) => (
        <HitRow
          key={hit.node.id}
          hit={hit}
          reachable={hit.node.id === roving.reachable}
          onOpen={() => leaveSearch({ search, hitId: hit.node.id, scrollTop: list.current?.scrollTop ?? 0 })}
        />
      ))}
      <Edge {...found.more} />
    </ul>
  );
}

const hitIn = (list: HTMLElement, id: string) =>
  list.querySelector<HTMLElement>(`[data-roving="${CSS.escape(id)}"]`);

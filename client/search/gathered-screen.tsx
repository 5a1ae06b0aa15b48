import { ArrowLeft, type LucideIcon } from 'lucide-react';
import { type ComponentType, useEffect, useRef, useState } from 'react';

import { homePlace, useNavigate } from '../app/places.ts';
import { Edge } from '../threads/list-edge.tsx';
import { useRovingFocus } from '../threads/use-roving-focus.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import type { Store } from '../ui/store.ts';
import { HitRow } from './hit-row.tsx';
import { useGathered } from './use-gathered.ts';

/** Where one left the list when one opened a message. */
export interface Left {
  readonly id: string;
  readonly scrollTop: number;
}

interface Props<Data> {
  readonly title: string;
  /** What is in the list, for who does not see the title beside it. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly query: Parameters<typeof useGathered<Data>>[0];
  readonly pick: Parameters<typeof useGathered<Data>>[1];
  readonly left: Store<Left | undefined>;
  readonly failed: string;
  readonly empty: { readonly title: string; readonly text: string };
  /** What can be done with each. */
  readonly Beside?: ComponentType<{ readonly messageId: string }>;
}

/** Messages of all conversations that have something in common, each a way to where it stands. */
export function GatheredScreen<Data>(props: Props<Data>) {
  const { title, label, icon, left, failed, empty, Beside } = props;
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [returning] = useState(() => left.get() !== undefined);
  const { edges, error, again, ...more } = useGathered(props.query, props.pick, returning);
  const roving = useRovingFocus(edges?.map(({ node }) => node.id) ?? [], undefined);
  const there = edges !== null;
  useEffect(() => {
    if (!there) return;
    const place = left.get();
    left.set(undefined);
    if (place && list.current) list.current.scrollTop = place.scrollTop;
    const row = place && list.current?.querySelector<HTMLElement>(`[data-roving="${CSS.escape(place.id)}"]`);
    (row ?? heading.current)?.focus({ preventScroll: true });
  }, [there, left]);
  // The row that had the focus may be gone.
  const focused = useRef<Element>(null);
  useEffect(() => {
    if (focused.current?.isConnected === false && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [edges]);
  return (
    <section aria-label={title} className="flex min-w-0 flex-1 flex-col">
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
          {title}
        </h2>
      </header>
      {error !== null && edges === null ? (
        <EmptyState
          icon={icon}
          title={failed}
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
      ) : edges.length === 0 && !more.hasMore ? (
        <EmptyState icon={icon} title={empty.title}>
          {empty.text}
        </EmptyState>
      ) : (
        <ul
          ref={list}
          aria-label={label}
          className="min-h-0 flex-1 overflow-y-auto px-2 pb-[max(1rem,env(safe-area-inset-bottom))] tablet:px-4"
          {...roving.list}
          onFocusCapture={({ target }) => {
            focused.current = target;
          }}
        >
          {edges.map(({ node }) => (
            <HitRow
              key={node.id}
              hit={{ node, matches: [], attachmentMatches: [] }}
              reachable={node.id === roving.reachable}
              onOpen={() => left.set({ id: node.id, scrollTop: list.current?.scrollTop ?? 0 })}
              beside={Beside && <Beside messageId={node.id} />}
            />
          ))}
          <Edge key={more.end} hasMore={more.hasMore} error={error} loadMore={more.loadMore} />
        </ul>
      )}
    </section>
  );
}

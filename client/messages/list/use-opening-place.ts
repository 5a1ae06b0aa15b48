import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

import { keepPlace, placeOf, type Place } from './places.ts';
import type { Row } from './row.ts';

interface Options {
  readonly threadId: string;
  readonly rows: readonly Row[];
  readonly openAt: string | undefined;
  readonly firstUnreadId: string | undefined;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly stuckNow: RefObject<boolean>;
  readonly setStuck: (stuck: boolean) => void;
  /** Set once the list stands where it opens. */
  readonly opened: RefObject<boolean>;
  readonly onOpened: () => void;
}

/**
 * Where a conversation opens: at the message that was asked for, else at the first unread, else where the reader left it, else at its end.
 * @returns what notes the place that the reader has come to
 */
export function useOpeningPlace(options: Options): () => void {
  const {
    threadId,
    rows,
    openAt,
    firstUnreadId,
    virtualizer,
    scroller,
    stuckNow,
    setStuck,
    opened,
    onOpened,
  } = options;

  useLayoutEffect(() => {
    if (opened.current || rows.length === 0) return undefined;
    const indexOf = (id: string | undefined) => rows.findIndex((row) => row.message.id === id);
    const sought = indexOf(openAt);
    const unread = sought >= 0 ? -1 : indexOf(firstUnreadId);
    const left = placeOf(threadId);
    const kept = sought >= 0 || unread >= 0 ? -1 : indexOf(left?.id);
    const toKept = () =>
      virtualizer.scrollToOffset((virtualizer.measurementsCache[kept]?.start ?? 0) + (left?.offset ?? 0));
    const toSought = () => virtualizer.scrollToIndex(sought, { align: 'center' });
    setStuck(sought < 0 && unread < 0 && kept < 0);
    if (sought >= 0) toSought();
    else if (unread >= 0) virtualizer.scrollToIndex(unread, { align: 'start' });
    else if (kept >= 0) toKept();
    else virtualizer.scrollToEnd();
    // Rows take their real heights within two frames; only then is it known where they are, and whether this is the end.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (sought >= 0) toSought();
        if (kept >= 0) toKept();
        opened.current = true;
        onOpened();
      });
    });
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when there are rows
  }, [rows.length > 0]);

  // Written down while one scrolls: once the list goes, it no longer knows.
  const place = useRef<Place>(undefined);
  const notePlace = () => {
    const offset = scroller.current?.scrollTop ?? 0;
    const item = virtualizer.getVirtualItemForOffset(offset);
    place.current = item && { id: String(item.key), offset: offset - item.start };
  };
  useEffect(
    () => () => {
      if (opened.current) keepPlace(threadId, stuckNow.current ? undefined : place.current);
    },
    [threadId, stuckNow, opened],
  );
  return notePlace;
}

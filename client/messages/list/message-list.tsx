import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';

import { cx } from '../../ui/cx.ts';
import { formatDay } from '../../ui/format.ts';
import { estimateHeight } from './estimate.ts';
import { Floating } from './floating.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { MessageRow } from './message-row.tsx';
import type { Row } from './row.ts';
import { deliveryOfRow } from './ticks.ts';
import type { MessageActions } from './toolbar.tsx';
import { useOpeningPlace } from './use-opening-place.ts';
import { useRowFocus } from './use-row-focus.ts';
import { atEndWithinPx, useStick } from './use-stick.ts';

/** Older messages are asked for while this many rows still lie above what is seen. */
const loadAheadRows = 25;
const litForMs = 2_000;

export interface MessageListHandle {
  /** Shows the end, and stays there. */
  scrollToEnd(): void;
  /** Puts a row in the middle and lights it up. False when it is not loaded. */
  show(id: string): boolean;
}

interface Props {
  readonly threadId: string;
  readonly rows: readonly Row[];
  readonly viewerId: string;
  readonly thread: { readonly deliveredSeq: number; readonly readSeq: number };
  /** The reader is brought here at first; without it, to where they were, or to the end. */
  readonly firstUnreadId: string | undefined;
  /** Before all that: to the message with this id, lit up, or to the end. */
  readonly openAt: string | undefined;
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** The last try failed: the next one is the reader's to make. */
  readonly olderFailed: boolean;
  /** Older messages are being fetched because somebody waits for one of them. */
  readonly seeking: boolean;
  readonly onLoadOlder: () => void;
  /** The thread goes on below what is loaded: these rows do not end at its end. */
  readonly hasNewer: boolean;
  readonly loadingNewer: boolean;
  readonly newerFailed: boolean;
  readonly onLoadNewer: () => void;
  /** Leaves this part of the thread for its end. */
  readonly onLatest: () => void;
  /** Above the oldest message: the beginning, or why there is no more. */
  readonly top: ReactNode;
  /** Below the lowest: why there is no more yet. */
  readonly bottom: ReactNode;
  readonly canWrite: boolean;
  readonly canReact: boolean;
  readonly canModerate: boolean;
  /** For how many seconds after they were sent messages can be changed; null for as long as one likes. */
  readonly editWindow: number | null;
  readonly actions: MessageActions;
  /** The highest seq that is on screen. */
  readonly onSeen: (seq: number) => void;
  readonly seenSeq: number;
  /** Esc in the list. */
  readonly onLeave: () => void;
  readonly ref: Ref<MessageListHandle>;
}

/** The conversation as a feed: only the rows near what is seen are in the page. */
export function MessageList(props: Props) {
  const {
    threadId,
    rows,
    viewerId,
    thread,
    hasOlder,
    loadingOlder,
    olderFailed,
    onLoadOlder,
    hasNewer,
    loadingNewer,
    newerFailed,
    onLoadNewer,
    onSeen,
    seenSeq,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { stuck, stuckNow, setStuck, afterScroll } = useStick(scroller, hasNewer);
  const [litId, setLitId] = useState<string | undefined>(undefined);
  const rowFocus = useRowFocus({ scroller, rows, onLeave: props.onLeave });
  const { activeIndex, focused } = rowFocus;

  const keyOf = useCallback((index: number) => rows[index]?.message.id ?? index, [rows]);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by React Compiler
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(rows[index]),
    getItemKey: keyOf,
    // The row that has the focus stays in the page wherever one scrolls: the focus would be lost with it.
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (activeIndex < 0 || !focused || indexes.includes(activeIndex)) return indexes;
      return [...indexes, activeIndex].toSorted((a, b) => a - b);
    },
    anchorTo: 'end',
    followOnAppend: stuck,
    scrollEndThreshold: atEndWithinPx,
    scrollPaddingStart: 56,
    paddingStart: 8,
    paddingEnd: 12,
    overscan: 8,
  });
  // What changes its height above what is seen moves nothing that is, whichever way one scrolls: the oldest row, say, which begins its
  // day no longer once those in front of it are there. A row that is measured for the first time took up what was guessed.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ key, start, end }, _delta, list) =>
    (list.itemSizeCache.has(key) ? end : start + 1) <= (list.scrollOffset ?? 0);
  const items = virtualizer.getVirtualItems();

  const opened = useRef(false);
  const noteSeen = useCallback(() => {
    const element = scroller.current;
    if (element === null || !opened.current || document.visibilityState !== 'visible') return;
    const bottom = element.scrollTop + element.clientHeight;
    const lowest = virtualizer.getVirtualItems().findLast(({ index, start, end }) => {
      // Seen is what is whole, or tall and well inside.
      const seen = end <= bottom + 8 || start + 160 <= bottom;
      return seen && rows[index]?.waiting === undefined;
    });
    const row = lowest && rows[lowest.index];
    if (row) onSeen(row.message.seq);
  }, [virtualizer, rows, onSeen]);

  const lightUp = (id: string) => {
    rowFocus.focus(id);
    setLitId(id);
    setTimeout(() => setLitId((lit) => (lit === id ? undefined : lit)), litForMs);
  };

  const notePlace = useOpeningPlace({
    opened,
    threadId,
    rows,
    openAt: props.openAt,
    firstUnreadId: props.firstUnreadId,
    virtualizer,
    scroller,
    stuckNow,
    setStuck,
    onOpened: () => {
      if (props.openAt !== undefined) lightUp(props.openAt);
      afterScroll();
      noteSeen();
    },
  });

  // Whoever is at the end stays there, whatever comes or grows.
  useLayoutEffect(() => {
    if (opened.current && stuckNow.current) virtualizer.scrollToEnd();
    noteSeen();
  }, [rows, virtualizer, stuckNow, noteSeen]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (stuckNow.current) virtualizer.scrollToEnd();
      noteSeen();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', noteSeen);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', noteSeen);
    };
  }, [virtualizer, stuckNow, noteSeen]);

  const firstIndex = items[0]?.index ?? 0;
  useEffect(() => {
    if (opened.current && hasOlder && !loadingOlder && !olderFailed && firstIndex < loadAheadRows)
      onLoadOlder();
  }, [firstIndex, hasOlder, loadingOlder, olderFailed, onLoadOlder, rows.length]);

  const lastIndex = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (
      opened.current &&
      hasNewer &&
      !loadingNewer &&
      !newerFailed &&
      lastIndex > rows.length - loadAheadRows
    )
      onLoadNewer();
  }, [lastIndex, hasNewer, loadingNewer, newerFailed, onLoadNewer, rows.length]);

  const toEnd = () => {
    setStuck(true);
    virtualizer.scrollToEnd();
  };

  useImperativeHandle(props.ref, () => ({
    scrollToEnd: toEnd,
    show: (id) => {
      const index = rows.findIndex((row) => row.message.id === id);
      if (index < 0) return false;
      setStuck(false);
      virtualizer.scrollToIndex(index, { align: 'center' });
      lightUp(id);
      return true;
    },
  }));

  const last = rows.at(-1)?.message.seq ?? 0;
  // Tab comes to the row it was on, or else to the lowest one in sight.
  const activeIsThere = items.some(({ index }) => index === activeIndex);
  const reachableIndex = activeIsThere ? activeIndex : (virtualizer.range?.endIndex ?? rows.length - 1);
  const newBelow = useMemo(
    () =>
      rows.filter(
        ({ message, waiting }) =>
          waiting === undefined && message.seq > seenSeq && message.author?.id !== viewerId,
      ).length,
    [rows, seenSeq, viewerId],
  );
  const topRow = virtualizer.isScrolling ? rows[virtualizer.range?.startIndex ?? -1] : undefined;

  return (
    <div className="relative min-h-0 flex-1">
      {props.seeking || (loadingOlder && firstIndex === 0) ? (
        <Floating>Loading earlier messages…</Floating>
      ) : (
        topRow && <Floating>{formatDay(topRow.message.createdAt)}</Floating>
      )}
      <div
        ref={scroller}
        onScroll={() => {
          afterScroll();
          noteSeen();
          notePlace();
        }}
        className="flex h-full flex-col overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        {/* A short conversation stands at the bottom, beside the composer. */}
        <div className="flex-1" />
        <div
          role="feed"
          aria-label="Messages"
          aria-busy={loadingOlder || loadingNewer}
          onKeyDown={(event) => {
            const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
            rowFocus.onKeyDown(event, Math.max(1, endIndex - startIndex - 1), (index) =>
              virtualizer.scrollToIndex(index, { align: 'auto' }),
            );
          }}
          onFocus={rowFocus.onFocus}
          onBlur={rowFocus.onBlur}
          className="relative w-full shrink-0"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            const own = row.message.author?.id === viewerId;
            return (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                {index === 0 && !hasOlder && props.top}
                <MessageRow
                  row={row}
                  own={own}
                  viewerId={viewerId}
                  delivery={own ? deliveryOfRow(row, thread) : undefined}
                  position={row.message.seq}
                  setSize={last}
                  reachable={index === reachableIndex}
                  active={focused && index === activeIndex}
                  lit={row.message.id === litId}
                  canWrite={props.canWrite}
                  canReact={props.canReact}
                  canModerate={props.canModerate}
                  editWindow={props.editWindow}
                  actions={props.actions}
                  onActivate={rowFocus.setActiveId}
                />
              </div>
            );
          })}
        </div>
      </div>
      {hasOlder && props.top && firstIndex === 0 && (
        <div className="absolute inset-x-0 top-0">{props.top}</div>
      )}
      {props.bottom && <div className="absolute inset-x-0 bottom-0 z-1">{props.bottom}</div>}
      <div
        className={cx('absolute end-4 bottom-3 transition-opacity', stuck && 'pointer-events-none opacity-0')}
      >
        <JumpToLatest hidden={stuck} count={newBelow} onJump={hasNewer ? props.onLatest : toEnd} />
      </div>
    </div>
  );
}

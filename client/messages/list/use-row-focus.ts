import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';

import type { Row } from './row.ts';

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly Row[];
  /** Esc, or ArrowDown from the last row. */
  readonly onLeave: () => void;
}

/** The list is one stop for Tab; arrow keys walk its rows, also to those that are not in the page yet. */
export function useRowFocus({ scroller, rows, onLeave }: Options) {
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const [focused, setFocused] = useState(false);
  const wanted = useRef<string | undefined>(undefined);
  const activeIndex = activeId === undefined ? -1 : rows.findIndex((row) => row.message.id === activeId);

  // A row that was to have the focus is in the page now, and takes it before another key can come: that would go nowhere.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const selector = `[data-message="${CSS.escape(wanted.current)}"]`;
    const element = scroller.current?.querySelector<HTMLElement>(selector);
    if (!element) return;
    wanted.current = undefined;
    element.focus({ preventScroll: true });
  });

  /** Gives a row the focus as soon as it is in the page. */
  const focus = useCallback((id: string) => {
    wanted.current = id;
    setActiveId(id);
    setFocused(true);
  }, []);

  /** What a key asks for: a row's index, or undefined when the key is not for the list. */
  const targetOf = (event: KeyboardEvent, pageRows: number): number | undefined => {
    if (activeIndex < 0 || event.altKey || event.ctrlKey || event.metaKey) return undefined;
    const targets: Record<string, number> = {
      ArrowUp: activeIndex - 1,
      ArrowDown: activeIndex + 1,
      PageUp: activeIndex - pageRows,
      PageDown: activeIndex + pageRows,
      Home: 0,
      End: rows.length - 1,
    };
    return targets[event.key];
  };

  const onKeyDown = (event: KeyboardEvent, pageRows: number, scrollTo: (index: number) => void) => {
    // What floats over the list, such as a dialog that a row opened, has keys of its own.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return;
    const target = event.key === 'Escape' ? rows.length : targetOf(event, pageRows);
    if (target === undefined) return;
    event.preventDefault();
    const row = rows[Math.max(target, 0)];
    if (row === undefined) {
      onLeave();
      return;
    }
    focus(row.message.id);
    scrollTo(Math.max(target, 0));
  };

  const onFocus = () => setFocused(true);
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };
  return { activeIndex, focused, setActiveId, focus, onKeyDown, onFocus, onBlur };
}

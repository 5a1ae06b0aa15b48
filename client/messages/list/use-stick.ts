import { useCallback, useRef, useState, type RefObject } from 'react';

/** Closer to the end than this, a reader is at the end. */
export const atEndWithinPx = 48;

/**
 * Whether the reader is at the end, and so wants to stay there. Only their own scrolling away ends it: a row that grows or
 * a composer that gets taller moves the end, not the reader.
 */
export function useStick(scroller: RefObject<HTMLElement | null>, hasNewer: boolean) {
  const [stuck, setStuck] = useState(!hasNewer);
  const stuckNow = useRef(!hasNewer);
  const lastTop = useRef(0);

  const set = useCallback((next: boolean) => {
    stuckNow.current = next;
    setStuck(next);
  }, []);

  const afterScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const fromEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    // Where more is to come below, this is not the end.
    if (fromEnd <= atEndWithinPx && !hasNewer) set(true);
    else if (element.scrollTop < lastTop.current - 1) set(false);
    lastTop.current = element.scrollTop;
  }, [scroller, hasNewer, set]);

  return { stuck, stuckNow, setStuck: set, afterScroll };
}

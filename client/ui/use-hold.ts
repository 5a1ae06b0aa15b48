import type { MouseEvent, PointerEvent } from 'react';
import { useEffect, useRef } from 'react';

/** As long as phones take to tell holding from tapping. */
const HOLD_MS = 500;

/** Where there is no pointer that rests: a finger that stays on something asks about it, and the click that follows is none. */
export function useHold() {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  const clear = () => clearTimeout(timer.current);
  useEffect(() => clear, []);
  return {
    handlers: (onHold: () => void) => ({
      onPointerDown({ pointerType }: PointerEvent) {
        clear();
        held.current = false;
        if (pointerType === 'mouse') return;
        timer.current = setTimeout(() => {
          held.current = true;
          onHold();
        }, HOLD_MS);
      },
      onPointerUp: clear,
      onPointerCancel: clear,
      onPointerLeave: clear,
      // The browser's own answer to holding.
      onContextMenu(event: MouseEvent) {
        if (held.current) event.preventDefault();
      },
    }),
    /** Whether a click is the end of holding. */
    endsHold(): boolean {
      const ends = held.current;
      held.current = false;
      return ends;
    },
  };
}

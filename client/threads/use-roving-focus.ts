import type { FocusEvent, KeyboardEvent } from 'react';
import { useState } from 'react';

/**
 * One item of a list takes part in the Tab order: the one last focused, else the current one, else the first. Items carry `data-roving`
 * with their id.
 */
export function useRovingFocus(ids: readonly string[], current: string | undefined) {
  const [focused, setFocused] = useState<string | null>(null);
  const reachable = [focused, current].find((id) => id != null && ids.includes(id)) ?? ids[0];
  return {
    reachable,
    list: {
      onFocus(event: FocusEvent<HTMLElement>) {
        const id = event.target.closest<HTMLElement>('[data-roving]')?.dataset['roving'];
        if (id) setFocused(id);
      },
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
        const here = items.findIndex((item) => item.contains(document.activeElement));
        if (here < 0) return;
        const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        items[Math.max(0, Math.min(items.length - 1, to))]?.focus();
      },
    },
  };
}

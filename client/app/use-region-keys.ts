import { useEffect } from 'react';

/** F6 walks through the regions, Shift+F6 back, each taking the focus where it can be taken. */
export function useRegionKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (region) => region.offsetParent,
      );
      if (regions.length === 0) return;
      event.preventDefault();
      const here = regions.findIndex((region) => region.contains(document.activeElement));
      const next = regions.at(
        (here + (event.shiftKey ? -1 : 1) + (here < 0 && event.shiftKey ? 1 : 0)) % regions.length,
      );
      const inside = next?.querySelector<HTMLElement>('[data-region-focus], a[tabindex="0"], textarea');
      (inside ?? next)?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

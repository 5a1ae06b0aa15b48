import type { CSSProperties } from 'react';
import { useEffect, useState } from 'react';

const DELAY_MS = 400;

type Shown = { text: string; style: CSSProperties };

/**
 * Shows the words of any element with `data-tooltip` while the pointer rests on it or the keyboard is at it; Esc takes them away. One
 * layer for the app, mounted once. Nothing is announced: the element's own label says the same.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let follower: MutationObserver | undefined;
    const hide = () => {
      clearTimeout(timer);
      follower?.disconnect();
      setShown(null);
    };
    const showLater = (target: EventTarget | null) => {
      hide();
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;
      if (!element) return;
      timer = setTimeout(() => {
        // What it leads to is open, and would lie under the words.
        if (element.ariaExpanded === 'true') return;
        const show = () => setShown(placed(element));
        show();
        // Some words are fetched when they are pointed at, and may come later than this.
        follower = new MutationObserver(show);
        follower.observe(element, { attributeFilter: ['data-tooltip'] });
      }, DELAY_MS);
    };
    const onOver = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') showLater(event.target);
    };
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) showLater(event.target);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener('pointerover', onOver, { signal });
    document.addEventListener('focusin', onFocus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('keydown', onKey, { signal });
    document.addEventListener('scroll', hide, { signal, capture: true });
    return () => {
      hide();
      listeners.abort();
    };
  }, []);
  if (!shown) return null;
  return (
    <div
      aria-hidden
      style={shown.style}
      className="pointer-events-none fixed z-40 rounded-control bg-text px-2 py-1 text-meta whitespace-nowrap text-surface"
    >
      {shown.text}
    </div>
  );
}

/** Below the element, or above where it asks for that or there is no room; pushed in from the edges of the window. */
function placed(element: HTMLElement): Shown {
  const box = element.getBoundingClientRect();
  const centre = Math.max(70, Math.min(innerWidth - 70, box.left + box.width / 2));
  const below = box.bottom + 40 < innerHeight && (element.dataset['tooltipSide'] !== 'top' || box.top < 40);
  return {
    text: element.dataset['tooltip'] ?? '',
    style: {
      left: centre,
      top: below ? box.bottom + 6 : box.top - 6,
      transform: below ? 'translateX(-50%)' : 'translate(-50%, -100%)',
    },
  };
}

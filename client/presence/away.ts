/** Whoever does nothing for this long is away. */
export const AWAY_AFTER_MS = 5 * 60_000;

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Notices when nobody uses the page any more, and when somebody does again.
 * @param tell told each time that changes
 * @returns what ends it
 */
export function watchForAbsence(tell: (away: boolean) => void): () => void {
  let away = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    away = true;
    tell(true);
  };
  const use = () => {
    // A page behind another is not looked at, whatever moves over it.
    if (document.visibilityState !== 'visible') return;
    clearTimeout(timer);
    timer = setTimeout(leave, AWAY_AFTER_MS);
    if (!away) return;
    away = false;
    tell(false);
  };
  for (const sign of signs) addEventListener(sign, use, { passive: true, capture: true });
  document.addEventListener('visibilitychange', use);
  timer = setTimeout(leave, AWAY_AFTER_MS);
  return () => {
    clearTimeout(timer);
    for (const sign of signs) removeEventListener(sign, use, { capture: true });
    document.removeEventListener('visibilitychange', use);
  };
}

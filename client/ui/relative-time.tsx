import { formatShort, formatWhole } from './format.ts';
import { createStore, useStore } from './store.ts';

/** One clock for all rows; it ticks only while somebody looks. */
const minute = createStore(Date.now());
let rows = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

const clock = {
  ...minute,
  subscribe(listener: () => void) {
    const leave = minute.subscribe(listener);
    if (rows++ === 0) ticking = setInterval(() => minute.set(Date.now()), 30_000);
    return () => {
      leave();
      if (--rows === 0) clearInterval(ticking);
    };
  },
};

/** How long ago, kept true while it is on screen; the full moment on hover. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = Math.max(useStore(clock), Date.parse(at));
  return (
    <time dateTime={at} title={formatWhole(at)} className={className}>
      {formatShort(at, new Date(now))}
    </time>
  );
}

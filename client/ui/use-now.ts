import { createStore, useStore } from './store.ts';

/** One clock for all that shows how long ago or until when; it ticks only while somebody looks. */
const now = createStore(Date.now());
let lookers = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

const tick = () => now.set(Date.now());

const clock = {
  ...now,
  subscribe(listener: () => void) {
    const leave = now.subscribe(listener);
    if (lookers++ === 0) {
      // It stood still until now.
      tick();
      ticking = setInterval(tick, 30_000);
    }
    return () => {
      leave();
      if (--lookers === 0) clearInterval(ticking);
    };
  },
};

/** What time it is, to the half minute, for as long as what is drawn by it is on screen. */
export function useNow(): number {
  return useStore(clock);
}

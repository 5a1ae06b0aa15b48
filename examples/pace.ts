import { setTimeout as sleep } from 'node:timers/promises';

/** Runs no more than `count` pieces of work at the same time; the others wait in line. */
export function atMost(count: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < count) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Who waits longest takes this place over; only without anybody does it become free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** Waits for each message's time. A log knows minutes only: what was said in one is spread over it. */
export function clock(minutes: number[], speed: number): (index: number) => Promise<void> {
  if (speed === Infinity) return async () => {};
  const started = Date.now();
  const times = dueMinutes(minutes);
  return async (index) => {
    const due = started + ((times[index] ?? 0) - (times[0] ?? 0)) * (60_000 / speed);
    await sleep(Math.max(0, due - Date.now()));
  };
}

/** `[5, 5, 6]` becomes `[5, 5.5, 6]`. */
export function dueMinutes(minutes: number[]): number[] {
  const sizes = new Map<number, number>();
  for (const minute of minutes) sizes.set(minute, (sizes.get(minute) ?? 0) + 1);
  const passed = new Map<number, number>();
  return minutes.map((minute) => {
    const place = passed.get(minute) ?? 0;
    passed.set(minute, place + 1);
    return minute + place / (sizes.get(minute) ?? 1);
  });
}

/** The same numbers from 0 to 1 for the same seed (mulberry32): bad luck that can be had again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

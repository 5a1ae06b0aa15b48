/** What runs differently every time is drawn from this, so that a failure can be repeated: SEED=… npm test. */
export const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let state = seed;

/** 0 … below − 1. */
export function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
}

export function pick<T>(of: readonly T[]): T {
  const found = of[random(of.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** Says the seed, at the beginning of a file's tests. */
export const saySeed = (): void => console.info(`seed ${seed}`);

import type { Server } from './server.ts';
import { quantile } from './statistics.ts';

/** Somebody who asks, waits for the answer, and asks again. */
export type Ask = () => Promise<unknown>;

export interface Loop {
  /** Answers in a second, of all together. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** How many were answered. */
  count: number;
}

/**
 * The same, and what it costs the server: milliseconds of CPU an answer, which tell more than answers a second on a machine
 * that has other things to do.
 */
export async function costingLoop(
  asks: readonly Ask[],
  seconds: number,
  { cpuSeconds }: Pick<Server, 'cpuSeconds'>,
) {
  const before = await cpuSeconds();
  const loop = await closedLoop(asks, seconds);
  // Those that are not counted have been answered, too: as many as there are askers.
  return { ...loop, cpu: (((await cpuSeconds()) - before) * 1000) / (loop.count + asks.length) };
}

/** Until their server's code is compiled and its pools and caches are filled. */
export async function warm(asks: readonly Ask[], answers: number): Promise<void> {
  let left = answers;
  const one = async (ask: Ask): Promise<void> => {
    for (; left > 0; left -= 1) await ask();
  };
  await Promise.all(asks.map(one));
}

/** All of them at once, for so long; what is still on its way then is waited for and not counted. */
export async function closedLoop(asks: readonly Ask[], seconds: number): Promise<Loop> {
  const took: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = async (ask: Ask): Promise<void> => {
    for (let from = performance.now(); from < until;) {
      await ask();
      const now = performance.now();
      if (now <= until) took.push(now - from);
      from = now;
    }
  };
  await Promise.all(asks.map(one));
  return {
    count: took.length,
    perSecond: took.length / seconds,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
  };
}

import { afterError, inTime } from '../apollo/after-error.ts';
import { backoff, wakeable } from './backoff.ts';

/** Asks, and asks again for as long as there is no answer. @returns a function that gives it up */
export function untilAnswered(ask: () => Promise<unknown>): () => void {
  let left = false;
  async function attempt(failures: number): Promise<void> {
    const after = await inTime(ask()).then(() => null, afterError);
    if (after?.kind !== 'later') return;
    await wakeable(after.afterMs ?? backoff(failures));
    if (!left) await attempt(failures + 1);
  }
  void attempt(0);
  return () => void (left = true);
}

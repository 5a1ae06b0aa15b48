import { afterEach, describe, expect, it, vi } from 'vitest';
import { gather } from './gather.ts';

afterEach(() => void vi.useRealTimers());

describe('what is gathered', () => {
  it('is answered together when it comes at once, each with its own', async () => {
    const batches: (readonly number[])[] = [];
    const double = gather(async (keys: readonly number[]) => {
      batches.push(keys);
      return keys.map((key) => key * 2);
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('waits while others are being answered, also where that fails', async () => {
    // The moment that it waits at most does not pass.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const batches: (readonly number[])[] = [];
    let fail = (_error: Error): void => {};
    const answer = gather(async (keys: readonly number[]) => {
      batches.push(keys);
      if (keys.includes(0)) await new Promise((_resolve, reject) => (fail = reject));
      return keys;
    });
    const failing = answer(0);
    await new Promise(setImmediate);
    const later = [1, 2].map(answer);
    await new Promise(setImmediate);
    later.push(answer(3));
    await new Promise(setImmediate);
    expect(batches).toEqual([[0]]);
    fail(new Error('The database is away.'));
    await expect(failing).rejects.toThrow('The database is away.');
    expect(await Promise.all(later)).toEqual([1, 2, 3]);
    expect(batches).toEqual([[0], [1, 2, 3]]);
  });

  it('waits for no more than a moment, where an answer does not come', async () => {
    const stuck = gather(async (keys: readonly number[]) => {
      if (keys.includes(0)) await new Promise(() => {});
      return keys;
    });
    void stuck(0);
    await new Promise(setImmediate);
    expect(await Promise.all([1, 2].map(stuck))).toEqual([1, 2]);
    expect(await stuck(3)).toBe(3);
  });
});

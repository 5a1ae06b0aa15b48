import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReceiptGatherer } from './gatherer.ts';

type Tell = (threadId: string, seq: number) => Promise<boolean>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the highest of a burst once, and never an older one', async () => {
  const tell = vi.fn<Tell>(async () => true);
  const gatherer = new ReceiptGatherer(tell, 500);
  for (const seq of [3, 1, 7, 5]) gatherer.note('thr_1', seq);
  gatherer.note('thr_2', 2);
  await vi.advanceTimersByTimeAsync(500);
  expect(tell.mock.calls).toEqual([
    ['thr_1', 7],
    ['thr_2', 2],
  ]);
  gatherer.note('thr_1', 7);
  gatherer.note('thr_1', 6);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('a steady stream does not put it off', async () => {
  const tell = vi.fn<Tell>(async () => true);
  const gatherer = new ReceiptGatherer(tell, 500);
  for (let seq = 1; seq <= 10; seq++) {
    gatherer.note('thr_1', seq);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(tell).toHaveBeenCalledTimes(2);
});

it('tells later what had no answer', async () => {
  const tell = vi.fn<Tell>(async () => true).mockResolvedValueOnce(false);
  const gatherer = new ReceiptGatherer(tell, 500, 10_000);
  gatherer.note('thr_1', 4);
  await vi.advanceTimersByTimeAsync(500);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tell.mock.calls).toEqual([
    ['thr_1', 4],
    ['thr_1', 4],
  ]);
});

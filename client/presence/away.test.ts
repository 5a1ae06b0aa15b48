import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { AWAY_AFTER_MS, watchForAbsence } from './away.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[PR2] tells once that nobody uses the page, and once that somebody does again', () => {
  const told: boolean[] = [];
  const stop = watchForAbsence((away) => told.push(away));
  vi.advanceTimersByTime(AWAY_AFTER_MS - 1);
  dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(AWAY_AFTER_MS - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([true]);
  vi.advanceTimersByTime(2 * AWAY_AFTER_MS);
  dispatchEvent(new Event('pointermove'));
  dispatchEvent(new Event('pointermove'));
  expect(told).toEqual([true, false]);
  stop();
  vi.advanceTimersByTime(2 * AWAY_AFTER_MS);
  expect(told).toEqual([true, false]);
});

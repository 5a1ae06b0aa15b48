import { describe, expect, it } from 'vitest';
import { median, quantile, spread } from './statistics.ts';

describe('statistics', () => {
  it('takes the middle of an odd number and the mean of the middle two of an even one', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('reads quantiles from both ends and between', () => {
    const values = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(quantile(values, 0)).toBe(0);
    expect(quantile(values, 0.99)).toBe(99);
    expect(quantile(values, 1)).toBe(100);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  it('sorts by number, not by letter, and leaves what it was given alone', () => {
    const values = [10, 9, 100];
    expect(spread(values)).toEqual({ min: 9, median: 10, max: 100 });
    expect(values).toEqual([10, 9, 100]);
  });

  it('says NaN of nothing', () => {
    expect(median([])).toBeNaN();
  });
});

import { describe, expect, it } from 'vitest';
import { type Goal, judge } from './goals.ts';
import type { Round } from './rounds.ts';

const goal: Goal = { figure: 'cpu', ours: 'Parley', theirs: 'raw ws', bound: 'at most', ratio: 1.1 };
const round = (ours: number, theirs: number): Round =>
  new Map([
    ['Parley', { cpu: ours }],
    ['raw ws', { cpu: theirs }],
  ]);

describe('goals', () => {
  it('compares within a round, and lets the median decide', () => {
    // The machine was three times as slow in the last one: the figures tripled, the ratio did not.
    const { ratios, met } = judge(goal, [round(1, 1), round(1.05, 1), round(3.6, 3)]);
    expect(ratios).toEqual({ min: 1, median: 1.05, max: 1.2 });
    expect(met).toBe(true);
  });

  it('knows goals from above and from below', () => {
    expect(judge(goal, [round(1.2, 1)]).met).toBe(false);
    expect(judge({ ...goal, bound: 'at least' }, [round(1.2, 1)]).met).toBe(true);
    expect(judge({ ...goal, bound: 'at least' }, [round(1, 1)]).met).toBe(false);
  });

  it('compares two figures of different names', () => {
    const rounds: Round[] = [new Map([['Parley', { deep: 2, newest: 1 }]])];
    const deepest: Goal = {
      figure: 'deep',
      ours: 'Parley',
      theirs: 'Parley',
      theirFigure: 'newest',
      bound: 'at most',
      ratio: 1.15,
    };
    expect(judge(deepest, rounds)).toMatchObject({ ratios: { median: 2 }, met: false });
  });

  it('decides nothing about who was not there', () => {
    expect(judge({ ...goal, theirs: 'mosquitto' }, [round(1, 1)])).toMatchObject({ ratios: null, met: null });
  });
});

import type { Round } from './rounds.ts';
import { type Spread, spread } from './statistics.ts';

/** "Our figure is at most so many times theirs", as PERFORMANCE says it. */
export interface Goal {
  figure: string;
  ours: string;
  theirs: string;
  /** Where theirs has another name. */
  theirFigure?: string;
  bound: 'at most' | 'at least';
  ratio: number;
}

export interface Verdict {
  goal: Goal;
  /** Ours by theirs, in each round; null where one of the two was not there to be measured. */
  ratios: Spread | null;
  met: boolean | null;
}

/** The two are compared within a round, where the machine was the same for both; the median decides. */
export function judge(goal: Goal, rounds: readonly Round[]): Verdict {
  const ratios = rounds
    .map((round) => {
      const ours = round.get(goal.ours)?.[goal.figure];
      const theirs = round.get(goal.theirs)?.[goal.theirFigure ?? goal.figure];
      return ours === undefined || theirs === undefined ? NaN : ours / theirs;
    })
    .filter((ratio) => !Number.isNaN(ratio));
  if (ratios.length === 0) return { goal, ratios: null, met: null };
  const found = spread(ratios);
  const met = goal.bound === 'at most' ? found.median <= goal.ratio : found.median >= goal.ratio;
  return { goal, ratios: found, met };
}

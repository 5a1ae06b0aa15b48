import { median } from './statistics.ts';

/** What a contestant showed in one round, by the figure's name. */
export type Figures = Readonly<Record<string, number>>;

export interface Contestant {
  name: string;
  measure(): Promise<Figures>;
}

/** What all contestants showed beside each other, by their names. */
export type Round = ReadonlyMap<string, Figures>;

/** Each round begins with another one, so that nobody always goes first or follows the same one into warm caches. */
export function rotated<Item>(items: readonly Item[], round: number): Item[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Everybody once in each round, one after another. */
export async function interleave(
  contestants: readonly Contestant[],
  count: number,
  tell: (line: string) => void,
): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let number = 0; number < count; number += 1) {
    const round = new Map<string, Figures>();
    for (const contestant of rotated(contestants, number)) {
      const figures = await contestant.measure();
      round.set(contestant.name, figures);
      tell(`round ${number + 1}/${count}  ${contestant.name}  ${JSON.stringify(figures, shortly)}`);
    }
    rounds.push(round);
  }
  return rounds;
}

const shortly = (_name: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(4)) : value;

export interface Canary {
  contestant: string;
  figure: string;
}

/** A canary does the same in every round; one that did not say so was disturbed, and with it its round. */
const strayingBy = 0.2;

/** @returns for each round whether its canary came within 20 % of the canaries' median */
export function undisturbed(rounds: readonly Round[], canary: Canary): boolean[] {
  const songs = rounds.map((round) => round.get(canary.contestant)?.[canary.figure] ?? NaN);
  const usual = median(songs.filter((song) => !Number.isNaN(song)));
  return songs.map((song) => Math.abs(song / usual - 1) <= strayingBy);
}

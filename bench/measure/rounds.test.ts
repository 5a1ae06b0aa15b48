import { describe, expect, it } from 'vitest';
import { type Contestant, interleave, type Round, rotated, undisturbed } from './rounds.ts';

const canary = { contestant: 'raw', figure: 'cpu' };
const roundsOf = (...songs: number[]): Round[] => songs.map((cpu) => new Map([['raw', { cpu }]]));

describe('rounds', () => {
  it('begins each round with another contestant and lets everybody go first as often', () => {
    expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
    expect(rotated([], 1)).toEqual([]);
  });

  it('measures one after another, everybody once a round', async () => {
    const order: string[] = [];
    let running = 0;
    const contestant = (name: string): Contestant => ({
      name,
      measure: async () => {
        running += 1;
        expect(running).toBe(1);
        await Promise.resolve();
        running -= 1;
        order.push(name);
        return { cpu: 1 };
      },
    });
    const rounds = await interleave([contestant('a'), contestant('b')], 2, () => {});
    expect(order.join('')).toBe('abba');
    expect(rounds.map((round) => round.size)).toEqual([2, 2]);
  });

  it('throws a round away whose canary strays by more than 20 % from their median', () => {
    expect(undisturbed(roundsOf(1, 1.19, 1, 1.21, 0.81, 0.79), canary)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('keeps no round without its canary', () => {
    const [silent] = [new Map([['raw', {}]])];
    expect(undisturbed([...roundsOf(1, 1), silent as Round], canary)).toEqual([true, true, false]);
  });
});

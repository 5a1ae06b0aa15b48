import { expect, it } from 'vitest';
import { atMost, dueMinutes, seededRandom } from './pace.ts';

it('runs no more than so many at once, each in its turn, also after a failure', async () => {
  const inTurn = atMost(2);
  const order: number[] = [];
  let running = 0;
  const work = [0, 1, 2, 3, 4].map((index) =>
    inTurn(async () => {
      running++;
      expect(running).toBeLessThanOrEqual(2);
      order.push(index);
      await Promise.resolve();
      running--;
      if (index === 1) throw new Error('one of them');
      return index;
    }),
  );
  const results = await Promise.allSettled(work);
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
});

it('spreads what was said in a minute over it', () => {
  expect(dueMinutes([5, 5, 6, 8, 8, 8, 8])).toEqual([5, 5.5, 6, 8, 8.25, 8.5, 8.75]);
});

it('has the same bad luck for the same seed', () => {
  const [first, second, other] = [seededRandom(7), seededRandom(7), seededRandom(8)];
  const numbers = Array.from({ length: 1000 }, first);
  expect(Array.from({ length: 1000 }, second)).toEqual(numbers);
  expect(other()).not.toBe(numbers[0]);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});

import { expect, it } from 'vitest';
import { Queue, TooSlow } from './queue.ts';

const read = async <T>(queue: Queue<T>): Promise<T[]> => {
  const items: T[] = [];
  for await (const item of queue) items.push(item);
  return items;
};

it('hands on what was pushed, in order, before and after somebody reads', async () => {
  const queue = new Queue<number>(10, () => {});
  queue.push(1);
  queue.push(2);
  const all = read(queue);
  await Promise.resolve();
  queue.push(3);
  queue.end();
  expect(await all).toEqual([1, 2, 3]);
});

it('[LV13] gives up a reader that does not keep up, and remembers nothing for it', async () => {
  let closed = 0;
  const queue = new Queue<number>(3, () => (closed += 1));
  for (let item = 0; item < 4; item += 1) queue.push(item);
  await expect(read(queue)).rejects.toBeInstanceOf(TooSlow);
  expect(closed).toBe(1);
});

it('throws behind what waits when it fails', async () => {
  const queue = new Queue<number>(3, () => {});
  queue.push(1);
  queue.fail(new Error('over'));
  expect((await queue.next()).value).toBe(1);
  await expect(queue.next()).rejects.toThrow('over');
});

it('lets a writer wait until there is room', async () => {
  const queue = new Queue<number>(4, () => {});
  for (const item of [1, 2, 3]) queue.push(item);
  let there = false;
  const room = queue.room(2).then(() => (there = true));
  await Promise.resolve();
  expect(there).toBe(false);
  await queue.next();
  await room;
  expect(there).toBe(true);
});

it('is closed once its reader leaves', async () => {
  let closed = 0;
  const queue = new Queue<number>(3, () => (closed += 1));
  queue.push(1);
  await queue.return();
  queue.push(2);
  expect(await queue.next()).toEqual({ done: true, value: undefined });
  expect(closed).toBe(1);
});

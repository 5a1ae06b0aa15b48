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

it('[LV51] gives up by what the items weigh: what is allowed, and the one that goes beyond it', async () => {
  const queue = new Queue<string>(
    100,
    () => {},
    ({ length }) => length,
  );
  for (const length of [60, 60]) queue.push('x'.repeat(length));
  expect(queue.closed).toBe(false);
  expect((await queue.next()).value).toHaveLength(60);
  for (const length of [60, 1]) queue.push('x'.repeat(length));
  await expect(queue.next()).rejects.toBeInstanceOf(TooSlow);
});

it('[LV50] lets a writer wait from when a quarter of what is allowed waits until half of that has been read', async () => {
  const queue = new Queue<number>(16, () => {});
  for (const item of [1, 2, 3]) queue.push(item);
  expect(queue.ready()).toBe(null);
  queue.push(4);
  let there = false;
  const room = queue.ready()!.then(() => (there = true));
  for (let read = 0; read < 2; read += 1) await queue.next();
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

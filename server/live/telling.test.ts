import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Change } from '../../schema/change/change.ts';
import type { Asking } from './answers.ts';
import type { Wire } from './frames.ts';
import { Queue } from './queue.ts';
import { Telling } from './telling.ts';

const schema = buildSchema('type Query { n: Int } type Subscription { n: Int }');

/** What comes of events over a socket: `n` is what each of them tells, now, later, or never. */
function open() {
  const told: unknown[] = [];
  const source = new Queue<Change>(1000, () => {});
  const wire = {
    next: (payload: Buffer) => told.push(JSON.parse(payload.toString()).data.n),
    flush: () => {},
    ready: () => null,
  } as unknown as Wire;
  const arrival = {
    context: () => ({}),
    outward: (result: object) => result,
    hidesReceipts: () => false,
  };
  const asking = { schema, document: parse('subscription { n }'), arrival } as unknown as Asking;
  const telling = new Telling(asking, wire, source);
  const rows = { messages: new Map(), threads: new Map() };
  const push = (n: () => unknown) => source.push({ event: {}, rows, n } as unknown as Change);
  return { told, source, telling, push };
}

const fail = () => {
  throw new Error('No.');
};

it.each([
  ['now', (n: number) => () => n],
  ['later', (n: number) => async () => n],
])('[LV2] tells what could not be told at its place among what is told %s', async (_when, answer) => {
  const { told, source, telling, push } = open();
  push(answer(1));
  push(fail);
  push(answer(3));
  push(fail);
  push(answer(5));
  source.end();
  // graphql-ws may come for it at any time.
  await new Promise(setImmediate);
  for await (const { errors } of telling) told.push(errors?.[0]?.message);
  expect(told).toEqual([1, 'No.', 3, 'No.', 5]);
});

it('[LV13] has one answer made after the other', async () => {
  const { told, push } = open();
  const begun: number[] = [];
  let answer = (_n: number) => {};
  push(() => {
    begun.push(1);
    return new Promise((resolve) => (answer = resolve));
  });
  push(() => begun.push(2));
  await new Promise(setImmediate);
  expect(begun).toEqual([1]);
  answer(1);
  await new Promise(setImmediate);
  expect(told).toEqual([1, 2]);
});

it('[LV13] takes a page of the past when what came before has been told', async () => {
  const { told, source, push } = open();
  let answer = (_n: number) => {};
  push(() => new Promise((resolve) => (answer = resolve)));
  const room = source.room(200).then(() => told.push('room'));
  await Promise.resolve();
  answer(1);
  await room;
  expect(told).toEqual([1, 'room']);
});

it('ends when its reader goes while something that could not be told waits for them', async () => {
  const { telling, push } = open();
  push(fail);
  push(() => 2);
  await telling.return();
  expect(await telling.next()).toEqual({ done: true, value: undefined });
});

import { buildSchema, parse } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dependsOnViewer } from '../../schema/builder.ts';
import type { Change } from '../../schema/change/change.ts';
import type { Asking, Event } from './answers.ts';
import { Queue } from './queue.ts';
import { Telling, type Way } from './telling.ts';

const schema = buildSchema('type Query { n: Int } type Subscription { n: Int! m: Int own: Int }');
schema.getSubscriptionType()!.getFields()['own']!.extensions = { [dependsOnViewer]: true };

/**
 * What comes of events over a socket: `n` is what each of them tells, now, later, or never.
 * @param fields `own` is the viewer's own
 */
function open(fields = 'n', userId = 'somebody') {
  const told: unknown[] = [];
  const source = new Queue<Event>(1000, () => {});
  const way: Way = {
    next: (payload: Buffer) => told.push(JSON.parse(payload.toString()).data.n),
    ready: () => null,
  };
  const arrival = {
    context: () => ({}),
    outward: (result: object) => result,
    privacy: { hidesReceipts: () => false, hidesPresence: () => false },
  };
  const document = parse(`subscription { ${fields} }`);
  const asking = { schema, document, arrival, viewer: { userId } } as unknown as Asking;
  const telling = new Telling(asking, way, source);
  const rows = { messages: new Map(), threads: new Map() };
  const push = (n: () => unknown) =>
    source.push({ event: {}, rows, n, m: fail, own: n } as unknown as Change);
  return { told, source, telling, push };
}

// What may be computed in one turn of the event loop is bounded by time: here none passes.
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const fail = () => {
  throw new Error('No.');
};

it.each([
  ['now', (n: number) => () => n],
  ['later', (n: number) => async () => n],
])(
  '[LV23] ends behind an event that could not be told, and tells what came before it %s',
  async (_when, answer) => {
    const { told, source, telling, push } = open();
    push(answer(1));
    push(answer(2));
    push(fail);
    push(answer(4));
    // graphql-ws may come for it at any time.
    await new Promise(setImmediate);
    for await (const { errors } of telling) told.push(errors?.[0]?.message);
    push(answer(5));
    await new Promise(setImmediate);
    expect(told).toEqual([1, 2, 'No.']);
    expect(source.closed).toBe(true);
  },
);

it('[LV23] goes on behind an event of which a part is missing', async () => {
  const { told, telling, push, source } = open('n m');
  push(() => 1);
  push(() => 2);
  source.end();
  for await (const { data, errors } of telling) told.push(data, errors?.[0]?.message);
  expect(told).toEqual([{ n: 1, m: null }, 'No.', { n: 2, m: null }, 'No.']);
});

it('[LV25] has one answer made after the other', async () => {
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

it('[LV25] has 16 of an account’s own answers made at a time, of who has gone none, and nobody else’s wait', async () => {
  const begun: (() => void)[] = [];
  const answer = () => new Promise<void>((resolve) => begun.push(resolve));
  const come = async () => {
    await new Promise(setImmediate);
    return begun.length;
  };
  const anns = Array.from({ length: 18 }, () => open('own', 'ann'));
  for (const { push } of anns) push(answer);
  expect(await come()).toBe(16);
  open('own', 'bob').push(answer);
  expect(await come()).toBe(17);
  await anns[16]!.telling.return();
  begun[0]!();
  expect(await come()).toBe(18);
  begun[1]!();
  expect(await come()).toBe(18);
});

it('[LV13] takes more of the past when what came before has been told', async () => {
  const { told, source, push } = open();
  let answer = (_n: number) => {};
  push(() => new Promise((resolve) => (answer = resolve)));
  const settled = source.settled()!.then(() => told.push('settled'));
  await Promise.resolve();
  answer(1);
  await settled;
  expect(told).toEqual([1, 'settled']);
});

it('ends when its reader goes while something that could not be told waits for them', async () => {
  const { telling, push } = open();
  push(fail);
  push(() => 2);
  await telling.return();
  expect(await telling.next()).toEqual({ done: true, value: undefined });
});

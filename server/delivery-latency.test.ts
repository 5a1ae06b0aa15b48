import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { figureOf, metered } from './testing/figures.ts';
import { holdUp } from './testing/hold-up.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

let parley: Parley;
let ann: Person;
let bob: Person;
let threadId: string;
beforeAll(async () => {
  parley = await startParley({ settings: metered });
  [ann, bob] = (await parley.people(2)) as [Person, Person];
  threadId = (await ann.does('startDirectThread', { userId: bob.id })).thread.id;
});
afterAll(() => parley.stop());
afterEach(() => void vi.useRealTimers());

const say = (body: string) => ann.does('sendMessage', { threadId, body });
const figure = async (name: string) => (await figureOf(parley, name)) ?? NaN;

async function follow(way: (typeof ways)[number], document = changesDocument, variables: object = {}) {
  const stream = await subscribe(way, bob, document, variables);
  onTestFinished(() => stream.cut());
  return stream;
}

/** What there was before, and how many were measured since, or how long they took together. */
let before = { count: 0, sum: 0 };
beforeEach(async () => {
  await vi.waitUntil(async () => (await figure('subscriptions')) === 0);
  await read();
  const [count, sum] = [
    await figure('delivery_latency_seconds_count'),
    await figure('delivery_latency_seconds_sum'),
  ];
  before = { count, sum };
});
const measured = async () => (await figure('delivery_latency_seconds_count')) - before.count;
const seconds = async () => (await figure('delivery_latency_seconds_sum')) - before.sum;

/** Until the instance has read all of the log. */
async function read(): Promise<void> {
  const client = new pg.Client({ connectionString: parley.database.url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('select count(*)::int from "Event"');
  await client.end();
  // Each of them is among what some look brought.
  await expect.poll(() => figure('delivery_batch_size_sum')).toBe(rows[0]?.count);
}

describe('parley_delivery_latency_seconds', () => {
  it.each(ways)(
    '[WI28] counts what somebody is told as it happens, over %s, and nothing else',
    async (way) => {
      const earlier = await follow(way);
      const { cursor } = (await earlier.next()).data.changes;
      earlier.cut();
      await expect.poll(() => figure('subscriptions')).toBe(0);
      await say('to nobody');
      await read();
      expect(await measured()).toBe(0);

      const stream = await follow(way, changesDocument, { after: cursor });
      expect(await stream.next()).toMatchObject({ data: { changes: { __typename: 'MessageAdded' } } });
      expect(await stream.next()).toMatchObject({ data: { changes: { __typename: 'CaughtUp' } } });
      expect(await measured()).toBe(0);
      await say('to bob');
      await stream.next();
      expect(await measured()).toBe(1);
    },
  );

  it('[WI28] counts a change once, however many are told it together', async () => {
    const streams = await Promise.all([...ways, ...ways].map((way) => follow(way)));
    for (const stream of streams) await stream.next();
    await say('to all');
    for (const stream of streams) await stream.next();
    expect(await measured()).toBe(1);
  });

  it('[WI28] counts what is answered in its turn, to each in their own way', async () => {
    const document =
      'subscription { changes { ... on MessageAdded { message { thread { unreadCount } } } } }';
    const stream = await follow('graphql-ws', document);
    await stream.next();
    await say('how many');
    expect(await stream.next()).toEqual({
      data: { changes: { message: { thread: { unreadCount: expect.any(Number) } } } },
    });
    expect(await measured()).toBe(1);
  });

  it.each([
    ['is right', null],
    ['stands still a day ahead', 24 * 60 * 60 * 1000],
    ['stands still a day behind', -24 * 60 * 60 * 1000],
  ])('[WI28] is the time since it was written, by an instance whose clock %s', async (_clock, wrong) => {
    if (wrong !== null) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + wrong });
    const stream = await follow('graphql-ws');
    await stream.next();
    const began = performance.now();
    const log = await holdUp(parley.database.url);
    await say('held back');
    await expect.poll(() => figure('log_held_back_seconds')).toBeGreaterThan(0.2);
    await log.end();
    await stream.next();
    expect(await measured()).toBe(1);
    expect(await seconds()).toBeGreaterThan(0.2);
    expect(await seconds()).toBeLessThan((performance.now() - began) / 1000);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SendGate } from '../schema/message/send-gate.ts';
import { figureOf, metered } from './testing/figures.ts';
import { holdUp } from './testing/hold-up.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, password, type Person } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

let parley: Parley;
let ann: Person;
let threadId: string;
beforeAll(async () => {
  const limits = 'signIn=2/60,signUp=off,mutation=off,query=off,socket=off';
  parley = await startParley({ settings: { ...metered, DATABASE_CONNECTIONS: '5', RATE_LIMITS: limits } });
  const [first, second] = (await parley.people(2)) as [Person, Person];
  ann = first;
  threadId = (await ann.does('startDirectThread', { userId: second.id })).thread.id;
});
afterAll(() => parley.stop());

const say = (body: string) => ann.does('sendMessage', { threadId, body });

/** How far figures have moved since the test began. */
let before: Map<string, number>;
beforeEach(() => void (before = new Map()));
const figure = async (series: string) => (await figureOf(parley, series)) ?? 0;
const note = async (...series: string[]) => {
  for (const each of series) before.set(each, await figure(each));
};
const moved = async (series: string) => (await figure(series)) - (before.get(series) ?? NaN);

describe('parley_sends_total', () => {
  const stored = 'sends_total{outcome="stored"}';
  const batches = 'send_batch_size_count';
  const single = 'send_batch_size_bucket{le="1"}';

  it('[WI28] moves with each send, and parley_send_batch_size with those that are committed together', async () => {
    await note(stored, batches, single);
    const sent = vi.spyOn(SendGate.prototype, 'send');
    const table = await holdUp(parley.database.url);
    await table.query('lock table "Message" in exclusive mode');
    const all = Promise.all(['one', 'two', 'three', 'four'].map(say));
    await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(4));
    await table.end();
    await all;
    sent.mockRestore();
    expect(await moved(stored)).toBe(4);
    expect(await moved(batches)).toBeLessThan(4);
    expect(await moved(single)).toBeLessThan(await moved(batches));
  });

  it('[WI28] moves also with a send that the database does not answer, as do its operation and its error', async () => {
    const failed = 'sends_total{outcome="failed"}';
    const internal = 'graphql_errors_total{code="INTERNAL"}';
    const operation =
      'graphql_operation_duration_seconds_count{type="mutation",name="sendMessage",outcome="failed"}';
    await note(stored, failed, internal);
    const table = await holdUp(parley.database.url);
    await table.query('alter table "Message" rename to gone');
    await table.query('commit');
    await expect(say('into nothing')).rejects.toThrow('INTERNAL');
    await table.query('alter table gone rename to "Message"');
    expect([await moved(failed), await moved(stored), await moved(internal)]).toEqual([1, 0, 1]);
    expect(await figure(operation)).toBe(1);
    await say('again');
    expect(await moved(stored)).toBe(1);
  });
});

it('[WI28] parley_graphql_operation_duration_seconds tells what was refused from what was answered', async () => {
  const series = (outcome: string) =>
    `graphql_operation_duration_seconds_count{type="query",name="Refused",outcome="${outcome}"}`;
  await ann.ask('query Refused { viewer { id } }');
  const { errors } = await ann.ask('query Refused { changes(after: "made up") { cursor } }');
  expect(errors).toMatchObject([{ extensions: { code: 'RESYNC_REQUIRED' } }]);
  expect([await figure(series('ok')), await figure(series('refused'))]).toEqual([1, 1]);
});

it.each(ways)(
  '[WI28] parley_resumes_total and parley_resyncs_total move with who comes over %s',
  async (way) => {
    await note('resumes_total', 'resyncs_total');
    const counted = async () => [await moved('resumes_total'), await moved('resyncs_total')];
    const stream = await subscribe(way, ann, changesDocument, {});
    const { cursor } = (await stream.next()).data.changes;
    expect(await counted()).toEqual([0, 0]);
    const resumed = await subscribe(way, ann, changesDocument, { after: cursor });
    await resumed.next();
    expect(await counted()).toEqual([1, 0]);
    const lost = await subscribe(way, ann, changesDocument, { after: 'made up' });
    expect(await lost.next()).toMatchObject({ errors: [{ extensions: { code: 'RESYNC_REQUIRED' } }] });
    expect(await counted()).toEqual([1, 1]);
    for (const each of [stream, resumed, lost]) each.cut();
  },
);

it('[WI28] parley_database_connections and parley_database_waiting_requests move with who waits for them', async () => {
  const used = 'database_connections{state="used",pool="primary"}';
  const waiting = 'database_waiting_requests{pool="primary"}';
  const table = await holdUp(parley.database.url);
  await table.query('lock table "Thread" in access exclusive mode');
  const asked = Array.from({ length: 8 }, () => ann.ask('{ threads { edges { node { id } } } }'));
  await expect.poll(() => figure(used)).toBe(5);
  await expect.poll(() => figure(waiting)).toBeGreaterThan(0);
  await table.end();
  for (const { errors } of await Promise.all(asked)) expect(errors).toBeUndefined();
  await expect.poll(() => figure(waiting)).toBe(0);
  await expect.poll(() => figure(used)).toBeLessThan(5);
});

it('[WI28] what is counted of sign-ins moves with who succeeds, who fails, and who comes too often', async () => {
  const all = ['sign_in_tries', 'sign_ins', 'sign_in_failures', 'sign_ins_throttled'].map(
    (name) => `${name}_total`,
  );
  await note(...all);
  const counted = () => Promise.all(all.map(moved));
  const signIn = (given: string) => parley.browser().does('signIn', { handle: ann.handle, password: given });
  await signIn(password);
  expect(await counted()).toEqual([1, 1, 0, 0]);
  for (const guess of ['a wrong one', 'another']) await signIn(guess);
  expect(await counted()).toEqual([3, 1, 2, 0]);
  await expect(signIn('one too many')).rejects.toThrow('RATE_LIMITED');
  expect(await counted()).toEqual([4, 1, 2, 1]);
});

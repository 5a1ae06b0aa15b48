import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { holdUp } from './testing/hold-up.ts';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, password, type Person } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

/** Nothing is swept up while these run: what arrives does so by the hint that Redis carries, or not at all. */
vi.mock('./live/sweep.ts', () => ({ sweepMs: 10 * 60_000 }));

const inTime = { interval: 20 };

/** Two instances on one database and one Redis. */
let here: Parley;
let there: Parley;
beforeAll(async () => {
  const settings = { REDIS_URL: process.env['REDIS_URL'] ?? '' };
  here = await startParley({ settings });
  there = await startParley({ settings, database: here.database });
  for (const { url } of [here, there])
    await vi.waitUntil(async () => (await send(`${url}/health/ready`)).text.includes('"ready"'), inTime);
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

const elsewhere = ({ cookie, id, handle }: Person): Person =>
  Object.assign(there.browser(), { cookie, id, handle });

it('[WI16] what is done on one instance is told on the other at once', async () => {
  const [ada, bob] = (await here.people(2)) as [Person, Person];
  const streams = await Promise.all(ways.map((way) => subscribe(way, elsewhere(bob), changesDocument, {})));
  for (const stream of streams) await stream.next();
  await ada.does('startDirectThread', { userId: bob.id });
  for (const stream of streams)
    expect(await stream.next()).toMatchObject({ data: { changes: { __typename: 'ThreadAdded' } } });
  for (const stream of streams) stream.cut();
});

it('[LV19] who has written on one instance is known on the other at once, also what no log tells, and while the log is held back', async () => {
  const note = vi.spyOn(there.instance.replicas, 'note');
  onTestFinished(() => note.mockRestore());
  const isKnown = (id: string) => vi.waitFor(() => expect(note).toHaveBeenCalledWith(id), inTime);
  const ada = await here.person();
  await isKnown(ada.id);
  note.mockClear();
  const log = await holdUp(here.database.url);
  await ada.does('updateProfile', { displayName: 'Ada' });
  await isKnown(ada.id);
  await log.end();
});

it('[WI13] a session that is revoked on one instance closes its sockets and ends its streams on the other at once', async () => {
  const phone = await here.person();
  const desk = here.browser();
  await desk.does('signIn', { handle: phone.handle, password });
  const socket = await elsewhere(phone).connect();
  // The name that was just taken is told to everybody.
  await settled(here.instance);
  const stream = await subscribe('server-sent events', elsewhere(phone), changesDocument, {});
  await stream.next();
  await desk.does('revokeOtherSessions', {});
  expect(await socket.closed).toMatchObject({ code: 4401 });
  expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await stream.ended();
});

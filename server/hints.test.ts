import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person } from './testing/person.ts';
import { subscribe, ways } from './testing/subscription.ts';

/** Nothing is swept up while these run: what arrives does so by the hint of who wrote it, or not at all. */
vi.mock('./live/sweep.ts', () => ({ sweepMs: 10 * 60_000 }));

let parley: Parley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

it('[WI16] what is done on an instance is told there at once', async () => {
  const [ada, bob] = (await parley.people(2)) as [Person, Person];
  const streams = await Promise.all(ways.map((way) => subscribe(way, bob, changesDocument, {})));
  for (const stream of streams) await stream.next();
  await ada.does('startDirectThread', { userId: bob.id });
  for (const stream of streams)
    expect(await stream.next()).toMatchObject({ data: { changes: { __typename: 'ThreadAdded' } } });
  for (const stream of streams) stream.cut();
});

it('[WI13] a session that ends closes its sockets and ends its streams on its instance at once', async () => {
  const ada = await parley.person();
  const socket = await ada.connect();
  const stream = await subscribe('server-sent events', ada, changesDocument, {});
  await stream.next();
  await ada.does('signOut', {});
  expect(await socket.closed).toMatchObject({ code: 4401 });
  expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await stream.ended();
});

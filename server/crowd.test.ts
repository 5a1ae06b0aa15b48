import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

let parley: Parley;
let [ann, bob]: Person[] = [];
beforeAll(async () => {
  parley = await startParley({ settings: { RATE_LIMITS: 'signUp=off,query=10000/60,socket=10000/60' } });
  [ann, bob] = await parley.people(2);
});
afterAll(() => parley.stop());

const viewer = { query: '{ viewer { id } }' };

it('[WI32] of one account 50 requests are under way at most, those counted whose answers go on', async () => {
  const streams = await Promise.all(Array.from({ length: 50 }, () => ann!.stream(changesDocument)));
  const { status, headers, text } = await ann!.post(viewer);
  expect([status, headers['retry-after'], JSON.parse(text).errors[0].extensions]).toEqual([
    429,
    '1',
    { code: 'RATE_LIMITED', retryAfter: 1 },
  ]);
  expect((await bob!.post(viewer)).status).toBe(200);
  for (const stream of streams) stream.cut();
  await expect.poll(async () => (await ann!.post(viewer)).status).toBe(200);
});

it('[WI32] of one account 100 sockets are open at most', async () => {
  const sockets = await Promise.all(Array.from({ length: 100 }, () => ann!.connect()));
  const another = () => Socket.open(`${ann!.origin}/graphql`, { headers: ann!.headers });
  expect(await another()).toBe(429);
  await bob!.connect();
  sockets[0]!.close();
  await expect.poll(async () => typeof (await another())).toBe('object');
});

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';
import { sendAtOnce, sendOver, stored } from './testing/send-order.ts';

/** Two instances on one database, which count in one Redis. */
let here: Parley;
let there: Parley;
let [ada, bob]: Person[] = [];
beforeAll(async () => {
  const limits = 'signUp=100/60,mutation=1000/60,query=1000/60,socket=100/60';
  const settings = { REDIS_URL: process.env['REDIS_URL'] ?? '', RATE_LIMITS: limits };
  here = await startParley({ settings });
  there = await startParley({ settings, database: here.database });
  const isReady = async ({ url }: Parley) => (await send(`${url}/health/ready`)).text.includes('"ready"');
  for (const parley of [here, there]) await vi.waitUntil(() => isReady(parley), { timeout: 30_000 });
  [ada, bob] = await here.people(2);
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});

const group = async () =>
  (await ada!.does('createGroup', { name: 'Tea', participantIds: [bob!.id] })).thread.id;

it('[MS17] what one sends over a socket without waiting is stored in that order, counted in Redis', async () => {
  const threadId = await group();
  const sent = await sendAtOnce(ada!, bob!, threadId);
  expect(await stored(bob!, threadId, sent)).toEqual(sent);
});

it('[MS17] what one sends behind an answer stands behind that, on whichever instance', async () => {
  const threadId = await group();
  const socket = await Object.assign(there.browser(), { cookie: ada!.cookie }).connect();
  const sent: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    sent.push((await ada!.does('sendMessage', { threadId, body: 'over HTTP, here' })).message.id);
    await sendOver(socket, sent, { threadId, body: 'over a socket, there' });
  }
  expect(await stored(bob!, threadId, sent)).toEqual(sent);
  socket.close();
});

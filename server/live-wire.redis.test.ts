import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket as TcpSocket } from 'node:net';
import { Redis } from 'ioredis';
import { afterEach, expect, it, vi } from 'vitest';
import { figureOf, metered } from './testing/figures.ts';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { follow, type Person, type Result } from './testing/person.ts';

const redisUrl = process.env['REDIS_URL'] ?? '';
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one.stop();
});

/** Two instances on one database and one Redis. */
async function pair(url = redisUrl, settings: Record<string, string> = {}): Promise<[Parley, Parley]> {
  const first = await startParley({ settings: { REDIS_URL: url, ...settings } });
  running.push(first);
  const second = await startParley({ settings: { REDIS_URL: url, ...settings }, database: first.database });
  running.push(second);
  return [first, second];
}

/** What stands between the instances and Redis, and can be taken away and put back. */
async function wire(): Promise<{ url: string; cut(): void; mend(): Promise<void>; stop(): Promise<void> }> {
  const target = new URL(redisUrl);
  const open = new Set<TcpSocket>();
  let server: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer((from) => {
        const to = new (from.constructor as typeof TcpSocket)();
        to.connect(Number(target.port || 6379), target.hostname);
        for (const [one, other] of [
          [from, to],
          [to, from],
        ] as const) {
          open.add(one);
          one.on('error', () => {});
          one.on('close', () => other.destroy());
          one.pipe(other);
        }
      });
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const url = new URL(redisUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, cut, mend: async () => void (await listen(port)), stop: async () => cut() };
}

const ready = async (parley: Parley) =>
  JSON.parse((await send(`${parley.url}/health/ready`)).text) as { status: string; problems: string[] };
const isReady = (parley: Parley) =>
  vi.waitUntil(async () => (await ready(parley)).status === 'ready', { interval: 20 });

const busUp = (parley: Parley) => figureOf(parley, 'bus_up');

const at = (parley: Parley, person: Person): Person =>
  Object.assign(parley.browser(), { cookie: person.cookie, id: person.id, handle: person.handle });

async function together([here, there]: [Parley, Parley]) {
  const [ada, bob] = (await here.people(2)) as [Person, Person];
  const { thread } = await ada.does('startDirectThread', { userId: bob.id });
  return { ada, bob: at(there, bob), threadId: thread.id };
}

const typing = 'subscription ($threadId: ID!) { typing(threadId: $threadId) { users { id } } }';
const typists = (result: Result | 'complete') =>
  (result as { data: { typing: { users: { id: string }[] } } }).data.typing.users;

it('[TY1] who types on one instance is seen on the other', async () => {
  const instances = await pair();
  await Promise.all(instances.map(isReady));
  const { ada, bob, threadId } = await together(instances);
  const reader = await bob.connect();
  const { results } = reader.run(typing, { threadId });
  expect(typists(await results.next())).toEqual([]);
  await ada.does('setTyping', { threadId, typing: true });
  expect(typists(await results.next())).toEqual([{ id: ada.id }]);
  await ada.does('sendMessage', { threadId, body: 'sent' });
  expect(typists(await results.next())).toEqual([]);
  reader.close();
});

it('[WI16] without Redis everything still arrives, a little later; when it is back, all is as before', async () => {
  const redis = await wire();
  running.push(redis);
  const instances = await pair(redis.url, metered);
  const [here, there] = instances;
  await Promise.all(instances.map(isReady));
  expect(await Promise.all(instances.map(busUp))).toEqual([1, 1]);
  const { ada, bob, threadId } = await together(instances);
  const socket = await bob.connect();
  const results = await follow(socket);
  await results.next();
  redis.cut();
  await vi.waitUntil(async () => (await ready(there)).status === 'degraded', { interval: 20 });
  expect(await ready(here)).toEqual({
    status: 'degraded',
    problems: [expect.stringMatching(/^Redis does not answer: /)],
  });
  expect(await Promise.all(instances.map(busUp))).toEqual([0, 0]);
  await ada.does('sendMessage', { threadId, body: 'without' });
  await results.until((result) => result !== 'complete' && result.data.changes.message?.body === 'without');
  await redis.mend();
  await Promise.all(instances.map(isReady));
  expect(await Promise.all(instances.map(busUp))).toEqual([1, 1]);
  socket.close();
});

it('[WI16] starts without Redis, says so, and works', async () => {
  const [here, there] = await pair('redis://127.0.0.1:1');
  const { ada, bob, threadId } = await together([here, there]);
  expect((await send(`${here.url}/health/ready`)).status).toBe(200);
  expect(await ready(here)).toEqual({
    status: 'degraded',
    problems: [expect.stringMatching(/^Redis does not answer: /)],
  });
  const socket = await bob.connect();
  const results = await follow(socket);
  await ada.does('sendMessage', { threadId, body: 'arrives' });
  await results.until((result) => result !== 'complete' && result.data.changes.message?.body === 'arrives');
  socket.close();
});

it('[WI16] a Redis that lets nobody listen is none, and says so, until it does', async () => {
  const admin = new Redis(redisUrl);
  const user = `parley-deaf-${randomBytes(6).toString('hex')}`;
  await admin.call('ACL', 'SETUSER', user, 'on', '>secret', '~*', '+@all', 'resetchannels');
  const url = new URL(redisUrl);
  [url.username, url.password] = [user, 'secret'];
  const [here, there] = await pair(url.href);
  await vi.waitUntil(async () => (await ready(there)).status === 'degraded', { interval: 20 });
  expect((await ready(there)).problems).toEqual([expect.stringMatching(/^Redis does not let us: /)]);
  const { ada, bob, threadId } = await together([here, there]);
  const socket = await bob.connect();
  const results = await follow(socket);
  await ada.does('sendMessage', { threadId, body: 'arrives' });
  await results.until((result) => result !== 'complete' && result.data.changes.message?.body === 'arrives');
  socket.close();
  await admin.call('ACL', 'SETUSER', user, 'allchannels');
  await vi.waitUntil(async () => (await ready(there)).status === 'ready', { interval: 20 });
  await admin.call('ACL', 'DELUSER', user);
  await admin.quit();
});

it('[WI16] a Redis that does not count is one that each instance counts without, and says so, until it does', async () => {
  const admin = new Redis(redisUrl);
  const user = `parley-read-only-${randomBytes(6).toString('hex')}`;
  await admin.call('ACL', 'SETUSER', user, 'on', '>secret', '~*', '&*', '+@all', '-@write');
  const url = new URL(redisUrl);
  [url.username, url.password] = [user, 'secret'];
  const limits = 'signIn=2/60,signUp=off,mutation=off,query=off,socket=off';
  const [here, there] = await pair(url.href, { RATE_LIMITS: limits, ...metered });
  const shared = () => figureOf(here, 'shared_limits_up');
  const guess = async (handle: string) => {
    const query = `mutation { signIn(input: { handle: "${handle}", password: "wrong" }) { __typename } }`;
    return (await here.browser().ask(query)).errors?.[0]?.extensions.code;
  };
  await Promise.all([here, there].map(isReady));
  await expect.poll(shared).toBe(1);
  const codes = [await guess('somebody'), await guess('somebody'), await guess('somebody')];
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED']);
  expect(await ready(here)).toEqual({
    status: 'degraded',
    problems: [expect.stringMatching(/^Redis does not count \(.+\): /)],
  });
  expect(await shared()).toBe(0);
  expect((await ready(there)).status).toBe('ready');
  await admin.call('ACL', 'SETUSER', user, '+@write');
  await guess('somebody-else');
  expect((await ready(here)).status).toBe('ready');
  expect(await shared()).toBe(1);
  await admin.call('ACL', 'DELUSER', user);
  await admin.quit();
});

it('[WI17] tries are counted over all instances', async () => {
  const instances = await pair(redisUrl, {
    RATE_LIMITS: 'signIn=6/60,signUp=off,mutation=off,query=off,socket=off',
  });
  const answers: (string | undefined)[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    for (const parley of instances) {
      const query = `mutation { signIn(input: { handle: "somebody", password: "wrong ${turn}" }) { __typename } }`;
      const { errors } = await parley.browser().ask(query);
      answers.push(errors?.[0]?.extensions.code);
    }
  }
  expect(answers).toEqual([
    ...Array.from({ length: 6 }, () => undefined),
    ...Array.from({ length: 4 }, () => 'RATE_LIMITED'),
  ]);
});

it('[PR1] [PR4] who is there through one instance is seen on the other', async () => {
  const [here, there] = await pair();
  const [ada, bob] = (await here.people(2)) as [Person, Person];
  const socket = await Object.assign(there.browser(), { cookie: ada.cookie }).connect();
  const { results } = socket.run(
    'subscription ($userIds: [ID!]!) { presence(userIds: $userIds) { state } }',
    { userIds: [bob.id] },
  );
  const next = async () => ((await results.next()) as Result).data.presence as unknown as { state: string }[];
  expect(await next()).toEqual([{ state: 'OFFLINE' }]);
  const phone = await bob.connect();
  expect(await next()).toEqual([{ state: 'ONLINE' }]);
  phone.cut();
  expect(await next()).toEqual([{ state: 'OFFLINE' }]);
});

import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { begin } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person } from './testing/person.ts';
import { Socket } from './testing/socket.ts';
import { file, head, place, put, upload } from './testing/uploads.ts';

const inTime = { timeout: 30_000 };

let parley: Parley;
let [ann, bob]: Person[] = [];
beforeAll(async () => {
  parley = await startParley({ settings: { RATE_LIMITS: 'signUp=off,query=10000/60,socket=10000/60' } });
  [ann, bob] = await parley.people(2);
});
afterAll(() => parley.stop());
afterEach(() => vi.restoreAllMocks());

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

it('[WI32] of one account 1,000 subscriptions are followed at most, whatever they follow and however', async () => {
  const { thread } = await bob!.does('startDirectThread', { userId: ann!.id });
  const asked = [
    `subscription { typing(threadId: "${thread.id}") { __typename } }`,
    `subscription { presence(userIds: []) { __typename } }`,
    changesDocument,
  ];
  const sockets = await Promise.all(Array.from({ length: 11 }, () => bob!.connect()));
  const follow = async (socket: Socket, index: number) => {
    const { results, stop } = socket.run(asked[index % 3]!);
    return { first: await results.next(), stop };
  };
  const followed = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => follow(sockets[index % 10]!, index)),
  );
  expect(followed.filter(({ first }) => first === 'complete' || first.errors)).toEqual([]);
  const tooMany = { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }] };
  for (const index of [0, 1, 2]) expect((await follow(sockets[10]!, index)).first).toMatchObject(tooMany);
  const stream = await bob!.stream(changesDocument);
  expect(await stream.results.next()).toMatchObject(tooMany);
  followed[0]!.stop();
  await expect.poll(async () => (await follow(sockets[10]!, 0)).first).toHaveProperty('data');
});

it('[WI32] of one account 100 files are being fetched at most', async () => {
  const [film, theirs] = await Promise.all([ann!, bob!].map((person) => upload(person, file('a film'))));
  // Something of it comes, and no more.
  vi.spyOn(parley.instance.files, 'get').mockImplementation(async () => {
    const bytes = new Readable({ read: () => {} });
    bytes.push('a');
    return bytes;
  });
  const ask = { headers: ann!.headers };
  const fetched = await Promise.all(
    Array.from({ length: 100 }, () => begin(`${parley.url}/files/${film}`, ask)),
  );
  const { status, headers } = await head(ann!, film!);
  expect([status, headers['retry-after']]).toEqual([429, '1']);
  expect((await head(bob!, theirs!)).status).toBe(200);
  for (const one of fetched) one.destroy();
  await expect.poll(async () => (await head(ann!, film!)).status).toBe(200);
});

it('[WI32] of one account 6 files are being sent at most', async () => {
  const what = file('a film');
  const [last, ...films] = await Promise.all(Array.from({ length: 7 }, () => place(ann!, what)));
  const theirs = await place(bob!, what);
  const { files } = parley.instance;
  const keep = files.put.bind(files);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const keeping = vi.spyOn(files, 'put').mockImplementation(async (...bytes) => {
    await held;
    return keep(...bytes);
  });
  const sent = films.map((id) => put(ann!, id, what.bytes));
  await vi.waitFor(() => expect(keeping).toHaveBeenCalledTimes(6), inTime);
  const { status, headers } = await put(ann!, last!, what.bytes);
  expect([status, headers['retry-after']]).toEqual([429, '1']);
  sent.push(put(bob!, theirs, what.bytes));
  await vi.waitFor(() => expect(keeping).toHaveBeenCalledTimes(7), inTime);
  letGo();
  for (const answer of sent) expect((await answer).status).toBe(200);
  await expect.poll(async () => (await put(ann!, last!, what.bytes)).status).toBe(200);
});

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { maxBodyBytes } from './http/door.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

let parley: Parley;
let ada: Person;
beforeAll(async () => {
  parley = await startParley();
  ada = await parley.person();
});
afterAll(() => parley.stop());

const open = (headers: Record<string, string>, protocols?: string[]) =>
  Socket.open(`${parley.url}/graphql`, { headers, ...(protocols && { protocols }) });

async function opened(headers: Record<string, string> = ada.headers, protocols?: string[]): Promise<Socket> {
  const socket = await open(headers, protocols);
  if (typeof socket === 'number') throw new Error(`Refused with ${socket}.`);
  return socket;
}

const subscribe = (id: string, query = 'subscription { changes { cursor } }') => ({
  id,
  type: 'subscribe',
  payload: { query },
});

describe('the handshake', () => {
  it('[WI7] refuses pages of other origins', async () => {
    const origins = [
      'https://evil.example',
      'null',
      `${parley.url}.evil.example`,
      `${parley.url}0`,
      'http://localhost',
      '',
    ];
    for (const origin of origins) expect(await open({ cookie: ada.cookie, origin })).toBe(401);
    expect(await open({ cookie: ada.cookie, 'sec-fetch-site': 'cross-site' })).toBe(401);
  });

  it('[WI7] looks at no cookie that comes without an origin', async () => {
    const socket = await opened({ cookie: ada.cookie });
    socket.say({ type: 'connection_init' });
    expect(await socket.closed).toEqual({ code: 4401, reason: 'Signed out' });
  });

  it('[WI7] lets nobody in who is not signed in', async () => {
    for (const cookie of ['', 'parley=made-up', 'parley=Fe26.2*1*x*y*z**a*b~2']) {
      const socket = await opened({ origin: parley.url, cookie });
      socket.say({ type: 'connection_init' });
      expect(await socket.closed).toMatchObject({ code: 4401 });
    }
  });

  it.each(['graphql-ws', 'mqtt, soap', undefined])(
    '[WI8] speaks graphql-transport-ws, and not %s',
    async (protocols) => {
      // As a header: told by its option, the client itself would hang up.
      const asked: Record<string, string> =
        protocols === undefined ? {} : { 'sec-websocket-protocol': protocols };
      expect(await (await opened({ ...ada.headers, ...asked }, [])).closed).toMatchObject({ code: 4406 });
    },
  );

  it('[WI8] is at /graphql and nowhere else, whatever the address', async () => {
    for (const path of ['/', '/graphql/', '/graphiql', '//', '/%'])
      expect(await Socket.open(`${parley.url}${path}`, { headers: ada.headers })).toBe(404);
  });
});

describe('a socket that is not spoken to as it should be', () => {
  it('[WI9] closes with 4401 for a subscribe before connection_init', async () => {
    const socket = await opened();
    socket.say(subscribe('1'));
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('[WI9] closes with 4408 when no connection_init comes', async () => {
    expect(await (await opened()).closed).toMatchObject({ code: 4408 });
  });

  it('[WI9] closes with 4429 for a second connection_init', async () => {
    const socket = await ada.connect();
    socket.say({ type: 'connection_init' });
    expect(await socket.closed).toMatchObject({ code: 4429 });
  });

  it('[WI9] closes with 4409 for an id that is in use', async () => {
    const socket = await ada.connect();
    socket.say(subscribe('a'));
    socket.say(subscribe('a'));
    expect(await socket.closed).toMatchObject({ code: 4409 });
  });

  it.each([
    'junk',
    '7',
    'null',
    '{}',
    '[]',
    '{"type":"nonsense"}',
    '{"type":"subscribe","id":"1"}',
    '{"type":"subscribe","id":"1","payload":{"query":7}}',
    '{"type":"connection_init","payload":7}',
  ])('[WI9] closes with 4400 for %s', async (junk) => {
    const socket = await ada.connect();
    socket.say(junk);
    expect(await socket.closed).toMatchObject({ code: 4400 });
  });

  it('[WI9] closes with 1009 for a message of 2 MB', async () => {
    const socket = await ada.connect();
    socket.say('x'.repeat(2 * maxBodyBytes));
    expect(await socket.closed).toMatchObject({ code: 1009 });
  });
});

describe('an operation that is refused', () => {
  it.each<[string, string, object, string]>([
    ['a broken document', '{ viewer {', {}, 'BAD_REQUEST'],
    ['a document that is not valid', '{ nope }', {}, 'BAD_REQUEST'],
    ['two operations and no name', 'query A { viewer { id } } query B { viewer { id } }', {}, 'BAD_REQUEST'],
    ['variables that do not fit', 'query ($id: ID!) { thread(id: $id) { id } }', {}, 'BAD_REQUEST'],
    [
      '50 aliases',
      `{ ${Array.from({ length: 50 }, (_, at) => `a${at}: viewer { id }`).join(' ')} }`,
      {},
      'COST_LIMIT',
    ],
    [
      'pages of pages',
      'query ($n: Int) { threads(first: $n) { edges { node { messages(last: $n) { edges { node { id } } } } } } }',
      { n: 100 },
      'COST_LIMIT',
    ],
    ['a broken cursor', 'subscription { changes(after: "made up") { cursor } }', {}, 'RESYNC_REQUIRED'],
    ['a malformed id', 'subscription { messageAdded(threadId: "thr_1") { cursor } }', {}, 'BAD_INPUT'],
    [
      'signing in',
      'mutation { signIn(input: { handle: "a", password: "b" }) { __typename } }',
      {},
      'BAD_REQUEST',
    ],
  ])('[WI10] is answered, and the socket stays open: %s', async (_what, query, variables, code) => {
    const socket = await ada.connect();
    const { results } = socket.run(query, variables);
    const result = await results.next();
    expect(result).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(Object.keys((result as { errors: { extensions: object }[] }).errors[0]!.extensions)).not.toContain(
      'http',
    );
    expect(await socket.ask('{ viewer { id } }')).toEqual({ data: { viewer: { id: ada.id } } });
    socket.close();
  });

  it('[WI10] is one too many at once', async () => {
    const socket = await ada.connect();
    const running = Array.from(
      { length: 101 },
      () => socket.run('subscription { changes { cursor } }').results,
    );
    expect(await running[100]!.next()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT' } }] });
    expect(await running[99]!.next()).toMatchObject({ data: { changes: { cursor: expect.any(String) } } });
    socket.close();
  });
});

it('[WI10] a reader that asks and does not read is given up', async () => {
  const bob = await parley.person();
  const { thread } = await ada.does('startDirectThread', { userId: bob.id });
  const body = 'word '.repeat(1999);
  await Promise.all(Array.from({ length: 50 }, () => ada.does('sendMessage', { threadId: thread.id, body })));
  const socket = await ada.connect();
  const page = `{ thread(id: "${thread.id}") { messages(last: 50) { edges { node { body } } } } }`;
  socket.pause();
  for (let turn = 0; turn < 100; turn += 1) socket.run(page);
  // All of them at once would be 50 MB. The socket hears of its end once it reads what is before it.
  await vi.waitUntil(async () => parley.log().split('"kind":"query"').length > 100, { timeout: 30_000 });
  socket.resume();
  expect(await socket.closed).toMatchObject({ code: 4513 });
});

it('a connection that was refused and is held open by its client holds up no stop', async () => {
  const stopped = await startParley();
  const { port } = new URL(stopped.url);
  // It goes on when the server has said that it is done.
  const client = connect({ port: Number(port), host: 'localhost', allowHalfOpen: true });
  client.on('error', () => {});
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
  client.write(`GET /elsewhere HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n\r\n`);
  const answer = await new Promise<Buffer>((resolve) => client.once('data', resolve));
  expect(answer.toString()).toMatch(/^HTTP\/1.1 404 /);
  await stopped.stop();
  client.destroy();
});

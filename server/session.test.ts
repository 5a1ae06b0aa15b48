import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { csrfHeader, viewerHeader } from './http/origin.ts';
import { openEventStream } from './testing/event-stream.ts';
import { holdUp } from './testing/hold-up.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { password } from './testing/person.ts';
import { Socket } from './testing/socket.ts';
import { within } from './testing/inbox.ts';

const changes = 'subscription { changes { __typename cursor } }';
const older = 'Zm9yLXRlc3RzLW9ubHktYS1zZWNyZXQtMDEyMzQ1Njc4OQ';
const newer = 'YW5vdGhlci1zZWNyZXQtZm9yLXRlc3RzLTk4NzY1NDMyMTA';

let parley: Parley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());
afterEach(() => vi.useRealTimers());

async function sql(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: parley.database.url });
  await client.connect();
  await client.query(text, values);
  await client.end();
}

const signIn = (handle: string, secret: string) => ({
  query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
  variables: { input: { handle, password: secret } },
});

describe('the cookie', () => {
  it('[WI11] holds nothing that a script or another site could get at', async () => {
    const { handle } = await parley.person();
    const { headers, text } = await parley.browser().post(signIn(handle, password));
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^parley=Fe26\.2\*[^;]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(text).toBe('{"data":{"signIn":{"__typename":"SignInPayload"}}}');
  });

  it('[WI11] is the host’s own and for encrypted pages where PUBLIC_URL is https', async () => {
    const secure = await startParley({
      settings: { PUBLIC_URL: 'https://chat.example' },
      database: parley.database,
    });
    const { handle } = await parley.person();
    const { headers } = await secure
      .browser()
      .post(signIn(handle, password), { origin: 'https://chat.example' });
    expect(headers['set-cookie']?.[0]).toMatch(
      /^__Host-parley=[^;]+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    await secure.stop();
  });

  it.each(['made-up', 'Fe26.2*1*x*y*z**a*b~2', '%%%', 'x'.repeat(8000), 'Fe26.2'])(
    '[WI11] that is none is nobody’s: %s',
    async (value) => {
      const browser = parley.browser();
      browser.cookie = `parley=${value}`;
      expect(await browser.ask('{ viewer { id } }')).toEqual({ data: { viewer: null } });
    },
  );

  it('[WI12] opens with every secret and is sealed with the first, so that a change signs nobody out', async () => {
    const ada = await parley.person();
    const rotated = await startParley({
      settings: { SESSION_SECRET: `${newer},${older}` },
      database: parley.database,
    });
    const over = rotated.browser();
    over.cookie = ada.cookie;
    expect(await over.ask('{ viewer { id } }')).toEqual({ data: { viewer: { id: ada.id } } });
    await over.ask(signIn(ada.handle, password).query, signIn(ada.handle, password).variables);
    const after = await startParley({ settings: { SESSION_SECRET: newer }, database: parley.database });
    const renewed = after.browser();
    renewed.cookie = over.cookie;
    expect(await renewed.ask('{ viewer { id } }')).toEqual({ data: { viewer: { id: ada.id } } });
    renewed.cookie = ada.cookie;
    expect(await renewed.ask('{ viewer { id } }')).toEqual({ data: { viewer: null } });
    await Promise.all([rotated.stop(), after.stop()]);
  });
});

describe('a request that says whose it is', () => {
  const say = {
    query: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }',
  };
  const rename = { ...say, variables: { input: { displayName: 'Whoever Is In' } } };
  const accept = 'application/graphql-response+json';

  it('[SS5] is refused while somebody else is signed in, and answered for who it says and for strangers', async () => {
    const [ada, bo] = await parley.people(2);
    const refused = await bo!.post(rename, { accept, [viewerHeader]: ada!.id });
    expect(refused.status).toBe(401);
    expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ extensions: { code: 'OTHER_VIEWER' } }] });
    expect(await bo!.ask('{ viewer { displayName } }')).toEqual({
      data: { viewer: { displayName: 'Someone' } },
    });
    const query = { query: '{ viewer { id } }' };
    const answered = await bo!.post(query, { [viewerHeader]: bo!.id });
    expect(JSON.parse(answered.text)).toEqual({ data: { viewer: { id: bo!.id } } });
    const stranger = await parley.browser().post(query, { [viewerHeader]: ada!.id });
    expect(JSON.parse(stranger.text)).toEqual({ data: { viewer: null } });
  });

  it('[SS5] is no stream of somebody else’s', async () => {
    const [ada, bo] = await parley.people(2);
    const headers = { [csrfHeader]: '1', ...bo!.headers, [viewerHeader]: ada!.id };
    const { results } = await openEventStream(`${parley.url}/graphql`, headers, {
      query: changes,
      variables: {},
    });
    expect(await results.next()).toMatchObject({ errors: [{ extensions: { code: 'OTHER_VIEWER' } }] });
  });

  it('[SS5] opens no socket while somebody else is signed in, nor makes them present', async () => {
    const [ada, bo] = await parley.people(2);
    const open = async (viewerId: unknown) => {
      const socket = await Socket.open(`${parley.url}/graphql`, { headers: bo!.headers });
      if (typeof socket === 'number') throw new Error(`Refused with ${socket}.`);
      socket.say({ type: 'connection_init', payload: { viewerId } });
      return socket;
    };
    const entered = vi.spyOn(parley.instance.presence, 'enter');
    for (const viewerId of [ada!.id, '', 7])
      expect(await (await open(viewerId)).closed).toEqual({
        code: 4401,
        reason: 'Somebody else is signed in',
      });
    expect(entered).not.toHaveBeenCalled();
    entered.mockRestore();
    for (const viewerId of [bo!.id, null]) {
      const socket = await open(viewerId);
      await socket.messages.until(({ type }) => type === 'connection_ack');
      socket.close();
    }
  });
});

describe('the end of a session', () => {
  it('[WI13] is there for the next request, its sockets and its streams, on every instance', async () => {
    const other = await startParley({ database: parley.database });
    const ada = await parley.person();
    const elsewhere = Object.assign(other.browser(), { cookie: ada.cookie });
    const sockets = [await ada.connect(), await elsewhere.connect()];
    const running = sockets.map((socket) => socket.run(changes).results);
    const streams = [await ada.stream(changes), await elsewhere.stream(changes)];
    for (const results of [...running, ...streams.map((stream) => stream.results)]) {
      expect(await results.next()).toMatchObject({ data: { changes: { __typename: 'CaughtUp' } } });
    }
    const { cookie } = ada;
    await ada.does('signOut', {});
    expect(await sockets[0]!.closed).toEqual({ code: 4401, reason: 'Signed out' });
    expect(await within(streams[0]!.ended, 'the stream goes on')).toEqual({ complete: true });
    expect(await streams[0]!.results.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await sockets[1]!.closed).toMatchObject({ code: 4401 });
    await within(streams[1]!.ended, 'the stream goes on');
    expect(ada.cookie).toBe('');
    for (const instance of [parley, other]) {
      const again = Object.assign(instance.browser(), { cookie });
      expect(await again.ask('{ viewer { id } }')).toEqual({ data: { viewer: null } });
      await expect(again.connect()).rejects.toThrow('Closed with 4401.');
    }
    await other.stop();
  });

  it.each([
    ['little', 0],
    ['much', 600],
  ])('[WI13] waits for nothing that holds back the log, with %s behind it', async (_what, events) => {
    const other = await startParley({ database: parley.database });
    const ada = await parley.person();
    const elsewhere = Object.assign(other.browser(), { cookie: ada.cookie });
    const sockets = [await ada.connect(), await elsewhere.connect()];
    const { thread } = await ada.does('startDirectThread', { userId: (await parley.person()).id });
    const typing = `subscription { typing(threadId: "${thread.id}") { __typename } }`;
    const streams = await Promise.all([changes, typing].map((document) => elsewhere.stream(document)));
    for (const { results } of streams) await results.next();
    const log = await holdUp(parley.database.url);
    await sql(`insert into "Event" (kind) select 'USER_UPDATED' from generate_series(1, $1)`, [events]);
    await ada.does('signOut', {});
    for (const socket of sockets) expect(await socket.closed).toEqual({ code: 4401, reason: 'Signed out' });
    for (const { results, ended } of streams) {
      // What was done before may be told late: every test's transaction holds back the log of every database.
      const { errors } = await results.until((result) => 'errors' in result);
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
      await within(ended, 'the stream goes on');
    }
    await log.end();
    await other.stop();
  });

  it.each([
    ['a subscription', changes],
    ['a query', '{ threads { edges { cursor } } }'],
  ])('[WI13] is there for %s whose request had begun and was not all there', async (_what, query) => {
    const ada = await parley.person();
    const socket = await ada.connect();
    const slow = request(`${parley.url}/graphql`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        [csrfHeader]: '1',
        ...ada.headers,
      },
    });
    const answer = new Promise<string>((resolve, reject) => {
      slow.on('response', (response) => resolve(text(response)));
      slow.on('error', reject);
    });
    const entered = vi.spyOn(parley.instance.sessions, 'enter');
    slow.flushHeaders();
    await vi.waitFor(() => expect(entered).toHaveBeenCalledOnce());
    entered.mockRestore();
    await ada.does('signOut', {});
    await socket.closed;
    slow.end(JSON.stringify({ query }));
    expect(await within(answer, 'it is answered as if nothing had happened')).toContain('UNAUTHENTICATED');
    slow.destroy();
  });

  it('[WI13] leaves the person’s other sessions alone', async () => {
    const ada = await parley.person();
    const phone = parley.browser();
    await phone.does('signIn', { handle: ada.handle, password });
    const socket = await phone.connect();
    await ada.does('signOut', {});
    expect(await socket.ask('{ viewer { id } }')).toEqual({ data: { viewer: { id: ada.id } } });
    socket.close();
  });

  it('[WI14] comes to an open socket and stream when the row has run out, and leaves those that are in use', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const watching = await startParley({ database: parley.database });
    const [ada, bob] = await watching.people(2);
    const sockets = [await ada!.connect(), await bob!.connect()];
    const stream = await ada!.stream(changes);
    await stream.results.next();
    await sql(`update "Session" set "expiresAt" = now() where "userId" = $1`, [ada!.id]);
    await sql(`update "Session" set "lastSeenAt" = now() - interval '29 days' where "userId" = $1`, [
      bob!.id,
    ]);
    vi.advanceTimersByTime(30_000);
    // An answer comes after the pong to the ping that was due.
    for (const socket of sockets) await socket.ask('{ viewer { id } }');
    vi.advanceTimersByTime(30_000);
    expect(await sockets[0]!.closed).toMatchObject({ code: 4401 });
    await within(stream.ended, 'the stream goes on');
    expect(await sockets[1]!.ask('{ viewer { id } }')).toEqual({ data: { viewer: { id: bob!.id } } });
    const client = new pg.Client({ connectionString: parley.database.url });
    await client.connect();
    const { rows } = await client.query(
      `select "lastSeenAt" > now() - interval '1 day' as used from "Session" where "userId" = $1`,
      [bob!.id],
    );
    await client.end();
    expect(rows).toEqual([{ used: true }]);
    sockets[1]!.close();
    await watching.stop();
  });
});

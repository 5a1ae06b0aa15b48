import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutationOf } from '../../schema/testing/mutations.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { send } from '../testing/http.ts';
import { maxBodyBytes } from './door.ts';
import { csrfHeader, viewerHeader } from './origin.ts';

const guest = 'https://guest.example';
let parley: Parley;
let ada: Person;
let bob: Person;
beforeAll(async () => {
  parley = await startParley({ settings: { ALLOWED_ORIGINS: guest } });
  [ada, bob] = (await parley.people(2)) as [Person, Person];
});
afterAll(() => parley.stop());

const evil = ['https://evil.example', 'null', 'http://localhost', 'http://localhost:1'];
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  undefined,
];
const methods = ['POST', 'GET', 'PUT', 'DELETE', 'PATCH'];

/** What a page could send: a group with a telling name, in each shape that a server might take for a mutation. */
function attack(name: string) {
  const query = mutationOf('createGroup');
  const variables = { input: { name, participantIds: [bob.id] } };
  const form = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return { json: JSON.stringify({ query, variables }), form: form.toString() };
}

async function groupsOf(person: Person): Promise<string[]> {
  const { data } = await person.ask('{ threads(first: 100) { edges { node { name } } } }');
  return (data as { threads: { edges: { node: { name: string } }[] } }).threads.edges.map(
    ({ node }) => node.name,
  );
}

describe('the door', () => {
  it('[WI2] lets no page of another origin change anything, whatever it sends and however', async () => {
    const origins = [...evil, `${parley.url}.evil.example`, `${parley.url}1`];
    const tries = origins.flatMap((origin) =>
      types.flatMap((type) =>
        methods.flatMap((method) =>
          [{ [csrfHeader]: '1' }, {}].map((extra) => ({ origin, type, method, extra })),
        ),
      ),
    );
    const { json, form } = attack('by a foreign page');
    const statuses = await Promise.all(
      tries.map(async ({ origin, type, method, extra }) => {
        const headers = { ...extra, origin, cookie: ada.cookie, ...(type && { 'content-type': type }) };
        const body = type?.includes('form') ? form : json;
        const url = method === 'GET' ? `${parley.url}/graphql?${form}` : `${parley.url}/graphql`;
        return (await send(url, { method, headers, ...(method !== 'GET' && { body }) })).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([403]));
    expect(await groupsOf(ada)).not.toContain('by a foreign page');
  });

  it.each([
    ['the header', { 'content-type': 'application/json' }, 403],
    ['JSON: plain text', { 'content-type': 'text/plain', [csrfHeader]: '1' }, 415],
    ['JSON: a form', { 'content-type': 'application/x-www-form-urlencoded', [csrfHeader]: '1' }, 415],
    [
      'JSON: a form with files',
      { 'content-type': 'multipart/form-data; boundary=x', [csrfHeader]: '1' },
      415,
    ],
    ['JSON: a query as text', { 'content-type': 'application/graphql', [csrfHeader]: '1' }, 415],
    [
      'JSON: something that begins like it',
      { 'content-type': 'application/json-ish', [csrfHeader]: '1' },
      415,
    ],
    ['JSON: nothing said', { [csrfHeader]: '1' }, 415],
    [
      'a page of its own',
      { 'content-type': 'application/json', [csrfHeader]: '1', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    [
      'its very origin',
      { 'content-type': 'application/json', [csrfHeader]: '1', 'sec-fetch-site': 'same-site' },
      403,
    ],
  ])('[WI2] wants %s', async (_what, headers: Record<string, string>, status) => {
    const { json } = attack('without');
    const answer = await send(`${parley.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, cookie: ada.cookie },
      body: json,
    });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(await groupsOf(ada)).not.toContain('without');
  });

  it('[WI2] takes no mutation by GET, whoever sends it', async () => {
    const { form } = attack('by GET');
    const headers = { ...ada.headers, [csrfHeader]: '1' };
    const answer = await send(`${parley.url}/graphql?${form}`, { headers });
    expect(answer.status).toBe(405);
    expect(await groupsOf(ada)).not.toContain('by GET');
  });

  it('[WI3] takes a program that names no origin for who its cookie says', async () => {
    const headers = { 'content-type': 'application/json', [csrfHeader]: '1', cookie: ada.cookie };
    const answer = await send(`${parley.url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(JSON.parse(answer.text)).toEqual({ data: { viewer: { id: ada.id } } });
  });

  it('[WI4] lets pages of listed origins ask and read, and of no other', async () => {
    const asked = {
      method: 'OPTIONS',
      headers: { origin: guest, 'access-control-request-headers': csrfHeader },
    };
    const preflight = await send(`${parley.url}/graphql`, asked);
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': guest,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': `content-type, ${viewerHeader}, ${csrfHeader}`,
    });
    const answer = await ada.post({ query: '{ viewer { id } }' }, { origin: guest });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': guest,
      vary: expect.stringContaining('Origin'),
    });
    const foreign = await send(`${parley.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    'text/html',
    'image/png, audio/*',
    'application/json; charset=utf-16',
    'application/xml;q=0.9',
    'json',
  ])('[WI30] does nothing for who takes none of its answers, and says what they are: %s', async (accept) => {
    const { json } = attack('for nobody');
    const answer = await ada.post(json, { accept });
    expect(answer.status).toBe(406);
    const message = 'Accept one of application/graphql-response+json, application/json, text/event-stream.';
    expect(JSON.parse(answer.text)).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    expect(await groupsOf(ada)).not.toContain('for nobody');
  });

  it.each([
    '*/*',
    'text/*, application/json',
    'APPLICATION/JSON ; charset=UTF-8',
    'text/html, application/*',
  ])('[WI30] answers who takes one of its answers: %s', async (accept) => {
    expect((await ada.post({ query: '{ viewer { id } }' }, { accept })).status).toBe(200);
  });

  it('[WI30] sets up no subscription over HTTP for who does not take server-sent events', async () => {
    const answer = await ada.post(
      { query: 'subscription { changes { cursor } }' },
      { accept: 'application/json, multipart/mixed' },
    );
    expect(answer.status).toBe(406);
    const message = 'Over HTTP a subscription needs "accept: text/event-stream".';
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ message, extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(parley.instance.hub.size).toBe(0);
  });

  it.each([
    ['said to be so', true],
    ['sent without saying how long it is', false],
  ])('[WI5] refuses a body of 2 MB, %s', async (_how, told) => {
    const body = Buffer.from(
      JSON.stringify({ query: '{ viewer { id } }', operationName: 'x'.repeat(2 * maxBodyBytes) }),
    );
    const headers = {
      ...ada.headers,
      [csrfHeader]: '1',
      'content-type': 'application/json',
      ...(told ? { 'content-length': String(body.length) } : { 'transfer-encoding': 'chunked' }),
    };
    const answer = await send(`${parley.url}/graphql`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each([true, false])(
    '[WI5] takes 64 KiB of who is nobody that it knows, told how long: %s',
    async (told) => {
      const asked = { query: '{ __typename }', variables: { x: 'x'.repeat(64 * 1024) } };
      const length: Record<string, string> = told ? {} : { 'transfer-encoding': 'chunked' };
      for (const accept of ['application/json', 'text/event-stream, application/json;charset=utf-8'])
        expect((await parley.browser().post(asked, { accept, ...length })).status).toBe(413);
      expect((await ada.post(asked, length)).status).toBe(200);
    },
  );

  it('[WI5] cuts off who goes on sending behind the answer', async () => {
    const { port } = new URL(parley.url);
    const client = connect({ port: Number(port), host: 'localhost' });
    client.on('error', () => {});
    client.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nsome of it');
    const answer = await new Promise<Buffer>((resolve) => client.once('data', resolve));
    expect(answer.toString()).toMatch(/^HTTP\/1.1 403 /);
    const closed = new Promise((resolve) => client.once('close', resolve));
    const sending = setInterval(() => client.write('more of it'), 100);
    await closed;
    clearInterval(sending);
  });

  it.each([
    ['broken JSON', '{"query": "{ viewer'],
    ['no JSON at all', 'viewer, please'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['several at once', '[{"query":"{ viewer { id } }"},{"query":"{ viewer { id } }"}]'],
    ['no query', '{"variables":{}}'],
    ['a query that is no text', '{"query":{"viewer":true}}'],
    ['variables that are none', '{"query":"{ viewer { id } }","variables":"x"}'],
    ['something else besides', '{"query":"{ viewer { id } }","extra":1}'],
    ['a broken document', '{"query":"{ viewer { id "}'],
    [
      'an unknown operation',
      '{"query":"query A { viewer { id } } query B { viewer { id } }","operationName":"C"}',
    ],
    ['a document without an operation', '{"query":"fragment F on User { id }"}'],
    ['bytes that are no text', '\ud800\ufffe'],
  ])('[WI6] answers %s with BAD_REQUEST', async (_what, body) => {
    const answer = await ada.post(body, { accept: 'application/graphql-response+json' });
    expect(answer.status).toBe(400);
    const { errors } = JSON.parse(answer.text) as { errors: { extensions: object }[] };
    expect(errors.map(({ extensions }) => extensions)).toEqual(errors.map(() => ({ code: 'BAD_REQUEST' })));
    expect(errors.length).toBeGreaterThan(0);
  });

  it.each(['//', '/%', '/..//', '//evil.example/graphql', 'http://', '/graphql/%00', '*'])(
    '[WI6] lives through the address %s',
    async (path) => {
      const answer = await send(parley.url, { path } as never);
      // 503 where the web app has not been built.
      expect([200, 400, 404, 503]).toContain(answer.status);
      expect((await send(`${parley.url}/health/live`)).status).toBe(200);
    },
  );
});

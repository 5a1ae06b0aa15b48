import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutationOf } from '../schema/testing/mutations.ts';
import { csrfHeader } from './http/origin.ts';
import { send } from './testing/http.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person, Result } from './testing/person.ts';

/** What nobody outside has any business with: paths, stacks, SQL, the libraries' own words. */
const inside =
  /prisma|postgres|\bpg\b|node_modules|\/work|\.ts\b|\bat \w+ \(|select |insert |relation "|syntax error at|ECONN|P2\d{3}/i;

let parley: Parley;
let ada: Person;
beforeAll(async () => {
  parley = await startParley();
  ada = await parley.person();
});
afterAll(() => parley.stop());

async function sql(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: parley.database.url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

const logged = (text: string) =>
  parley
    .log()
    .split('\n')
    .filter((line) => line.includes(text));

describe('what goes wrong inside', () => {
  it('[WI22] is answered with INTERNAL and a request id, and logged once under it, whichever way it was asked', async () => {
    const { thread } = await ada.does('createGroup', {
      name: 'Group',
      participantIds: [(await parley.person()).id],
    });
    const socket = await ada.connect();
    await sql('alter table "Participant" rename to gone');
    const query = '{ threads { edges { node { id } } } }';
    const over = {
      http: await ada.post({ query }, { accept: 'application/graphql-response+json' }),
      mutation: await ada.ask(mutationOf('sendMessage'), { input: { threadId: thread.id, body: 'x' } }),
      socket: await socket.ask(query),
      subscription: (await socket.run('subscription { changes { cursor } }').results.next()) as Result,
      stream: await (await ada.stream('subscription { changes { cursor } }')).results.next(),
    };
    await sql('alter table gone rename to "Participant"');
    const answers = { ...over, http: JSON.parse(over.http.text) as Result };
    for (const { errors } of Object.values(answers)) {
      expect(errors).toHaveLength(1);
      const [{ message, extensions }] = errors as [NonNullable<Result['errors']>[number]];
      expect(message).toBe('Something went wrong on our side.');
      expect(extensions).toEqual({ code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      const faults = logged(String(extensions['requestId'])).filter(
        (line) => (JSON.parse(line) as { level: number }).level >= 50,
      );
      expect(faults).toHaveLength(1);
    }
    expect(over.http.status).toBe(500);
    expect(over.http.headers['x-request-id']).toBe(answers.http.errors?.[0]?.extensions['requestId']);
    expect(JSON.stringify(over)).not.toMatch(inside);
    socket.close();
  });

  it('[WI22] is nothing that a client could bring about with whatever it sends', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('', 'thr_', '\0', '\ud800', '../..', "'; drop", '{{', 'null', 'a'.repeat(5000)),
    );
    const value = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue());
    const documents = [
      ...['signUp', 'signIn', 'createGroup', 'sendMessage', 'markRead', 'addParticipant', 'setTyping'].map(
        (name) => mutationOf(name),
      ),
      'query ($a: ID!, $b: String, $c: Int) { thread(id: $a) { messages(last: $c, before: $b) { edges { node { body } } } } }',
      'query ($a: Cursor!, $c: Int) { changes(after: $a, first: $c) { cursor } }',
      'query ($a: [ID!]!, $b: String) { nodes(ids: $a) { id } users(search: $b) { edges { cursor } } }',
    ];
    const input = fc.dictionary(
      fc.constantFrom(
        'threadId',
        'body',
        'id',
        'replyToId',
        'handle',
        'displayName',
        'password',
        'name',
        'participantIds',
        'userId',
        'seq',
        'typing',
        'clientMutationId',
        'extra',
      ),
      value,
    );
    const request = fc.oneof(
      fc.record({
        query: fc.constantFrom(...documents),
        variables: fc.record({ input, a: value, b: value, c: value }, { requiredKeys: [] }),
      }),
      fc.record({ query: text, variables: fc.object(), operationName: text }, { requiredKeys: [] }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(request, async (body) => {
        const answer = await ada.post(JSON.stringify(body) ?? '', {});
        const { errors = [] } = JSON.parse(answer.text) as Result;
        expect(answer.status).toBeLessThan(500);
        expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
        expect(answer.text).not.toMatch(/node_modules|\/work|prisma|\bat \w+ \(/i);
      }),
      { numRuns: 300 },
    );
  });

  it('[WI22] is no header either', async () => {
    const header = fc.string({
      unit: fc.constantFrom('a', 'b', '=', ';', ',', '"', '*', '%', ' ', '{', '}', '/'),
    });
    await fc.assert(
      fc.asyncProperty(header, header, header, async (cookie, accept, type) => {
        const headers = {
          [csrfHeader]: '1',
          cookie: `parley=${cookie}`,
          accept,
          'content-type': type,
          'x-forwarded-for': cookie,
        };
        const asked = await send(`${parley.url}/graphql`, {
          method: 'POST',
          headers,
          body: '{"query":"{ viewer { id } }"}',
        });
        expect(asked.status).toBeLessThan(500);
        expect(
          (await send(`${parley.url}/graphql?query=${encodeURIComponent(type)}`, { headers })).status,
        ).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the log', () => {
  it('[WI23] tells of every request and operation, and never what was said, nor by which secret', async () => {
    const canary = (what: string) => `canary-${what}-${randomBytes(8).toString('hex')}`;
    const [secret, body, name, displayName] = ['password', 'body', 'group', 'person'].map(canary) as [
      string,
      string,
      string,
      string,
    ];
    const browser = parley.browser();
    await browser.does('signUp', {
      handle: `canary-${randomBytes(4).toString('hex')}`,
      displayName,
      password: secret,
    });
    const { thread } = await browser.does('createGroup', { name, participantIds: [ada.id] });
    const socket = await browser.connect();
    await socket.ask(mutationOf('sendMessage'), { input: { threadId: thread.id, body } });
    await browser.does('signIn', { handle: 'nobody-at-all', password: secret });
    await browser.ask(`{ users(search: "${body}") { edges { cursor } } }`);
    await browser.post(`{"query": "${body}`, { authorization: `Bearer ${secret}` });
    await send(`${parley.url}/${secret}?token=${secret}`, { headers: { cookie: browser.cookie } });
    // Faults, whose errors hold what was being written.
    await sql('alter table "Message" add constraint refused check (body not like \'%canary%\') not valid');
    await sql(
      'alter table "User" add constraint refused check ("displayName" not like \'%canary%\') not valid',
    );
    const failed = [
      await socket.ask(mutationOf('sendMessage'), { input: { threadId: thread.id, body: `${body} again` } }),
      await browser.ask(mutationOf('signUp'), {
        input: { handle: 'one-more', displayName, password: secret },
      }),
    ];
    for (const { errors } of failed) expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    await sql('alter table "Message" drop constraint refused');
    await sql('alter table "User" drop constraint refused');
    const { cookie } = browser;
    await browser.does('signOut', {});
    socket.close();

    const log = parley.log().replaceAll(`/${secret}`, '/PATH');
    for (const what of [secret, body, name, displayName, cookie, cookie.split('=')[1]!])
      expect(log).not.toContain(what);
    const lines = log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const asked = lines.filter(({ msg }) => msg === 'request');
    expect(asked.every(({ requestId, status, ms }) => requestId && status && ms !== undefined)).toBe(true);
    const told = lines.filter(({ msg }) => msg === 'operation');
    expect(told.some(({ kind, userId, codes }) => kind === 'mutation' && userId && codes)).toBe(true);
    // An operation over HTTP and its request are told under one name.
    expect(told.some(({ requestId }) => asked.some((one) => one['requestId'] === requestId))).toBe(true);
  });
});

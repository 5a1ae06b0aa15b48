import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutationOf } from '../../schema/testing/mutations.ts';
import { openEventStream } from '../testing/event-stream.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import type { Person } from '../testing/person.ts';
import { csrfHeader } from './origin.ts';

let parley: Parley;
let ada: Person;
beforeAll(async () => {
  parley = await startParley();
  ada = await parley.person();
});
afterAll(() => parley.stop());

const accepts = ['application/json', 'application/graphql-response+json', '*/*'];
const requests: [what: string, body: Record<string, unknown>][] = [
  ['a query', { query: '{ viewer { id } }' }],
  [
    'one of several operations',
    { query: 'query A { __typename } query B { viewer { id } }', operationName: 'B' },
  ],
  ['variables', { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: 'thr_1' } }],
  ['variables that do not fit', { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: {} }],
  ['nothing for what may be missing', { query: '{ viewer { id } }', variables: null, operationName: null }],
  [
    'a mutation that fails',
    { query: mutationOf('signIn'), variables: { input: { handle: 'a', password: 'b' } } },
  ],
  ['a broken document', { query: '{ viewer' }],
  ['a document that is not valid', { query: '{ nope }' }],
  ['an error beside data', { query: '{ viewer { id } changes(after: "x") { cursor } }' }],
  ['too much', { query: `{ ${'a'.repeat(20_001)} }` }],
];

describe('a request that is posted as JSON and answered as JSON', () => {
  it.each(requests)('[WI31] is answered as any other way of HTTP answers it: %s', async (_what, body) => {
    for (const accept of accepts) {
      const [plain, yogas] = await Promise.all(
        // Extensions mean nothing to us, and are Yoga's to look at.
        [body, { ...body, extensions: {} }].map((each) => ada.post(each, { accept })),
      );
      const { 'x-request-id': _one, date: _then, ...headers } = plain!.headers;
      const { 'x-request-id': _other, date: _now, ...theirs } = yogas!.headers;
      expect(JSON.parse(plain!.text)).toEqual(JSON.parse(yogas!.text));
      expect({ status: plain!.status, headers }).toEqual({ status: yogas!.status, headers: theirs });
    }
  });

  it('[WI31] is streamed where it subscribes and its client takes a stream', async () => {
    const headers = { [csrfHeader]: '1', ...ada.headers, accept: '*/*' };
    const asked = { query: 'subscription { changes { __typename } }', variables: {} };
    const stream = await openEventStream(`${parley.url}/graphql`, headers, asked);
    expect(await stream.results.next()).toEqual({ data: { changes: { __typename: 'CaughtUp' } } });
    await ada.does('signOut', {});
    await stream.ended;
  });
});

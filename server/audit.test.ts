import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csrfHeader } from './http/origin.ts';
import { type Parley, startParley } from './testing/parley.ts';
import type { Person } from './testing/person.ts';

let parley: Parley;
let person: Person;
beforeAll(async () => {
  parley = await startParley();
  person = await parley.person();
});
afterAll(() => parley.stop());

/** The suite of the GraphQL-over-HTTP specification's authors, as it is, with the header that the API demands. */
const audit = (headers: () => Record<string, string>) =>
  serverAudits({
    url: () => `${parley.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as object), [csrfHeader]: '1', ...headers() } }),
  });

it.each([
  ['a stranger', () => ({})],
  ['somebody who is signed in', () => person.headers],
])('[WI1] passes every audit of graphql-http for %s', async (_who, headers) => {
  const audits = audit(headers);
  const results = await Promise.all(audits.map((each) => each.fn()));
  const failed = results
    .filter(({ status }) => status !== 'ok')
    .map((result) => ({ ...result, response: undefined }));
  expect(failed).toEqual([]);
  expect(results).toHaveLength(61);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../testing/http.ts';
import { type Parley, startParley } from '../testing/parley.ts';
import { csrfHeader } from './origin.ts';

let parley: Parley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const directives = (policy: unknown): Map<string, string[]> =>
  new Map(
    String(policy)
      .split(';')
      .map((part) => part.trim().split(' '))
      .map(([name = '', ...values]) => [name, values]),
  );

describe.each([
  '/',
  '/some/thread',
  '/graphiql',
  '/graphql',
  '/health/ready',
  '/assets/none.js',
  '/favicon.svg',
])('the headers of %s', (path) => {
  it('[WI27] keep a browser from doing anything else with it', async () => {
    const { headers } = await send(`${parley.url}${path}`, { headers: { [csrfHeader]: '1' } });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    for (const name of ['x-powered-by', 'server', 'strict-transport-security'])
      expect(headers).not.toHaveProperty(name);
    const policy = directives(headers['content-security-policy']);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    // No script but the server's own files: neither in the page, nor made from text, nor from elsewhere.
    expect(policy.get('script-src') ?? ["'self'"]).toEqual(["'self'"]);
    expect([...policy.values()].flat().filter((source) => /unsafe-eval|https?:|\*/.test(source))).toEqual([]);
  });
});

it('[WI27] answers of the API are kept nowhere and shown as nothing', async () => {
  for (const path of ['/graphql', '/health/live']) {
    const { headers } = await send(`${parley.url}${path}`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
});

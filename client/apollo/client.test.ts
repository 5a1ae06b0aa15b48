import type { Client } from 'graphql-ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { ViewerDocument } from '../generated/graphql.ts';
import { viewerId } from '../session/viewer-id.ts';
import { createParley } from './client.ts';

const noSocket = { subscribe: () => () => {} } as unknown as Client;

beforeEach(() => viewerId.set(null));
afterEach(() => void vi.unstubAllGlobals());

function parley(answer: object, status = 200) {
  const type = 'application/graphql-response+json';
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(new Response(JSON.stringify(answer), { status, headers: { 'content-type': type } })),
  );
  vi.stubGlobal('fetch', fetched);
  const told = { onSignedOut: vi.fn(), onOtherViewer: vi.fn() };
  const { client } = createParley({ socket: noSocket, ...told });
  return {
    ...told,
    ask: () => client.query({ query: ViewerDocument, fetchPolicy: 'no-cache' }),
    said: () => new Headers(fetched.mock.lastCall?.[1]?.headers).get('x-parley-viewer'),
  };
}

it('says whose page it is, once that is known', async () => {
  const { ask, said } = parley({ data: { viewer: null } });
  await ask();
  expect(said()).toBeNull();
  viewerId.set('usr_a');
  await ask();
  expect(said()).toBe('usr_a');
});

it.each([
  ['OTHER_VIEWER', 0, 1],
  ['UNAUTHENTICATED', 1, 0],
])('tells somebody else’s session from none: %s', async (code, out, other) => {
  const { ask, onSignedOut, onOtherViewer } = parley(
    { errors: [{ message: code, extensions: { code } }] },
    401,
  );
  await expect(ask()).rejects.toThrow(code);
  expect([onSignedOut, onOtherViewer].map(({ mock }) => mock.calls.length)).toEqual([out, other]);
});

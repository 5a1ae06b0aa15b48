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
  const onLeft = vi.fn();
  const { client } = createParley({ socket: noSocket, onLeft });
  return {
    onLeft,
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
  ['OTHER_VIEWER', 1],
  ['UNAUTHENTICATED', 1],
  ['NOT_FOUND', 0],
])(
  'tells that its person is gone, whoever is there by now, from what is refused: %s',
  async (code, times) => {
    const { ask, onLeft } = parley({ errors: [{ message: code, extensions: { code } }] }, 401);
    await expect(ask()).rejects.toThrow(code);
    expect(onLeft).toHaveBeenCalledTimes(times);
  },
);

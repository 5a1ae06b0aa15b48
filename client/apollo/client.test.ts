import type { Client } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { AddReactionDocument, SetTypingDocument, ViewerDocument } from '../generated/graphql.ts';
import { SetPresenceDocument } from '../generated/presence.ts';
import { connection } from '../live/connection.ts';
import { viewerId } from '../session/viewer-id.ts';
import { createParley, OVER_HTTP } from './client.ts';

beforeEach(() => {
  viewerId.set(null);
  connection.set('connecting');
});
afterEach(() => void vi.unstubAllGlobals());

function parley(answer: object, status = 200) {
  const type = 'application/graphql-response+json';
  const fetched = vi.fn<typeof fetch>(() =>
    Promise.resolve(new Response(JSON.stringify(answer), { status, headers: { 'content-type': type } })),
  );
  vi.stubGlobal('fetch', fetched);
  const onLeft = vi.fn();
  const sent = vi.fn<Client['subscribe']>((_, sink) => {
    sink.next(answer);
    sink.complete();
    return () => {};
  });
  const { client } = createParley({ socket: { subscribe: sent } as unknown as Client, onLeft });
  return {
    onLeft,
    client,
    fetched,
    sent,
    /** What the mutations that went over the socket were given. */
    inputs: () => sent.mock.calls.map(([{ variables }]) => variables?.['input']),
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

describe('a mutation', () => {
  const variables = { input: { messageId: 'msg_1', emoji: '👍' } };
  const answer = { data: { addReaction: { __typename: 'LimitError', code: 'LIMIT_REACHED', reason: '' } } };

  it.each([
    ['online', {}, [1, 0]],
    ['online', OVER_HTTP, [0, 1]],
    ['offline', {}, [0, 1]],
    ['connecting', {}, [0, 1]],
  ] as const)('goes over the socket where that is open: %s, %o', async (state, context, times) => {
    const { client, fetched, sent } = parley(answer);
    connection.set(state);
    const { data } = await client.mutate({
      mutation: AddReactionDocument,
      variables,
      context,
      fetchPolicy: 'no-cache',
    });
    expect(data).toEqual(answer.data);
    expect([sent.mock.calls.length, fetched.mock.calls.length]).toEqual(times);
  });

  it('carries a key of its own, so that it may be sent again', async () => {
    const { client, inputs } = parley(answer);
    connection.set('online');
    for (let times = 0; times < 2; times += 1)
      await client.mutate({ mutation: AddReactionDocument, variables, fetchPolicy: 'no-cache' });
    const [first, second] = inputs();
    for (const input of [first, second])
      expect(input).toEqual({ ...variables.input, clientMutationId: expect.any(String) });
    expect(first).not.toEqual(second);
  });

  it('that is told and forgotten carries none', async () => {
    const { client, inputs } = parley({ data: { told: true } });
    connection.set('online');
    const typing = { threadId: 'thr_1', typing: true };
    await client.mutate({
      mutation: SetTypingDocument,
      variables: { input: typing },
      fetchPolicy: 'no-cache',
    });
    const presence = { away: true };
    await client.mutate({
      mutation: SetPresenceDocument,
      variables: { input: presence },
      fetchPolicy: 'no-cache',
    });
    expect(inputs()).toEqual([typing, presence]);
  });
});

import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { useInvites } from './use-invites.ts';

const lost = () => new TypeError('Failed to fetch');

function open() {
  const { client, asked } = answeringClient({ AcceptInvite: lost, CreateInvite: lost });
  const { result } = renderHook(useInvites, {
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  const keys = () =>
    asked.map(({ variables }) => (variables['input'] as Record<string, unknown>)['clientMutationId']);
  return { invites: result.current, keys };
}

it('[ER6] who is in by a link that let one in, and was not told, is not turned away', async () => {
  const { invites, keys } = open();
  await act(() => invites.accept('token'));
  await act(() => invites.accept('token'));
  expect(keys()).toEqual([expect.any(String), keys()[0]]);
});

it('[ER6] [IN2] a link whose answer was lost is made once, and shown by the next', async () => {
  const { invites, keys } = open();
  const bounds = { expiresInSeconds: null, maxUses: 1 };
  await act(() => invites.create('thr_1', bounds));
  await act(() => invites.create('thr_1', bounds));
  expect(keys()).toEqual([expect.any(String), keys()[0]]);
});

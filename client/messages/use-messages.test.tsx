import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { applyChange } from '../apollo/apply-change.ts';
import { ModelServer } from '../apollo/model/server.ts';
import { ConversationDocument } from '../generated/graphql.ts';
import { useMessages } from './use-messages.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** A conversation with a message, in which others have come out of their turn. */
async function openWithGap(...failures: Error[]) {
  const server = new ModelServer();
  const group = server.start('GROUP', ['usr_ana']);
  server.send(group, 'usr_ana');
  const answers: (Error | undefined)[] = [undefined, ...failures];
  const { client, asked } = answeringClient({
    Conversation: (variables) => answers.shift() ?? server.fetch(ConversationDocument, variables),
  });
  const { result, unmount } = renderHook(() => useMessages(group.id), {
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  await pass(1);
  server.send(group, 'usr_ana');
  server.send(group, 'usr_ana');
  await act(async () => applyChange(client.cache, server.change(server.end - 1)));
  await pass(1);
  return { asked, unmount, seqs: () => result.current.messages.map(({ seq }) => seq) };
}

it.each([
  ['the network is gone', [new TypeError('Failed to fetch'), new TypeError('Failed to fetch')]],
  [
    'the server cannot just now',
    [new CombinedGraphQLErrors({ errors: [{ message: 'Oh.', extensions: { code: 'INTERNAL' } }] })],
  ],
])('closes a gap, also where at first %s', async (_, failures) => {
  const { seqs, asked } = await openWithGap(...failures);
  expect(seqs()).toEqual([1]);
  await pass(5_000);
  expect(seqs()).toEqual([1, 2, 3]);
  await pass(60_000);
  expect(asked).toHaveLength(2 + failures.length);
});

it('asks no more once the conversation is left', async () => {
  const { asked, unmount } = await openWithGap(new TypeError('Failed to fetch'));
  unmount();
  await pass(60_000);
  expect(asked).toHaveLength(2);
});

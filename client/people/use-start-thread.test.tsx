import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { useStartThread } from './use-start-thread.ts';

const person = (id: string): Person_userFragment => ({
  __typename: 'User',
  id,
  handle: id,
  displayName: id,
  avatarUrl: null,
  bot: false,
});
const people = [person('usr_ana'), person('usr_ben')];

it('[ER6] [ER7] a group whose answer was lost is made once, and one of another name is another', async () => {
  const { client, asked } = answeringClient({ CreateGroup: () => new TypeError('Failed to fetch') });
  const { result } = renderHook(useStartThread, {
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  for (const name of ['Crew', 'Crew', 'The crew']) {
    expect(await act(() => result.current.start(people, name))).toBeNull();
    expect(result.current.reasons.form).toContain("Couldn't reach the server.");
  }
  const [first, again, other] = asked.map(({ variables }) => variables['input'] as Record<string, unknown>);
  expect(first).toMatchObject({ name: 'Crew', clientMutationId: expect.any(String) });
  expect(again).toEqual(first);
  expect(other?.['clientMutationId']).not.toBe(first?.['clientMutationId']);
});

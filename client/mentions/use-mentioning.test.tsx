import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { useMentioning } from './use-mentioning.tsx';

const page = (names: readonly string[], hasNextPage: boolean) => ({
  thread: {
    __typename: 'Thread',
    id: 'thr_1',
    participants: {
      __typename: 'ParticipantConnection',
      edges: names.map((name) => ({
        __typename: 'ParticipantEdge',
        node: {
          __typename: 'Participant',
          id: `par_${name}`,
          user: {
            __typename: 'User',
            id: `usr_${name}`,
            handle: name.toLowerCase(),
            displayName: name,
            avatarUrl: null,
            bot: false,
          },
        },
      })),
      pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: null },
    },
  },
});

function Writing({ mayCallAll }: { readonly mayCallAll: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, onChange] = useState('');
  const options = { field, value, onChange, threadId: 'thr_1', viewerId: 'usr_me', mayCallAll };
  const { list, onKeyDown, onTyped } = useMentioning(options);
  return (
    <>
      {list}
      <textarea
        ref={field}
        value={value}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          onChange(target.value);
          onTyped(target.selectionStart);
        }}
      />
    </>
  );
}

async function offeredFor(typed: string, mayCallAll = false) {
  const asked: string[] = [];
  const { client } = answeringClient({
    ThreadPeople: () => page(['Ada', 'Adam'], true),
    ThreadPeopleCalled: ({ search }: Record<string, unknown>) => {
      asked.push(String(search));
      return page(['Adam', 'Adele'], false);
    },
  });
  render(
    <ApolloProvider client={client}>
      <Writing mayCallAll={mayCallAll} />
    </ApolloProvider>,
  );
  await userEvent.setup().type(screen.getByRole('textbox'), typed);
  return asked;
}

it('offers those of a large group who are not loaded, each once, asked for when typing pauses', async () => {
  const asked = await offeredFor('@ad');
  expect(await screen.findByRole('option', { name: /Adele/ })).toBeDefined();
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Ada@ada',
    'Adam@adam',
    'Adele@adele',
  ]);
  expect(asked).toEqual(['ad']);
});

it('offers everybody to who may call them', async () => {
  await offeredFor('@a', true);
  expect(await screen.findByRole('option', { name: /Everybody here/ })).toBeDefined();
});

it('goes on behind who was taken, however fast one types', async () => {
  await offeredFor('@ad');
  await screen.findByRole('option', { name: /Ada\b/ });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await userEvent.setup({ delay: null }).type(field, '{Enter}a', { skipClick: true });
  await act(async () => void (await new Promise(requestAnimationFrame)));
  await userEvent.setup({ delay: null }).type(field, 'nd', { skipClick: true });
  expect(field.value).toBe('@ada and');
});

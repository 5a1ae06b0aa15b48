import { ApolloProvider } from '@apollo/client/react';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import type { Person_userFragment } from '../generated/graphql.ts';
import { PeoplePicker } from './people-picker.tsx';

const person = (handle: string, displayName: string): Person_userFragment => ({
  __typename: 'User',
  id: `usr_${handle}`,
  handle,
  displayName,
  avatarUrl: null,
  bot: false,
});
const everybody = [
  person('ana', 'Ana Ray'),
  person('ben', 'Ben Okafor'),
  person('bea', 'Bea Tan'),
  person('me', 'Myself'),
];

function open() {
  const { client, asked } = answeringClient({
    People: ({ search }) => ({
      users: {
        __typename: 'UserConnection',
        edges: everybody
          .filter(({ handle }) => handle.startsWith(String(search)))
          .map((node) => ({ __typename: 'UserEdge', node })),
      },
    }),
  });
  function Picker() {
    const [chosen, setChosen] = useState<readonly Person_userFragment[]>([]);
    return <PeoplePicker chosen={chosen} onChange={setChosen} without={new Set(['usr_me'])} />;
  }
  render(
    <ApolloProvider client={client}>
      <Picker />
    </ApolloProvider>,
  );
  return { user: userEvent.setup(), asked };
}

const offered = () => screen.queryAllByRole('option').map((option) => option.textContent);
const chosen = () => screen.queryAllByRole('button', { name: /^Take out/ }).map((chip) => chip.textContent);

it('offers everybody else before anything is typed', async () => {
  open();
  await screen.findByRole('option', { name: /Ana Ray/ });
  expect(offered()).toEqual(['Ana Ray@ana', 'Ben Okafor@ben', 'Bea Tan@bea']);
});

it('asks once for what was typed in one go', async () => {
  const { asked } = open();
  await screen.findByRole('option', { name: /Ana Ray/ });
  // Nothing passes between the keys, however busy the machine is.
  await userEvent.setup({ delay: null }).type(screen.getByRole('combobox'), 'bea');
  await waitFor(() => expect(offered()).toEqual(['Bea Tan@bea']));
  await waitFor(() => expect(asked.at(-1)?.variables['search']).toBe('bea'));
  expect(asked.map(({ variables }) => variables['search'])).toEqual(['', 'bea']);
});

it('takes who was typed, even before the answer is there', async () => {
  const { user } = open();
  await screen.findByRole('option', { name: /Ana Ray/ });
  await user.type(screen.getByRole('combobox'), 'okafor{Enter}');
  expect(chosen()).toEqual(['Ben Okafor']);
});

it('walks with the arrow keys, over both ends, and takes the last one out with Backspace', async () => {
  const { user } = open();
  await screen.findByRole('option', { name: /Ana Ray/ });
  await user.click(screen.getByRole('combobox'));
  await user.keyboard('{ArrowUp}');
  const active = screen.getByRole('combobox').getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')?.textContent).toContain('Bea Tan');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen()).toEqual(['Ben Okafor']);
  expect(screen.getByRole('option', { name: /Ben/ }).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Backspace}');
  expect(chosen()).toEqual([]);
});

it('says when nobody is called that', async () => {
  const { user } = open();
  await user.type(screen.getByRole('combobox'), 'zoe');
  expect((await screen.findByText('Nobody called “zoe”.')).closest('[role="status"]')).not.toBeNull();
});

import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { unanswered, unsent } from '../live/connection.ts';
import { forGood, signedOut } from '../session/signed-out.ts';
import { ViewerContext } from '../session/viewer.ts';
import { Toasts } from '../ui/toast.tsx';
import { ProfileMenu } from './profile-menu.tsx';

const ana = {
  __typename: 'User',
  id: 'usr_ana',
  handle: 'ana',
  displayName: 'Ana',
  avatarUrl: null,
  bot: false,
} as const;

beforeEach(() => {
  for (const count of [unsent, unanswered]) count.set(0);
  for (const store of [signedOut, forGood]) store.set(false);
});

const done = { signOut: { __typename: 'SignOutPayload', ok: true } };

async function chooseSignOut(answer: typeof done | Error = done) {
  const { client, asked } = answeringClient({ SignOut: () => answer });
  const user = userEvent.setup();
  render(
    <ApolloProvider client={client}>
      <ViewerContext value={ana}>
        <ProfileMenu side="bottom" />
        <Toasts />
      </ViewerContext>
    </ApolloProvider>,
  );
  await user.click(screen.getByRole('button', { name: /^Ana/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  return { user, asked };
}

it('signs out at once where all is sent, and for good', async () => {
  await chooseSignOut();
  await vi.waitFor(() => expect(signedOut.get()).toBe(true));
  expect(forGood.get()).toBe(true);
});

it('asks first where messages, or changes to some, are nowhere but here', async () => {
  unsent.set(2);
  unanswered.set(1);
  const { user, asked } = await chooseSignOut();
  await screen.findByText(/^3 messages or changes haven't reached the server\./);
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await vi.waitFor(() => expect(signedOut.get()).toBe(true));
});

const refusal = new CombinedGraphQLErrors({
  errors: [{ message: 'Later.', extensions: { code: 'RATE_LIMITED' } }],
});

it.each([
  ['it was refused, and forgets nothing', refusal, false],
  ['no answer came, and forgets all where the end comes by itself', new TypeError('Failed to fetch'), true],
])('says that it could not where %s', async (_name, error, forgets) => {
  await chooseSignOut(error);
  await screen.findByText(/^Couldn't sign out/);
  expect([signedOut.get(), forGood.get()]).toEqual([false, forgets]);
});

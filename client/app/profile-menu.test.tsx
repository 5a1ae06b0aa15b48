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
  await screen.findByText(/^Messages and changes that wait: 3\./);
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
  await vi.waitFor(() => expect(signedOut.get()).toBe(true));
});

it('says that it could not, and forgets nothing', async () => {
  await chooseSignOut(new TypeError('Failed to fetch'));
  await screen.findByText(/^Couldn't sign out/);
  expect([signedOut.get(), forGood.get()]).toEqual([false, false]);
});

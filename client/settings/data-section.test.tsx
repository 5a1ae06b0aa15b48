import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { forGood, signedOut } from '../session/signed-out.ts';
import { DataSection } from './data-section.tsx';

beforeEach(() => {
  for (const store of [signedOut, forGood]) store.set(false);
});

function open(answer: () => Record<string, unknown> | Error = () => new Error()) {
  const { client } = answeringClient({ DeleteAccount: answer });
  render(
    <ApolloProvider client={client}>
      <DataSection />
    </ApolloProvider>,
  );
}

it('prepares one download at a time', async () => {
  let refuse = (_response: Response) => {};
  const fetched = vi.fn(() => new Promise<Response>((resolve) => (refuse = resolve)));
  vi.stubGlobal('fetch', fetched);
  open();
  fireEvent.click(screen.getByRole('link', { name: 'Download your data' }));
  fireEvent.click(await screen.findByRole('link', { name: 'Preparing…' }));
  expect(fetched).toHaveBeenCalledOnce();
  refuse(new Response(null, { status: 429 }));
  await screen.findByText(/^Too many tries/);
  expect(screen.getByRole('link', { name: 'Download your data' }).ariaDisabled).toBeNull();
});

const wrong = { __typename: 'InputError', code: 'INPUT', reason: 'Not this one.', fields: [] };
const later = new CombinedGraphQLErrors({
  errors: [{ message: 'Later.', extensions: { code: 'RATE_LIMITED' } }],
});

it.each([
  ['the account is deleted', { deleteAccount: { __typename: 'DeleteAccountPayload', ok: true } }, true, true],
  ['the password is wrong', { deleteAccount: wrong }, false, false],
  ['it is refused', later, false, false],
  // It may be done: the end that comes by itself then is one for good.
  ['no answer comes', new TypeError('Failed to fetch'), false, true],
])('forgets what is kept here, or not, where %s', async (_name, answer, leaves, forgets) => {
  const during: boolean[] = [];
  open(() => {
    during.push(forGood.get());
    return answer;
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Delete account…' }));
  await user.type(await screen.findByLabelText('Password'), 'boathouse{Enter}');
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Deleting…' })).toBeNull());
  await vi.waitFor(() => expect([signedOut.get(), forGood.get()]).toEqual([leaves, forgets]));
  expect(during).toEqual([true]);
});

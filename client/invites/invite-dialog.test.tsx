import { ApolloProvider } from '@apollo/client/react';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { Toasts } from '../ui/toast.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Answers = Parameters<typeof answeringClient>[0];

const past = '2020-01-01T00:00:00.000Z';
const link = (id: string, of: object = {}) => ({
  __typename: 'InviteEdge',
  node: {
    __typename: 'Invite',
    id: `inv_${id}`,
    url: `https://parley.example/i/${id}…`,
    createdBy: { __typename: 'User', id: 'usr_ana', displayName: 'Ana' },
    expiresAt: null,
    maxUses: null,
    uses: 0,
    revokedAt: null,
    ...of,
  },
});

const page = (edges: object[], endCursor: string | null = null) => ({
  thread: {
    __typename: 'Thread',
    id: 'thr_1',
    invites: {
      __typename: 'InviteConnection',
      edges,
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    },
  },
});

async function open(edges: object[], answers: Answers = {}) {
  const { client, asked } = answeringClient({
    GroupInvites: () => page(edges),
    ...answers,
  });
  render(
    <ApolloProvider client={client}>
      <InviteDialog open onOpenChange={() => {}} threadId="thr_1" />
      <Toasts />
    </ApolloProvider>,
  );
  await screen.findByRole('dialog');
  return { user: userEvent.setup(), asked };
}

it('says of each link how many came, and how it ended', async () => {
  await open([
    link('aaaa', { uses: 3 }),
    link('bbbb', { maxUses: 5, uses: 5 }),
    link('cccc', { expiresAt: past }),
    link('dddd', { revokedAt: past, uses: 1 }),
  ]);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    '/i/aaaa… by Ana3 came · no endRevoke',
    '/i/bbbb… by Ana5 of 5 came · used up',
    '/i/cccc… by AnaNobody came yet · expired',
    '/i/dddd… by Ana1 came · revoked',
  ]);
});

it('shows more links behind those that it shows', async () => {
  const { user } = await open([], {
    GroupInvites: ({ after }) => (after ? page([link('bbbb')]) : page([link('aaaa')], 'next')),
  });
  await user.click(await screen.findByRole('button', { name: 'Show more links' }));
  await screen.findByText('/i/bbbb…');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Show more links' })).toBeNull();
});

it('makes a link for as long and as many as was chosen, and shows it whole', async () => {
  const url = 'https://parley.example/i/whole';
  const { user, asked } = await open([], {
    CreateInvite: () => ({
      createInvite: {
        __typename: 'CreateInvitePayload',
        invite: { __typename: 'Invite', id: 'inv_1', url },
      },
    }),
  });
  await user.selectOptions(screen.getByLabelText('Works for'), 'Until it is revoked');
  await user.selectOptions(screen.getByLabelText('Lets in'), '10 people');
  await user.click(screen.getByRole('button', { name: 'Make a link' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Your link');
  expect(field.value).toBe(url);
  expect(document.activeElement).toBe(field);
  expect(asked.at(-1)).toMatchObject({
    name: 'CreateInvite',
    variables: { input: { threadId: 'thr_1', expiresInSeconds: null, maxUses: 10 } },
  });
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toBe(url);
  await screen.findByRole('button', { name: 'Copied' });
});

it('says why there is no link', async () => {
  const { user } = await open([], {
    CreateInvite: () => ({
      createInvite: { __typename: 'LimitError', code: 'LIMIT_REACHED', reason: 'Revoke one first.' },
    }),
  });
  await user.click(screen.getByRole('button', { name: 'Make a link' }));
  expect((await screen.findByText('Revoke one first.')).textContent).toBeDefined();
  expect(screen.queryByLabelText('Your link')).toBeNull();
});

it('asks before it revokes', async () => {
  const { user, asked } = await open([link('aaaa')], {
    RevokeInvite: () => ({
      revokeInvite: { __typename: 'RevokeInvitePayload', invite: link('aaaa', { revokedAt: past }).node },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Revoke /i/aaaa…' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(asked.map(({ name }) => name)).not.toContain('RevokeInvite');
  await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
  await screen.findByText('Nobody came yet · revoked');
});

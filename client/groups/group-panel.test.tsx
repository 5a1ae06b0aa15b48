import { ApolloProvider } from '@apollo/client/react';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';

import { answeringClient } from '../apollo/answering-client.ts';
import { ModelServer } from '../apollo/model/server.ts';
import type { Role, StartQuery, ThreadHeadQuery } from '../generated/graphql.ts';
import { GroupPeopleDocument, StartDocument, ThreadHeadDocument } from '../generated/graphql.ts';
import { ViewerContext } from '../session/viewer.ts';
import { Toasts } from '../ui/toast.tsx';
import { GroupPanel } from './group-panel.tsx';

type Answers = Parameters<typeof answeringClient>[0];

const zoe = {
  __typename: 'User',
  id: 'usr_zoe',
  handle: 'usr_zoe',
  displayName: 'Zoe',
  avatarUrl: null,
  bot: false,
};

async function open(own: Role, answers: Answers = {}, more: string[] = []) {
  const server = new ModelServer();
  const group = server.start('GROUP', ['usr_ana', 'usr_ben', ...more]);
  server.setRole(group, server.viewerId, own);
  server.setRole(group, 'usr_ana', own === 'OWNER' ? 'ADMIN' : 'OWNER');
  const { client, asked } = answeringClient({
    Start: (variables) => server.fetch(StartDocument, variables),
    ThreadHead: (variables) => server.fetch(ThreadHeadDocument, variables),
    GroupPeople: (variables) => server.fetch(GroupPeopleDocument, variables),
    ...answers,
  });
  const { data: start } = await client.query<StartQuery>({ query: StartDocument, variables: { first: 30 } });
  const head = await client.query<ThreadHeadQuery>({
    query: ThreadHeadDocument,
    variables: { threadId: group.id },
  });
  const [viewer, thread] = [start?.viewer, head.data?.thread];
  if (!viewer || !thread) throw new Error('The model has a viewer and a group.');
  const { hook } = memoryLocation({ path: `/t/${group.id}` });
  await act(async () => {
    render(
      <ApolloProvider client={client}>
        <Router hook={hook}>
          <Route path="/">Home</Route>
          <Route path="/t/:threadId">
            <ViewerContext value={viewer}>
              <GroupPanel thread={thread} />
              <Toasts />
            </ViewerContext>
          </Route>
        </Router>
      </ApolloProvider>,
    );
  });
  await screen.findByText('@usr_ana');
  const last = () => asked.at(-1);
  return { user: userEvent.setup(), group, last, asked };
}

const names = (role: string) => screen.queryAllByRole(role).map((item) => item.textContent);
const actionsFor = (name: string) => screen.findByRole('button', { name: `Actions for ${name}` });

it('offers an owner everything about the others', async () => {
  const { user, group, last } = await open('OWNER', {
    SetParticipantRole: () => ({
      setParticipantRole: {
        __typename: 'SetParticipantRolePayload',
        participant: { __typename: 'Participant', id: 'par_1', role: 'ADMIN' },
      },
    }),
  });
  expect(screen.getByRole('button', { name: 'Rename group' })).toBeDefined();
  expect(screen.getByRole('button', { name: 'Add people' })).toBeDefined();
  await user.click(await actionsFor('usr_ben'));
  await screen.findByRole('menuitem', { name: 'Make admin' });
  expect(names('menuitem')).toEqual([
    'Make admin',
    'Hand the group over…',
    'Remove from group…',
    'Ban from group…',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Make admin' }));
  await waitFor(() => expect(last()?.name).toBe('SetParticipantRole'));
  expect(last()?.variables).toEqual({ input: { threadId: group.id, userId: 'usr_ben', role: 'ADMIN' } });
});

it('offers an admin to remove members, and nobody else', async () => {
  const { user } = await open('ADMIN');
  expect(screen.queryByRole('button', { name: 'Actions for usr_ana' })).toBeNull();
  await user.click(await actionsFor('usr_ben'));
  await screen.findByRole('menuitem', { name: 'Remove from group…' });
  expect(names('menuitem')).toEqual(['Remove from group…', 'Ban from group…']);
});

it('offers a member the way out alone', async () => {
  await open('MEMBER');
  expect(names('button')).toEqual(['Leave group']);
});

it('says why a new name was refused, beside the field, and keeps what was typed', async () => {
  const { user } = await open('OWNER', {
    RenameGroup: () => ({
      updateGroupName: {
        __typename: 'InputError',
        code: 'BAD_INPUT',
        reason: 'Some of it cannot be.',
        fields: [{ __typename: 'FieldError', path: 'name', reason: 'On one line, please.' }],
      },
    }),
  });
  await user.click(screen.getByRole('button', { name: 'Rename group' }));
  const field = screen.getByLabelText<HTMLInputElement>('Name of the group');
  await user.clear(field);
  await user.type(field, 'Readers{Enter}');
  await screen.findByText('On one line, please.');
  expect(field.value).toBe('Readers');
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename group' }));
});

it('[TH6] finds somebody among many, and among few has no field for it', async () => {
  await open('OWNER');
  expect(screen.queryByLabelText('Find somebody in the group')).toBeNull();
  cleanup();
  const others = Array.from({ length: 22 }, (_, index) => `usr_p${index}`);
  const found = { __typename: 'Participant', id: 'par_x', role: 'MEMBER', joinedAt: '2026-01-01T00:00:00Z' };
  const { user, group, last } = await open(
    'OWNER',
    {
      GroupPeopleFound: ({ search }) => ({
        thread: {
          __typename: 'Thread',
          id: group.id,
          found: {
            __typename: 'ThreadParticipantsConnection',
            edges:
              search === 'zoe'
                ? [{ __typename: 'E', node: { ...found, lastReadSeq: 0, lastDeliveredSeq: 0, user: zoe } }]
                : [],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
      }),
    },
    others,
  );
  const field = screen.getByLabelText('Find somebody in the group');
  await user.type(field, ' zoe ');
  await screen.findByText('@usr_zoe');
  expect(last()).toMatchObject({ name: 'GroupPeopleFound', variables: { search: 'zoe', first: 30 } });
  expect(screen.queryByText('@usr_ana')).toBeNull();
  await actionsFor('Zoe');
  await user.clear(field);
  await user.type(field, 'nobody');
  await screen.findByText('Nobody here is called “nobody”.');
  await user.clear(field);
  await screen.findByText('@usr_ana');
  expect(screen.queryByText('@usr_zoe')).toBeNull();
});

it('asks before leaving, and goes home', async () => {
  const { user, asked } = await open('OWNER', {
    LeaveGroup: () => ({ leaveGroup: { __typename: 'LeaveGroupPayload', thread: null } }),
  });
  await user.click(screen.getByRole('button', { name: 'Leave group' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('You own this group');
  expect(asked.map(({ name }) => name)).not.toContain('LeaveGroup');
  await user.click(within(dialog).getByRole('button', { name: 'Leave group' }));
  expect(await screen.findByText('Home')).toBeDefined();
});

it('says in words what went wrong with an action', async () => {
  const { user } = await open('OWNER', {
    RemoveParticipant: () => ({
      removeParticipant: {
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        reason: 'They are not in this thread.',
      },
    }),
  });
  await user.click(await actionsFor('usr_ben'));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove from group…' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('They are not in this thread.')).toBeDefined();
});

it('lets an owner set the group up, and says what goes before it is deleted', async () => {
  const { user, group, last, asked } = await open('OWNER', {
    UpdateGroupSettings: () => ({
      updateGroupSettings: { __typename: 'ForbiddenError', code: 'FORBIDDEN', reason: 'Only the owner may.' },
    }),
    DeleteGroup: () => ({ deleteGroup: { __typename: 'DeleteGroupPayload', threadId: 'thr_1' } }),
  });
  const onlyAdmins = screen.getByRole('switch', { name: 'Only admins write' });
  expect(onlyAdmins.getAttribute('aria-checked')).toBe('false');
  await user.click(onlyAdmins);
  expect(last()?.variables).toEqual({ input: { threadId: group.id, whoMayPost: 'ADMINS' } });
  expect(await screen.findByText("Couldn't change it. Only the owner may.")).toBeDefined();
  await user.click(screen.getByRole('switch', { name: 'Everybody uses @all' }));
  expect(last()?.variables).toEqual({ input: { threadId: group.id, whoMayCallAll: 'EVERYBODY' } });
  await user.click(screen.getByRole('button', { name: 'Delete for everybody' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain(
    'Everything that was said here goes, with all files and links, for 3 people.',
  );
  expect(asked.map(({ name }) => name)).not.toContain('DeleteGroup');
  await user.click(within(dialog).getByRole('button', { name: 'Delete for everybody' }));
  expect(await screen.findByText('Home')).toBeDefined();
});

it('tells a member how the group is set up, and offers nothing of it', async () => {
  await open('MEMBER');
  expect(screen.getByText('The owner and admins add people.')).toBeDefined();
  expect(screen.getByText('Only the owner and admins can use @all.')).toBeDefined();
  expect(screen.queryAllByRole('switch')).toEqual([]);
});

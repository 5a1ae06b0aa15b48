import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';

import { answeringClient } from '../apollo/answering-client.ts';
import { applyChange } from '../apollo/apply-change.ts';
import { ModelServer } from '../apollo/model/server.ts';
import type { StartQuery } from '../generated/graphql.ts';
import { StartDocument, ThreadPreferences_threadFragmentDoc } from '../generated/graphql.ts';
import { ViewerContext } from '../session/viewer.ts';
import { LiveMutes } from './live-mutes.tsx';
import { THREADS_PAGE } from './page-size.ts';
import { ThreadList } from './thread-list.tsx';
import { UnreadTitle } from './unread-title.tsx';
import { useThreadShortcuts } from './use-thread-shortcuts.ts';

const first = { first: THREADS_PAGE };

beforeEach(() => {
  // jsdom lays nothing out; what is near the edge is for a browser to say.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(server: ModelServer, at = '/') {
  const { client } = answeringClient({ Start: () => server.fetch(StartDocument, first) });
  const { data } = await client.query<StartQuery>({ query: StartDocument, variables: first });
  const viewer = data?.viewer;
  if (!viewer) throw new Error('The model has a viewer.');
  function Screen() {
    useThreadShortcuts();
    return (
      <ViewerContext value={viewer ?? null}>
        <UnreadTitle />
        <LiveMutes />
        <ThreadList />
      </ViewerContext>
    );
  }
  const { hook, history } = memoryLocation({ path: at, record: true });
  await act(async () => {
    render(
      <ApolloProvider client={client}>
        <Router hook={hook}>
          <Screen />
        </Router>
      </ApolloProvider>,
    );
  });
  let seen = server.end;
  return {
    cache: client.cache,
    user: userEvent.setup(),
    path: () => history.at(-1),
    follow: () =>
      act(async () => {
        for (; seen < server.end; seen += 1) applyChange(client.cache, server.change(seen));
      }),
  };
}

const rows = () => screen.getAllByRole('link').map((row) => row.textContent);

/** Three threads, the oldest first. */
function threeThreads() {
  const server = new ModelServer();
  const group = server.start('GROUP', ['usr_ana']);
  const direct = server.start('DIRECT', ['usr_ben']);
  const other = server.start('DIRECT', ['usr_cat']);
  for (const [thread, author] of [
    [group, 'usr_ana'],
    [direct, 'usr_ben'],
    [other, server.viewerId],
  ] as const)
    server.send(thread, author);
  return { server, group, direct, other };
}

it('says who said what last, newest first, with what is unread', async () => {
  await open(threeThreads().server);
  expect(rows()).toEqual([
    expect.stringMatching(/^usr_cat.*You: 1$/),
    expect.stringMatching(/^usr_ben.*1 unread$/),
    expect.stringMatching(/^Group.*usr_ana: 1.*1 unread$/),
  ]);
  expect(document.title).toBe('(2) Parley');
});

it('moves a row to the top when something is said in it, and keeps the focus where it was', async () => {
  const { server, group } = threeThreads();
  const { user, follow } = await open(server);
  for (let stop = 0; stop < 5; stop += 1) await user.tab();
  expect(document.activeElement?.textContent).toContain('usr_cat');
  server.send(group, 'usr_ana');
  await follow();
  await waitFor(() => expect(rows()[0]).toMatch(/^Group.*2 unread$/));
  expect(document.activeElement?.textContent).toContain('usr_cat');
  expect(document.title).toBe('(3) Parley');
});

it('[RP10] says that a reply names one, in the list and in the title, until one has looked there', async () => {
  const server = new ModelServer();
  const group = server.start('GROUP', ['usr_ana']);
  server.send(group, 'usr_ana');
  server.send(group, server.viewerId);
  const { follow } = await open(server);
  const root = group.messages[0]!;
  server.send(group, 'usr_ana', 'usr_ana', { answers: root, aside: true });
  await follow();
  await waitFor(() => expect(rows()[0]).toMatch(/1 mention$/));
  await waitFor(() => expect(document.title).toBe('(1) Parley'));
  server.follow(group, root, { followed: true, unread: false, named: false });
  await follow();
  await waitFor(() => expect(rows()[0]).not.toMatch(/mention/));
  await waitFor(() => expect(document.title).toBe('Parley'));
});

it('is one stop for Tab; the arrow keys, Home and End walk along it', async () => {
  const { user } = await open(threeThreads().server);
  const inOrder = screen.getAllByRole('link').filter(({ tabIndex }) => tabIndex === 0);
  expect(inOrder).toHaveLength(1);
  act(() => inOrder[0]?.focus());
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Group');
  await user.keyboard('{Home}');
  expect(document.activeElement?.textContent).toContain('usr_cat');
});

it('goes to the thread above and below with Alt, with Shift to the next unread', async () => {
  const { server, group, direct, other } = threeThreads();
  const { user, path } = await open(server, `/t/${other.id}`);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(path()).toBe(`/t/${direct.id}`));
  await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
  await waitFor(() => expect(path()).toBe(`/t/${group.id}`));
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await waitFor(() => expect(path()).not.toBe(`/t/${group.id}`));
});

it('does not count what stands open before one', async () => {
  const { server, direct } = threeThreads();
  await open(server, `/t/${direct.id}`);
  expect(document.title).toBe('(1) Parley');
  expect(rows()[1]).not.toMatch(/unread/);
});

it('counts of what is muted only what mentions one', async () => {
  const { server, group } = threeThreads();
  server.prefer(group, { mutedUntil: 1_000_000_000 });
  server.send(group, 'usr_ana');
  // In the model every third message names the viewer.
  server.send(group, 'usr_ana');
  await open(server);
  expect(document.title).toBe('(2) Parley');
});

it('[PF2] shows and counts what was muted for a while as soon as that is over, and no sooner', async () => {
  const { server, group, direct } = threeThreads();
  // The model counts in minutes.
  const start = 100_000;
  vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) + start * 60_000, shouldAdvanceTime: true });
  server.prefer(group, { mutedUntil: start + 60 });
  server.prefer(direct, { mutedUntil: start + 24 * 60 });
  await open(server);
  const state = () => [document.title, screen.queryAllByLabelText('Muted').length];
  const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000));
  expect(state()).toEqual(['Parley', 2]);
  await pass(59);
  expect(state()).toEqual(['Parley', 2]);
  await pass(2);
  expect(state()).toEqual(['(1) Parley', 1]);
  await pass(23 * 60);
  expect(state()).toEqual(['(2) Parley', 0]);
});

it('[PF2] looks at the time again when the page is: no timer runs while a computer sleeps', async () => {
  const { server, group } = threeThreads();
  const start = 100_000;
  vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) + start * 60_000, shouldAdvanceTime: true });
  server.prefer(group, { mutedUntil: start + 60 });
  const { cache } = await open(server);
  const muted = () =>
    cache.readFragment({
      id: `Thread:${group.id}`,
      fragment: ThreadPreferences_threadFragmentDoc,
      fragmentName: 'ThreadPreferences_thread',
    })?.preferences?.mutedUntil;
  expect(muted()).toEqual(expect.any(String));
  // The clock goes on without the timers.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61 * 60_000);
  for (const state of ['hidden', 'visible'] as const) {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    await act(async () => document.dispatchEvent(new Event('visibilitychange')));
  }
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(muted()).toBeNull();
});

it('says what to do while there is nothing', async () => {
  await open(new ModelServer());
  expect(screen.getByText('Nobody here yet')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Start a conversation' })).toBeDefined();
});

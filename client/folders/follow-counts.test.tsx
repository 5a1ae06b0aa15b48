import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { applyChange } from '../apollo/apply-change.ts';
import { ModelServer } from '../apollo/model/server.ts';
import type { StartQuery } from '../generated/graphql.ts';
import { StartDocument } from '../generated/graphql.ts';
import { connection } from '../live/connection.ts';
import { lastChange } from '../live/last-change.ts';
import { FolderRail } from '../threads/folder-rail.tsx';
import { THREADS_PAGE } from '../threads/page-size.ts';
import { UnreadTitle } from '../threads/unread-title.tsx';
import { LiveCounts } from './live-counts.tsx';

const first = { first: THREADS_PAGE };

beforeEach(() => {
  vi.useFakeTimers();
  connection.set('online');
});
afterEach(() => void vi.useRealTimers());

/** The model gives all that there is. */
function firstPage({ threads, ...rest }: StartQuery) {
  const pageInfo = { ...threads.pageInfo, hasNextPage: threads.edges.length > THREADS_PAGE };
  return { ...rest, threads: { ...threads, edges: threads.edges.slice(0, THREADS_PAGE), pageInfo } };
}

/** Somebody in so many groups, in each of which one message waits; the server counts what the test says. */
async function open(groups: number, counted: Record<string, number> = {}) {
  const server = new ModelServer();
  const threads = Array.from({ length: groups }, () => {
    const thread = server.start('GROUP', ['usr_ana', 'usr_ben']);
    server.send(thread, 'usr_ana');
    return thread;
  });
  const { client, asked } = answeringClient({
    Start: () => firstPage(server.fetch(StartDocument, first)),
    FolderCounts: () => ({
      threadFolders: Object.entries(counted).map(([folder, unreadThreads]) => ({
        __typename: 'FolderCount',
        folder,
        unreadThreads,
      })),
    }),
  });
  await client.query({ query: StartDocument, variables: first });
  const { unmount } = render(
    <ApolloProvider client={client}>
      <UnreadTitle />
      <FolderRail />
      <LiveCounts />
    </ApolloProvider>,
  );
  let seen = server.end;
  return {
    server,
    threads,
    counted,
    unmount,
    asks: () => asked.filter(({ name }) => name === 'FolderCounts').length,
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    follow: () =>
      act(async () => {
        for (; seen < server.end; seen += 1) {
          const change = server.change(seen);
          applyChange(client.cache, change);
          lastChange.set(change);
        }
      }),
  };
}

const badge = (folder: string) =>
  screen.getByRole('button', { name: new RegExp(`^${folder}`) }).querySelector('.sr-only')?.textContent ??
  null;

it('[PF8] counts what waits beyond the loaded part of the list, too', async () => {
  const { pass, asks } = await open(40, { INBOX: 40, UNREAD: 40, GROUPS: 40, MENTIONS: 1, ARCHIVED: 7 });
  expect(badge('Unread')).toBe('30 unread');
  await pass(1_000);
  expect(['Unread', 'Groups', 'Mentions', 'All', 'Archive'].map(badge)).toEqual([
    '40 unread',
    '40 unread',
    '1 unread',
    null,
    null,
  ]);
  // Ten threads are not loaded; how much waits in each of them is not known.
  expect(document.title).toBe('(40+) Parley');
  expect(asks()).toBe(1);
});

it('[PF8] asks again once replies name somebody, in what is not loaded too', async () => {
  const { server, threads, counted, pass, follow } = await open(40, { MENTIONS: 0 });
  await pass(1_000);
  const [thread] = threads;
  server.follow(thread!, thread!.messages[0]!, { followed: true, unread: true, named: true });
  Object.assign(counted, { MENTIONS: 1 });
  await follow();
  await pass(6_000);
  expect(badge('Mentions')).toBe('1 unread');
});

it('[PF8] counts at once what it can, and asks again seldom', async () => {
  const { server, threads, counted, pass, follow, asks } = await open(40, { UNREAD: 40 });
  await pass(1_000);
  const read = (thread: (typeof threads)[number] | undefined) => server.read(thread!, server.viewerId, 1);
  read(threads.at(-1));
  await follow();
  await pass(100);
  expect(badge('Unread')).toBe('39 unread');
  // Of these nothing is loaded.
  for (const thread of threads.slice(0, 3)) read(thread);
  Object.assign(counted, { UNREAD: 36 });
  await follow();
  await pass(1_000);
  expect([badge('Unread'), asks()]).toEqual(['39 unread', 1]);
  await pass(5_000);
  expect([badge('Unread'), asks()]).toEqual(['36 unread', 2]);
});

it('asks nobody where all is loaded, nor for what changes no count', async () => {
  const { server, threads, unmount, pass, follow, asks } = await open(3);
  server.send(threads[0]!, 'usr_ana');
  await follow();
  await pass(10_000);
  expect([badge('Unread'), asks()]).toEqual(['3 unread', 0]);
  unmount();
  const many = await open(40, { UNREAD: 40 });
  await many.pass(1_000);
  // Somebody else's.
  many.server.read(many.threads.at(-1)!, 'usr_ben', 1);
  await many.follow();
  await many.pass(10_000);
  expect(many.asks()).toBe(1);
});

it('leaves nothing to who signs in next', async () => {
  const { pass, unmount } = await open(40, { UNREAD: 40 });
  await pass(1_000);
  unmount();
  await open(2);
  expect(badge('Unread')).toBe('2 unread');
});

import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloProvider } from '@apollo/client/react';
import { act, render } from '@testing-library/react';
import type { Client, Sink } from 'graphql-ws';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { applyChange } from '../apollo/apply-change.ts';
import { ModelServer } from '../apollo/model/server.ts';
import type { StartQuery } from '../generated/graphql.ts';
import { StartDocument, ThreadsByIdDocument } from '../generated/graphql.ts';
import { signedOut } from '../session/signed-out.ts';
import { THREADS_PAGE } from '../threads/page-size.ts';
import { connection } from './connection.ts';
import { LiveChanges } from './live-changes.tsx';
import { LiveContext } from './live-context.ts';

const first = { first: THREADS_PAGE };

beforeEach(() => {
  vi.useFakeTimers();
  connection.set('connecting');
  signedOut.set(false);
});
afterEach(() => void vi.useRealTimers());

async function start() {
  const server = new ModelServer();
  const failures: Error[] = [];
  const snapshotFailures: Error[] = [];
  let viewer: object | null = { __typename: 'User', id: server.viewerId };
  const { client, asked } = answeringClient({
    Start: () => snapshotFailures.shift() ?? server.fetch(StartDocument, first),
    ThreadsById: (variables) => failures.shift() ?? server.fetch(ThreadsByIdDocument, variables),
    Viewer: () => ({ viewer }),
  });
  const streams: { after: unknown; sink: Sink }[] = [];
  const subscribe = ((payload: { variables: Record<string, unknown> }, sink: Sink) => {
    streams.push({ after: payload.variables['after'], sink });
    return () => {};
  }) as Client['subscribe'];
  const live = {
    socket: { subscribe },
    apply: (change: Parameters<typeof applyChange>[1]) => applyChange(client.cache, change),
  };
  const { data } = await client.query<StartQuery>({ query: StartDocument, variables: first });
  render(
    <ApolloProvider client={client}>
      <LiveContext value={live}>
        <LiveChanges cursor={data?.cursor ?? ''} />
      </LiveContext>
    </ApolloProvider>,
  );
  return {
    server,
    asked,
    streams,
    /** What the next request for rows is answered with. */
    fail: (error: Error) => void failures.push(error),
    /** What the next snapshots are answered with. */
    failSnapshots: (...errors: Error[]) => void snapshotFailures.push(...errors),
    signOut: () => void (viewer = null),
    tell: (place: number) => streams.at(-1)?.sink.next({ data: { changes: server.change(place) } }),
    end: (error: unknown) => streams.at(-1)?.sink.error(error),
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    threads: () =>
      client.cache.readQuery<StartQuery>({ query: StartDocument, variables: first })?.threads.edges ?? [],
  };
}

it('is online once what was missed has come', async () => {
  const { streams } = await start();
  expect(streams).toMatchObject([{ after: '0' }]);
  expect(connection.get()).toBe('connecting');
  streams[0]?.sink.next({ data: { changes: { __typename: 'CaughtUp', cursor: '0', at: '' } } });
  expect(connection.get()).toBe('online');
});

it('fetches the rows of new threads in one request for all that came together', async () => {
  const { server, tell, pass, threads, asked } = await start();
  server.start('GROUP', ['usr_ana']);
  server.start('GROUP', ['usr_ben']);
  tell(0);
  tell(1);
  await pass(1);
  expect(threads()).toHaveLength(2);
  expect(asked.filter(({ name }) => name === 'ThreadsById')).toHaveLength(1);
});

it.each([
  ['has failed', { code: 'INTERNAL' }, 1_000],
  ['came too often', { code: 'RATE_LIMITED', retryAfter: 3 }, 4_000],
])('asks for the rows of new threads again where that %s, whatever else comes', async (_, extensions, ms) => {
  const { server, tell, end, pass, threads, fail, asked } = await start();
  server.start('GROUP', ['usr_ana']);
  fail(new CombinedGraphQLErrors({ errors: [{ message: 'Not now.', extensions }] }));
  tell(0);
  await pass(1);
  end(null);
  expect(threads()).toHaveLength(0);
  await pass(ms);
  expect(threads()).toHaveLength(1);
  expect(asked.filter(({ name }) => name === 'ThreadsById')).toHaveLength(2);
});

it('takes a new snapshot when its place in the log is lost, and follows from there', async () => {
  const { server, end, pass, streams, threads, asked } = await start();
  server.start('GROUP', ['usr_ana']);
  end([{ message: 'Too old.', extensions: { code: 'RESYNC_REQUIRED' } }]);
  await pass(2_000);
  expect(asked.filter(({ name }) => name === 'Start')).toHaveLength(2);
  expect(threads()).toHaveLength(1);
  expect(streams.at(-1)?.after).toBe('1');
});

it('takes a new snapshot when one shows or hides oneself otherwise, as often as it takes, and passes by nothing before', async () => {
  const { server, pass, streams, threads, asked, failSnapshots } = await start();
  const tell = () =>
    streams.at(-1)?.sink.next({
      data: { changes: { __typename: 'PrivacyUpdated', cursor: `${server.end}`, at: '' } },
    });
  server.start('GROUP', ['usr_ana']);
  failSnapshots(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'));
  for (const turn of [1, 2, 3]) {
    expect(streams).toHaveLength(turn);
    expect(streams.at(-1)?.after).toBe('0');
    tell();
    await pass(5_000);
  }
  expect(asked.filter(({ name }) => name === 'Start')).toHaveLength(4);
  expect(streams.at(-1)?.after).toBe('1');
  expect(threads()).toHaveLength(1);
});

it('goes on from where it was when the stream ends without a reason', async () => {
  const { server, tell, end, pass, streams } = await start();
  server.start('GROUP', ['usr_ana']);
  tell(0);
  end(null);
  expect(connection.get()).toBe('connecting');
  await pass(2_000);
  expect(streams).toHaveLength(2);
  expect(streams.at(-1)?.after).toBe('0');
  expect(signedOut.get()).toBe(false);
});

it('shows the way in when the session is what ended', async () => {
  const { end, pass, signOut } = await start();
  signOut();
  end({ code: 4401, reason: 'Unauthorized' });
  await pass(1);
  // The answer that brings a new cookie may still be on its way.
  expect(signedOut.get()).toBe(false);
  await pass(500);
  expect(signedOut.get()).toBe(true);
});

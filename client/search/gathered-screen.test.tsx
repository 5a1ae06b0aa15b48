import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';

import { answeringClient } from '../apollo/answering-client.ts';
import { MentionsScreen } from '../mentions/mentions-screen.tsx';

type Entries = readonly { readonly isIntersecting: boolean }[];
let atEnd = () => {};

beforeEach(() => {
  // jsdom lays nothing out: the test says when the end is near.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(report: (entries: Entries) => void) {
        atEnd = () => report([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});

const thread = { __typename: 'Thread', id: 'thr_1', kind: 'GROUP', name: 'Boathouse', peer: null };
const edge = (body: string) => ({
  __typename: 'MessageEdge',
  cursor: body,
  node: {
    __typename: 'Message',
    id: `msg_${body}`,
    seq: 1,
    body,
    createdAt: '2025-01-01T00:00:00Z',
    deletedAt: null,
    author: null,
    attachments: [],
    thread,
  },
});
const page = (bodies: readonly string[], endCursor: string | null) => ({
  mentions: {
    __typename: 'MessageConnection',
    edges: bodies.map(edge),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
  },
});

/** The list of all that mentions one; the test answers for each page, by what it goes on after. */
async function open(answer: (after: unknown) => ReturnType<typeof page> | Promise<ReturnType<typeof page>>) {
  const { client } = answeringClient({ Mentions: ({ after }) => answer(after) });
  render(
    <ApolloProvider client={client}>
      <Router hook={memoryLocation({ path: '/mentions' }).hook}>
        <MentionsScreen />
      </Router>
    </ApolloProvider>,
  );
  await screen.findAllByRole('listitem');
  return client.cache;
}
const bodies = () => screen.queryAllByRole('link').map(({ dataset }) => dataset['roving']?.slice(4));

it('a page that follows on what is no longer the end is asked for again, from where the end is', async () => {
  let bring = (_page: ReturnType<typeof page>) => {};
  let first = page(['c', 'b'], 'b');
  const cache = await open((after) => {
    if (after === undefined) return first;
    if (after === 'c') return page(['b', 'a'], null);
    return new Promise((resolve) => (bring = resolve));
  });
  act(atEnd);
  first = page(['d', 'c'], 'c');
  await act(async () => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'mentions' }));
  await waitFor(() => expect(bodies()).toEqual(['d', 'c']));
  await act(async () => bring(page(['a'], null)));
  await waitFor(() => expect(bodies()).toEqual(['d', 'c', 'b', 'a']));
});

it('the heading has the focus once the row that had it is gone', async () => {
  const cache = await open(() => page(['b', 'a'], null));
  act(() => screen.getAllByRole('link')[1]?.focus());
  await act(async () => void cache.evict({ id: 'Message:msg_b' }));
  await waitFor(() => expect(bodies()).toEqual(['a']));
  expect(document.activeElement).toBe(screen.getByRole('link'));
  await act(async () => void cache.evict({ id: 'Message:msg_a' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 })));
});

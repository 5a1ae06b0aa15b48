import type { InMemoryCache } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { expect } from 'vitest';

import type {
  ConversationQuery,
  GroupPeopleQuery,
  StartQuery,
  ThreadFolder,
} from '../../generated/graphql.ts';
import {
  ConversationDocument,
  GroupPeopleDocument,
  StartDocument,
  ThreadFolderDocument,
  ThreadsByIdDocument,
} from '../../generated/graphql.ts';
import { PinnedMessagesDocument } from '../../generated/keep.ts';
import { RepliesDocument } from '../../generated/replies.ts';
import { MentionsDocument } from '../../generated/search.ts';
import { applyChange } from '../apply-change.ts';
import { createCache } from '../cache.ts';
import type { Change } from '../change.ts';
import { listThread } from '../thread-changes.ts';
import { whatIsMissing } from '../what-is-missing.ts';
import { ModelServer } from './server.ts';

export const MANY = 100;
const folders: ThreadFolder[] = ['UNREAD', 'FAVOURITES', 'ARCHIVED'];
export const people = ['usr_ana', 'usr_ben', 'usr_cat'];

/** What the app does with an answer, and with a change. */
export function store(
  cache: InMemoryCache,
  query: DocumentNode,
  variables: Record<string, unknown>,
  data: object,
) {
  cache.writeQuery({ query, variables, data });
}

export function follow(cache: InMemoryCache, server: ModelServer, change: Change) {
  applyChange(cache, change);
  // Who looks at what mentions them asks for it where it is no longer known.
  const gathered = { query: MentionsDocument, variables: { first: MANY } };
  if (cache.readQuery(gathered) === null)
    store(
      cache,
      gathered.query,
      gathered.variables,
      server.fetch<object>(gathered.query, gathered.variables),
    );
  const missing = whatIsMissing(cache, change);
  if (!missing) return;
  const { threadId } = missing;
  if (missing.part === 'row') {
    const variables = { ids: [threadId] };
    store(cache, ThreadsByIdDocument, variables, server.fetch<object>(ThreadsByIdDocument, variables));
    listThread(cache, threadId);
  } else {
    const variables = { threadId, first: MANY };
    store(cache, GroupPeopleDocument, variables, server.fetch<object>(GroupPeopleDocument, variables));
  }
}

function load(cache: InMemoryCache, server: ModelServer, screens = server.threads.map(({ id }) => id)) {
  for (const [query, variables] of reads(server, screens))
    store(cache, query, variables, server.fetch<object>(query, variables));
}

export function reads(
  { threads, viewerId }: ModelServer,
  threadIds: readonly string[],
): [DocumentNode, Record<string, unknown>][] {
  return [
    [StartDocument, { first: MANY }],
    [MentionsDocument, { first: MANY }],
    ...folders.map((folder): [DocumentNode, Record<string, unknown>] => [
      ThreadFolderDocument,
      { folder, first: MANY },
    ]),
    ...threadIds.flatMap((threadId): [DocumentNode, Record<string, unknown>][] => [
      [ConversationDocument, { threadId, last: MANY }],
      [GroupPeopleDocument, { threadId, first: MANY }],
      [PinnedMessagesDocument, { threadId }],
    ]),
    ...threads
      .filter(
        ({ id, people: those }) => threadIds.includes(id) && those.some(({ userId }) => userId === viewerId),
      )
      .flatMap(({ messages: [first] }): [DocumentNode, Record<string, unknown>][] =>
        first ? [[RepliesDocument, { messageId: first.id, last: MANY }]] : [],
      ),
  ];
}

/**
 * What the screens show that have been opened, and what they would show after a fresh fetch.
 * @param threadIds those whose screens are looked at, beside the list
 */
export function expectFresh(
  cache: InMemoryCache,
  server: ModelServer,
  threadIds: readonly string[] = server.threads.map(({ id }) => id),
) {
  let opened = 0;
  for (const [query, variables] of reads(server, threadIds)) {
    const shown = cache.readQuery({ query, variables });
    if (shown === null) continue;
    opened += 1;
    const fetched = server.fetch<object>(query, variables);
    if (isSame(shown, fetched)) continue;
    // A cache may show an answer in another way than it came.
    const fresh = createCache();
    store(fresh, query, variables, fetched);
    expect(withoutPlaces(shown)).toBe(withoutPlaces(fresh.readQuery({ query, variables })));
  }
  expect(opened).toBeGreaterThan(0);
}

/** Places in the log name no state. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const entries = Object.entries(one);
  const others: Record<string, unknown> = { ...other };
  return (
    entries.length === Object.keys(others).length &&
    entries.every(([key, value]) => key === 'cursor' || isSame(value, others[key]))
  );
}

const withoutPlaces = (shown: unknown) =>
  JSON.stringify(shown, (key, value: unknown) => (key === 'cursor' ? undefined : value), 1);

/** A cache that has loaded every screen, and a server that knows as much. */
export function begin() {
  const server = new ModelServer();
  const group = server.start('GROUP', people);
  const direct = server.start('DIRECT', ['usr_ana']);
  server.send(group, 'usr_ana');
  server.send(direct, 'usr_ana');
  const cache = createCache();
  load(cache, server);
  let seen = server.end;
  return {
    server,
    group,
    direct,
    cache,
    catchUp() {
      for (; seen < server.end; seen += 1) follow(cache, server, server.change(seen));
    },
    expectFresh: () => expectFresh(cache, server),
    start: () => cache.readQuery<StartQuery>({ query: StartDocument, variables: { first: MANY } }),
    conversation: (threadId: string) =>
      cache.readQuery<ConversationQuery>({
        query: ConversationDocument,
        variables: { threadId, last: MANY },
      }),
    people: (threadId: string) =>
      cache.readQuery<GroupPeopleQuery>({ query: GroupPeopleDocument, variables: { threadId, first: MANY } }),
  };
}

export type World = ReturnType<typeof begin>;

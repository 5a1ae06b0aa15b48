import type { InMemoryCache } from '@apollo/client';
import fc from 'fast-check';
import type { DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';

import type {
  ConversationQuery,
  GroupPeopleQuery,
  StartQuery,
  ThreadFolder,
  ThreadFolderQuery,
} from '../generated/graphql.ts';
import {
  ConversationDocument,
  GroupPeopleDocument,
  StartDocument,
  ThreadFolderDocument,
  ThreadsByIdDocument,
} from '../generated/graphql.ts';
import { PinnedMessagesDocument, type PinnedMessagesQuery } from '../generated/keep.ts';
import { RepliesDocument, type RepliesQuery } from '../generated/replies.ts';
import { applyChange } from './apply-change.ts';
import { createCache } from './cache.ts';
import type { Change } from './change.ts';
import { ModelServer, mutations } from './model-server.ts';
import { listThread } from './thread-changes.ts';
import { whatIsMissing } from './what-is-missing.ts';

const MANY = 100;
const folders: ThreadFolder[] = ['UNREAD', 'FAVOURITES', 'ARCHIVED'];
const people = ['usr_ana', 'usr_ben', 'usr_cat'];

/** What the app does with an answer, and with a change. */
function store(cache: InMemoryCache, query: DocumentNode, variables: Record<string, unknown>, data: object) {
  cache.writeQuery({ query, variables, data });
}

function follow(cache: InMemoryCache, server: ModelServer, change: Change) {
  applyChange(cache, change);
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

function reads(
  { threads, viewerId }: ModelServer,
  threadIds: readonly string[],
): [DocumentNode, Record<string, unknown>][] {
  return [
    [StartDocument, { first: MANY }],
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
function expectFresh(
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
function begin() {
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

describe('applyChange', () => {
  it('puts a new message at the end of its thread, and its thread at the head of the list', () => {
    const { server, group, cache, catchUp, start, conversation } = begin();
    expect(start()?.threads.edges[0]?.node.kind).toBe('DIRECT');
    server.send(group, 'usr_ben');
    catchUp();
    expect(start()?.threads.edges[0]?.node).toMatchObject({
      id: group.id,
      unreadCount: 2,
      lastMessage: { body: '2' },
    });
    expect(conversation(group.id)?.thread?.messages.edges.map(({ node }) => node.seq)).toEqual([1, 2]);
    applyChange(cache, server.change(server.end - 1));
    expect(conversation(group.id)?.thread?.messages.edges).toHaveLength(2);
  });

  it("reads up to one's own message by sending it, on every device", () => {
    const { server, group, catchUp, start } = begin();
    server.send(group, server.viewerId);
    catchUp();
    expect(start()?.threads.edges[0]?.node.unreadCount).toBe(0);
  });

  it('shows an edit and a deletion where the message stands, the list included', () => {
    const { server, direct, catchUp, start, expectFresh } = begin();
    server.edit(direct, 0);
    catchUp();
    expect(start()?.threads.edges[0]?.node.lastMessage?.body).toBe('1!');
    server.delete(direct, 0);
    catchUp();
    expect(start()?.threads.edges[0]?.node.lastMessage?.body).toBe('');
    expectFresh();
  });

  it('counts reactions as they are told, and knows which are the viewer’s own by who did what', () => {
    const { server, group, catchUp, conversation, expectFresh } = begin();
    const shown = () =>
      conversation(group.id)?.thread?.messages.edges[0]?.node.reactions.map(
        ({ emoji, count, viewerReacted }) => [emoji, count, viewerReacted],
      );
    server.react(group, 0, 'usr_ana', '👍', true);
    server.react(group, 0, server.viewerId, '👍', true);
    server.react(group, 0, 'usr_ben', '🎉', true);
    catchUp();
    expect(shown()).toEqual([
      ['👍', 2, true],
      ['🎉', 1, false],
    ]);
    server.react(group, 0, 'usr_ana', '👍', false);
    server.edit(group, 0);
    catchUp();
    expect(shown()).toEqual([
      ['👍', 1, true],
      ['🎉', 1, false],
    ]);
    server.react(group, 0, server.viewerId, '👍', false);
    server.react(group, 0, server.viewerId, '🎉', true);
    catchUp();
    expect(shown()).toEqual([['🎉', 2, true]]);
    server.delete(group, 0);
    catchUp();
    expect(shown()).toEqual([]);
    expectFresh();
  });

  it('shows what is pinned, last pinned first, until it is taken down or deleted', () => {
    const { server, group, cache, catchUp, expectFresh } = begin();
    server.send(group, 'usr_ana');
    server.send(group, 'usr_ben');
    const pinned = () =>
      cache
        .readQuery<PinnedMessagesQuery>({
          query: PinnedMessagesDocument,
          variables: { threadId: group.id },
        })
        ?.thread?.pinnedMessages.edges.map(({ node }) => node.seq);
    expect(pinned()).toEqual([]);
    for (const index of [2, 0, 1]) server.pin(group, index, true);
    catchUp();
    expect(pinned()).toEqual([2, 1, 3]);
    server.pin(group, 0, false);
    server.delete(group, 2);
    catchUp();
    expect(pinned()).toEqual([2]);
    expectFresh();
  });

  it('knows what one has saved, whatever else is told of it', () => {
    const { server, group, catchUp, conversation, expectFresh } = begin();
    const saved = () => conversation(group.id)?.thread?.messages.edges[0]?.node.viewerSaved;
    expect(saved()).toBe(false);
    server.save(group, 0, true);
    server.edit(group, 0);
    catchUp();
    expect(saved()).toBe(true);
    server.save(group, 0, false);
    catchUp();
    expect(saved()).toBe(false);
    expectFresh();
  });

  it('moves unread counts and ticks with receipts, and never back', () => {
    const { server, group, cache, catchUp, start, expectFresh } = begin();
    server.send(group, 'usr_ana');
    const before = server.end;
    server.read(group, server.viewerId, 1);
    server.read(group, server.viewerId, 2);
    catchUp();
    expect(start()?.threads.edges.find(({ node }) => node.id === group.id)?.node.unreadCount).toBe(0);
    const late = server.change(before);
    if (late.__typename !== 'ReceiptMoved') throw new Error('The first read is told first.');
    applyChange(cache, { ...late, participant: { ...late.participant, lastReadSeq: 1 } });
    expectFresh();
  });

  it('lists a thread that one was added to, and opens it without asking again', () => {
    const { server, catchUp, start, expectFresh } = begin();
    const added = server.start('GROUP', ['usr_ben']);
    catchUp();
    expect(start()?.threads.edges[0]?.node.id).toBe(added.id);
    expectFresh();
  });

  it('takes a left thread away, and says of its screen that it is gone', () => {
    const { server, group, catchUp, start, conversation, expectFresh } = begin();
    server.remove(group, server.viewerId);
    catchUp();
    expect(start()?.threads.edges).toHaveLength(1);
    expect(conversation(group.id)).toEqual({ thread: null });
    expectFresh();
    server.add(group, server.viewerId);
    catchUp();
    expect(start()?.threads.edges).toHaveLength(2);
  });

  it('renames a group, and follows who is in it as what', () => {
    const { server, group, catchUp, people: peopleOf, start, expectFresh } = begin();
    server.rename(group, 'Readers');
    server.remove(group, 'usr_ana');
    server.add(group, 'usr_dan');
    server.setRole(group, 'usr_ben', 'ADMIN');
    catchUp();
    expect(start()?.threads.edges[0]?.node).toMatchObject({ name: 'Readers', participantCount: 4 });
    expect(
      peopleOf(group.id)?.thread?.participants.edges.map(({ node }) => `${node.user.id} ${node.role}`),
    ).toEqual(['usr_me MEMBER', 'usr_ben ADMIN', 'usr_cat MEMBER', 'usr_dan MEMBER']);
    expectFresh();
  });

  it('shows how a group is set up, and what one may do in it by that', () => {
    const { server, group, catchUp, people: peopleOf, conversation, start, expectFresh } = begin();
    server.setUp(group, { topic: 'Plans', whoMayPost: 'ADMINS', whoMayAdd: 'EVERYBODY' });
    catchUp();
    expect(start()?.threads.edges[0]?.node.topic).toBe('Plans');
    expect(peopleOf(group.id)?.thread).toMatchObject({
      whoMayPost: 'ADMINS',
      viewerCan: { post: false, add: true },
    });
    server.setRole(group, server.viewerId, 'ADMIN');
    catchUp();
    expect(conversation(group.id)?.thread?.viewerCan).toMatchObject({
      post: true,
      ban: true,
      setRules: false,
    });
    server.archive(group, true);
    catchUp();
    expect(conversation(group.id)?.thread).toMatchObject({ viewerCan: { post: false, ban: true } });
    expect(conversation(group.id)?.thread?.groupArchivedAt).not.toBeNull();
    expectFresh();
    server.deleteGroup(group);
    catchUp();
    expect(conversation(group.id)).toEqual({ thread: null });
    expectFresh();
  });

  it('moves a thread between folders as it is pinned, archived, muted and marked unread', () => {
    const { server, group, direct, cache, catchUp, start, expectFresh } = begin();
    const inFolder = (folder: ThreadFolder) =>
      cache
        .readQuery<ThreadFolderQuery>({ query: ThreadFolderDocument, variables: { folder, first: MANY } })
        ?.threads.edges.map(({ node }) => node.id);
    const inbox = () => start()?.threads.edges.map(({ node }) => node.id);
    server.prefer(group, { pinned: true, favourite: true });
    catchUp();
    expect(inbox()).toEqual([group.id, direct.id]);
    expect(inFolder('FAVOURITES')).toEqual([group.id]);
    server.read(direct, server.viewerId, 1);
    server.prefer(group, { archived: true });
    catchUp();
    expect([inbox(), inFolder('ARCHIVED'), inFolder('UNREAD')]).toEqual([[direct.id], [group.id], []]);
    server.markUnread(direct, 1);
    server.send(group, 'usr_ana');
    catchUp();
    expect([inbox(), inFolder('ARCHIVED')]).toEqual([[group.id, direct.id], []]);
    expect(inFolder('UNREAD')).toEqual([group.id, direct.id]);
    expect(start()?.threads.edges[1]?.node.unreadCount).toBe(1);
    server.prefer(group, { mutedUntil: 1_000_000_000 });
    server.send(direct, server.viewerId);
    catchUp();
    expect(inFolder('UNREAD')).toEqual([]);
    expect(start()?.threads.edges[1]?.node.preferences?.unreadFromSeq).toBeNull();
    expectFresh();
  });

  it('counts replies where they are shown, and leaves what stands only among them out of the conversation’s count', () => {
    const { server, group, cache, catchUp, start, conversation, expectFresh } = begin();
    const row = () => start()?.threads.edges.find(({ node }) => node.id === group.id)?.node;
    const root = group.messages[0]!;
    const replies = () =>
      cache.readQuery<RepliesQuery>({ query: RepliesDocument, variables: { messageId: root.id, last: MANY } })
        ?.node;
    server.read(group, server.viewerId, 1);
    server.follow(group, root, { followed: true, unread: false });
    server.send(group, 'usr_ben', 'usr_ben', { answers: root, aside: true });
    server.send(group, 'usr_cat', 'usr_cat', { answers: root });
    server.send(group, 'usr_ben', 'usr_ben', { answers: root, aside: true });
    catchUp();
    expect(row()).toMatchObject({
      unreadCount: 1,
      lastMessage: { body: '3' },
      unreadReplies: [{ id: root.id }],
    });
    expect(conversation(group.id)?.thread?.messages.edges[0]?.node).toMatchObject({
      replyCount: 3,
      lastRepliers: [{ id: 'usr_ben' }, { id: 'usr_cat' }],
      repliesUnread: true,
    });
    const shown = replies();
    if (shown?.__typename !== 'Message') throw new Error('The panel shows a message.');
    expect(shown.replies.edges.map(({ node }) => node.body)).toEqual(['2', '3', '4']);
    server.follow(group, root, { followed: true, unread: false });
    server.read(group, server.viewerId, 4);
    catchUp();
    expect(row()).toMatchObject({ unreadCount: 0, unreadAsides: [], unreadReplies: [] });
    expectFresh();
  });

  it('shows a new name wherever the person is shown, in what they wrote too', () => {
    const { server, group, direct, catchUp, start, conversation, people: peopleOf, expectFresh } = begin();
    server.remove(group, 'usr_ana');
    server.changePerson('usr_ana', 'Ana Maria', null);
    server.changePerson('usr_ben', 'Benno', null);
    catchUp();
    expect(start()?.threads.edges.find(({ node }) => node.id === direct.id)?.node.peer?.displayName).toBe(
      'Ana Maria',
    );
    // She has left the group, and her words stand there.
    expect(conversation(group.id)?.thread?.messages.edges[0]?.node.author?.displayName).toBe('Ana Maria');
    expect(peopleOf(group.id)?.thread?.participants.edges[1]?.node.user.displayName).toBe('Benno');
    expectFresh();
  });

  it('fetches the row of a thread that is not listed when a message comes to it', () => {
    const server = new ModelServer();
    const group = server.start('GROUP', people);
    const cache = createCache();
    store(
      cache,
      StartDocument,
      { first: MANY },
      {
        ...server.fetch<object>(StartDocument, { first: MANY }),
        threads: new ModelServer().fetch<StartQuery>(StartDocument, { first: MANY }).threads,
      },
    );
    server.send(group, 'usr_ana');
    follow(cache, server, server.change(server.end - 1));
    expect(
      cache.readQuery<StartQuery>({ query: StartDocument, variables: { first: MANY } })?.threads.edges[0]
        ?.node.id,
    ).toBe(group.id);
  });

  it('leaves alone what nobody has loaded', () => {
    const { server, group } = begin();
    server.edit(group, 0);
    server.read(group, 'usr_me', 1);
    server.rename(group, 'Other');
    const cache = createCache();
    for (let place = 0; place < server.end; place += 1) applyChange(cache, server.change(place));
    expect(cache.extract()).toEqual({});
  });
});

type World = ReturnType<typeof begin>;
/** What somebody does; the numbers pick among what is there. */
type Action = (world: World, by: { who: string; where: number; which: number; text: string }) => void;

const threadOf = ({ server }: World, where: number) => server.thread(where % server.threads.length);

const add: Action = ({ server, group }, { who }) => server.add(group, who);
const remove: Action = ({ server, group }, { who }) => server.remove(group, who);
const read: Action = (world, { who, where, which }) => {
  const thread = threadOf(world, where);
  if (thread) world.server.read(thread, who, which);
};

const react = (
  world: World,
  { who, where, which }: { who: string; where: number; which: number },
  reacted: boolean,
) => {
  const thread = threadOf(world, where);
  const emoji = ['👍', '🎉', '🐌'][which % 3];
  if (thread && emoji) world.server.react(thread, which % (thread.messages.length + 1), who, emoji, reacted);
};

const keep = (
  world: World,
  { where, which }: { where: number; which: number },
  how: 'save' | 'pin',
  on: boolean,
) => {
  const thread = threadOf(world, where);
  if (thread) world.server[how](thread, which % (thread.messages.length + 1), on);
};
function follows(world: World, where: number, which: number, change: (now: Follow) => Follow): void {
  const thread = threadOf(world, where);
  const message = thread?.messages[which % 4 ? 0 : which % Math.max(1, thread.messages.length)];
  if (!thread || !message) return;
  const { followed, unread } = change(message.follow);
  world.server.follow(thread, message, { followed, unread: followed && unread });
}
type Follow = { followed: boolean; unread: boolean };

/** Of each mutation, what it does to a model server. A new one wants a line here. */
const actions: Record<string, Action> = {
  sendMessage: (world, { who, where, which }) => {
    const thread = threadOf(world, where);
    if (!thread?.people.some(({ userId }) => userId === who)) return;
    // Mostly to the first message, whose replies are looked at.
    const answered = thread.messages[which % 5 ? 0 : which % thread.messages.length];
    const answers = which % 2 && answered && !answered.aside ? answered : null;
    world.server.send(thread, who, who, { answers, aside: which % 3 > 0 });
  },
  setRepliesFollowed: (world, { where, which }) =>
    follows(world, where, which, (now) => ({ ...now, followed: which % 3 > 0 })),
  markRepliesRead: (world, { where, which }) =>
    follows(world, where, which, (now) => ({ ...now, unread: false })),
  editMessage: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.edit(thread, which % (thread.messages.length + 1));
  },
  deleteMessage: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.delete(thread, which % (thread.messages.length + 1));
  },
  addReaction: (world, by) => react(world, by, true),
  removeReaction: (world, by) => react(world, by, false),
  saveMessage: (world, by) => keep(world, by, 'save', true),
  unsaveMessage: (world, by) => keep(world, by, 'save', false),
  pinMessage: (world, by) => keep(world, by, 'pin', true),
  unpinMessage: (world, by) => keep(world, by, 'pin', false),
  forwardMessage: (world, { who, where, which }) => {
    const [from, to] = [threadOf(world, where), threadOf(world, which)];
    if (from && to) world.server.forward(from, which % (from.messages.length + 1), who, to);
  },
  markRead: read,
  markDelivered: read,
  updateGroupName: ({ server, group }, { text }) => server.rename(group, text),
  addParticipant: add,
  acceptInvite: add,
  removeParticipant: remove,
  leaveGroup: remove,
  setParticipantRole: ({ server, group }, { who, which }) =>
    server.setRole(group, who, which % 2 ? 'ADMIN' : 'MEMBER'),
  updateGroupSettings: ({ server, group }, { which, text }) =>
    server.setUp(group, {
      topic: which % 3 ? text : null,
      pictureUrl: which % 2 ? `/files/${which}` : null,
      whoMayPost: which % 2 ? 'ADMINS' : 'EVERYBODY',
      whoMayAdd: which % 5 < 2 ? 'EVERYBODY' : 'ADMINS',
      historyVisible: which % 7 < 3,
      editWindowSeconds: which % 4 ? 60 * which : null,
    }),
  archiveGroup: ({ server, group }) => server.archive(group, true),
  unarchiveGroup: ({ server, group }) => server.archive(group, false),
  banParticipant: ({ server, group }, { who }) => server.ban(group, who),
  unbanParticipant: ({ server, group }, { who }) => server.unban(group, who),
  // Now and then: nothing more happens in a group that is gone.
  deleteGroup: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread && which % 5 === 0) world.server.deleteGroup(thread);
  },
  updateThreadPreferences: (world, { where, which }) => {
    const thread = threadOf(world, where);
    // The model's clock begins in the past: muted is until long after it.
    const mutedUntil = which % 3 ? null : 1_000_000_000;
    if (thread)
      world.server.prefer(thread, {
        pinned: which % 2 === 0,
        favourite: which % 5 < 2,
        archived: which % 7 < 2,
        mutedUntil,
      });
  },
  markUnread: (world, { where, which }) => {
    const thread = threadOf(world, where);
    if (thread) world.server.markUnread(thread, 1 + (which % 6));
  },
  updateProfile: ({ server }, { who, text, which }) =>
    server.changePerson(who, text, which % 2 ? `/files/${text}` : null),
  createGroup: ({ server }) => {
    if (server.threads.length < 4) server.start('GROUP', ['usr_ben']);
  },
  startDirectThread: ({ server }) => {
    if (server.threads.length < 4) server.start('DIRECT', ['usr_cat']);
  },
};

/** Mutations that change nothing of what is compared here, and why. */
const withoutTrace: Record<string, string> = {
  createInvite: 'a group’s links are read again whenever they are looked at',
  createUpload: 'is its owner’s alone until a message carries it',
  revokeInvite: 'a group’s links are read again whenever they are looked at',
  setTyping: 'is told beside the log, and forgotten',
  setPresence: 'is told to who follows it, and kept beside the cache',
  signIn: 'begins with an empty cache',
  signOut: 'ends with an empty cache',
  signUp: 'begins with an empty cache',
  changePassword: 'is told to nobody',
  revokeSession: 'is told to nobody; the list is read again whenever it is looked at',
  revokeOtherSessions: 'is told to nobody; the list is read again whenever it is looked at',
  deleteAccount: 'is told as what it does: a new name, edits and departures',
  updatePrivacy: 'everything is read afresh',
};

const names = Object.keys(actions);
const often = [
  'sendMessage',
  'sendMessage',
  'markRead',
  'editMessage',
  'addReaction',
  'addReaction',
  'pinMessage',
  'saveMessage',
];
const nat = fc.nat(20);
const step = fc.record({
  action: fc.constantFrom(...names, ...often),
  who: fc.constantFrom('usr_me', ...people, 'usr_dan'),
  where: nat,
  which: nat,
  text: fc.string({ minLength: 1, maxLength: 5 }),
  /** Otherwise it is told with what comes later, as after a cut. */
  toldAtOnce: fc.boolean(),
  /** How much of what was told before is told again. */
  again: fc.nat(4),
  /** Which page is fetched, if any. */
  page: fc.option(nat, { freq: 2 }),
  /** Whether the page's answer was read before this happened, and comes when it has been told. */
  late: fc.boolean(),
});

/** `SEED=… npm test` repeats a run. */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A few each time; .ci/run takes `INTERLEAVINGS=10000 npm test -- client/apollo/apply-change`. */
const wanted = Number(process.env['INTERLEAVINGS'] ?? 200);
const inOneWorld = 20;

describe('state and changes are a fresh fetch', () => {
  it('of every mutation', () => {
    expect([...names, ...Object.keys(withoutTrace)].toSorted()).toEqual(mutations.toSorted());
  });

  /**
   * One interleaving: up to three things happen in one order, each told at once or later or more than once, with pages
   * fetched in between, also such as were answered before; then everything is told, and the
   * list and one thread's screens are compared. Twenty of them come one after the other in one world, where in the end
   * every screen is compared.
   */
  it(
    'in thousands of interleavings of what happens, when it is told, and what is fetched',
    { timeout: 240_000 + wanted * 150 },
    () => {
      console.info(`seed ${seed}`);
      let compared = 0;
      const several = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
        minLength: inOneWorld,
        maxLength: inOneWorld,
      });
      fc.assert(
        fc.property(several, (all) => {
          const world = begin();
          for (const [index, steps] of all.entries()) {
            interleave(world, steps);
            const { id = '' } = world.server.thread(index % world.server.threads.length) ?? {};
            expectFresh(world.cache, world.server, [id]);
            compared += 1;
          }
          expectFresh(world.cache, world.server);
        }),
        { numRuns: wanted / inOneWorld, seed, endOnFailure: true },
      );
      expect(compared).toBe(wanted);
    },
  );
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function interleave(world: World, steps: Step[]): void {
  const { server, cache } = world;
  let seen = server.end;
  const tell = (from: number) => {
    for (let place = from; place < server.end; place += 1) follow(cache, server, server.change(place));
    seen = server.end;
  };
  for (const { action, toldAtOnce, again, page, late, ...by } of steps) {
    const pages = reads(
      server,
      server.threads.map(({ id }) => id),
    );
    const [query, variables] = pages[(page ?? 0) % pages.length] ?? [StartDocument, { first: MANY }];
    const ask = () => server.fetch<object>(query, variables);
    const before = page !== null && late ? ask() : null;
    const from = server.end;
    actions[action]?.(world, by);
    if (toldAtOnce) tell(Math.max(0, seen - again));
    if (before) {
      store(cache, query, variables, before);
      // The replay link tells again what came while the answer was on its way.
      if (toldAtOnce) tell(from);
    } else if (page !== null) store(cache, query, variables, ask());
  }
  tell(seen);
}

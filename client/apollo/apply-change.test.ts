import { describe, expect, it } from 'vitest';

import type { StartQuery, ThreadFolder, ThreadFolderQuery } from '../generated/graphql.ts';
import { StartDocument, ThreadFolderDocument } from '../generated/graphql.ts';
import { PinnedMessagesDocument, type PinnedMessagesQuery } from '../generated/keep.ts';
import { RepliesDocument, type RepliesQuery } from '../generated/replies.ts';
import { applyChange } from './apply-change.ts';
import { createCache } from './cache.ts';
import { begin, follow, MANY, people, store } from './model/follower.ts';
import { ModelServer } from './model/server.ts';

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
    server.setUp(group, {
      topic: 'Plans',
      whoMayPost: 'ADMINS',
      whoMayAdd: 'EVERYBODY',
      whoMayCallAll: 'EVERYBODY',
    });
    catchUp();
    expect(start()?.threads.edges[0]?.node.topic).toBe('Plans');
    expect(peopleOf(group.id)?.thread).toMatchObject({
      whoMayPost: 'ADMINS',
      whoMayCallAll: 'EVERYBODY',
      viewerCan: { post: false, add: true, callAll: true },
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
    server.follow(group, root, { followed: true, unread: false, named: false });
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
    server.follow(group, root, { followed: true, unread: false, named: false });
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

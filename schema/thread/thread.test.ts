import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { idsOf } from '../testing/fields.ts';
import { footprint } from '../testing/rows.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
beforeAll(async () => {
  [ann, bob, cat] = await world.people(3);
});

describe('starting a direct thread', () => {
  it('[TH1] gives the same thread to both, however often', async () => {
    const first = await ann!.must('startDirectThread', { userId: bob!.id });
    expect(first.thread).toMatchObject({ kind: 'DIRECT', name: null, participantCount: 2, unreadCount: 0 });
    const before = await footprint(world);
    expect((await ann!.must('startDirectThread', { userId: bob!.id })).thread.id).toBe(first.thread.id);
    expect((await bob!.must('startDirectThread', { userId: ann!.id })).thread.id).toBe(first.thread.id);
    expect(await footprint(world)).toBe(before);
    expect(await direct(ann!, cat!)).not.toBe(first.thread.id);
  });

  it('[TH1] gives the same thread to twenty who ask at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = (await world.people(2)) as [Person, Person];
      const ids = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? direct(one, other) : direct(other, one))),
      );
      expect(new Set(ids).size).toBe(1);
      const pair = { participants: { some: { userId: one.id } } };
      expect(await world.prisma.thread.count({ where: pair })).toBe(1);
      expect(await world.prisma.participant.count({ where: { threadId: ids[0]! } })).toBe(2);
      expect(await world.prisma.event.count({ where: { threadId: ids[0]! } })).toBe(2);
    }
  });

  it('[TH2] with oneself, or with nobody, is refused', async () => {
    const before = await footprint(world);
    const self = await ann!.does('startDirectThread', { userId: ann!.id });
    expect([self.__typename, self.fields.map((field) => field.path)]).toEqual(['InputError', ['userId']]);
    const nobody = await ann!.does('startDirectThread', { userId: newId('usr') });
    expect(nobody).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    for (const userId of ['', 'x', newId('thr'), ann!.id.toUpperCase(), `${bob!.id} `, `${bob!.id}\0`]) {
      expect((await ann!.does('startDirectThread', { userId })).fields?.map((field) => field.path)).toEqual([
        'userId',
      ]);
    }
    expect(await footprint(world)).toBe(before);
  });
});

describe('a thread', () => {
  it('[TH4] is null for who is not in it, as if it were missing', async () => {
    const threadId = await direct(ann!, bob!);
    const asked = (person: Person, id: string) =>
      person.ask('query ($id: ID!) { thread(id: $id) { id name } }', { id });
    expect((await asked(ann!, threadId)).data).toEqual({ thread: { id: threadId, name: null } });
    expect(JSON.stringify(await asked(cat!, threadId))).toBe(JSON.stringify(await asked(cat!, newId('thr'))));
    expect((await asked(cat!, threadId)).data).toEqual({ thread: null });
  });

  it('[TH4] has an id of its own kind', async () => {
    for (const id of [
      '',
      'x',
      'thr_',
      ann!.id,
      newId('msg'),
      newId('thr').toUpperCase(),
      `${newId('thr')}\n`,
      'thr_\0',
    ]) {
      const { data, errors } = await ann!.ask('query ($id: ID!) { thread(id: $id) { id } }', { id });
      expect(
        errors?.map(({ code, fields, path }) => [code, fields.map((field) => field.path), path]),
      ).toEqual([['BAD_INPUT', ['id'], 'thread']]);
      expect(data).toEqual({ thread: null });
    }
  });

  it('[TH6] finds its people by a part of their handle or name, and nobody else', async () => {
    const owner = await world.person({ displayName: 'Zoë Ström' });
    const [bob, other] = [
      await world.person({ handle: 'bob_100', displayName: 'Robert' }),
      await world.person({ handle: 'bobx1000', displayName: 'Elsewhere' }),
    ];
    const threadId = await group(owner, { members: [bob] });
    await group(other, { members: [bob] });
    const found = async (search: string | null) =>
      (
        await owner.query<{ thread: { participants: { edges: { node: { user: { id: string } } }[] } } }>(
          `query ($id: ID!, $search: String) { thread(id: $id) {
            participants(search: $search) { edges { node { user { id } } } } } }`,
          { id: threadId, search },
        )
      ).thread.participants.edges.map(({ node }) => node.user.id);
    expect(await found('BOB')).toEqual([bob.id]);
    expect(await found('b_1')).toEqual([bob.id]);
    expect(await found('stRÖ')).toEqual([owner.id]);
    expect(await found('%')).toEqual([]);
    expect(await found('o')).toEqual([owner.id, bob.id]);
    for (const all of ['', null]) expect(await found(all)).toHaveLength(2);
    const { errors } = await owner.ask(
      'query ($id: ID!, $search: String) { thread(id: $id) { participants(search: $search) { edges { node { id } } } } }',
      { id: threadId, search: 'x'.repeat(101) },
    );
    expect(errors?.[0]).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'search' }] });
  });

  it('[TH6] lists its people in the order in which they came, and counts them', async () => {
    const [owner, one, two, three] = (await world.people(4)) as [Person, Person, Person, Person];
    const threadId = await group(owner, { members: [three] });
    await owner.must('addParticipant', { threadId, userId: two.id });
    await owner.must('addParticipant', { threadId, userId: one.id });
    const people = async (asker: Person) => {
      const { thread } = await asker.query<{
        thread: { participantCount: number; participants: { edges: { node: { user: { id: string } } }[] } };
      }>(
        'query ($id: ID!) { thread(id: $id) { participantCount participants { edges { node { user { id } } } } } }',
        { id: threadId },
      );
      expect(thread.participantCount).toBe(thread.participants.edges.length);
      return thread.participants.edges.map((edge) => edge.node.user.id);
    };
    expect(await people(one)).toEqual([owner, three, two, one].map((person) => person.id));
    await owner.must('removeParticipant', { threadId, userId: three.id });
    await owner.must('addParticipant', { threadId, userId: three.id });
    expect(await people(owner)).toEqual([owner, two, one, three].map((person) => person.id));
  });

  it('[TH7] of two people has a peer, a group has none', async () => {
    const threads = [
      await direct(ann!, bob!),
      await direct(ann!, cat!),
      await group(ann!, { members: [bob!] }),
    ];
    const peers = async (asker: Person) => {
      const { nodes } = await asker.query<{ nodes: ({ peer: { id: string } | null } | null)[] }>(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Thread { peer { id } } } }',
        { ids: threads },
      );
      return nodes.map((node) => node && (node.peer?.id ?? null));
    };
    expect(await peers(ann!)).toEqual([bob!.id, cat!.id, null]);
    expect(await peers(bob!)).toEqual([ann!.id, null, null]);
    const { data } = await cat!.ask<{ thread: { peer: { id: string } } }>(
      'query ($id: ID!) { thread(id: $id) { peer { id } } }',
      { id: threads[1] },
    );
    expect(data?.thread.peer.id).toBe(ann!.id);
  });

  it('[TH8] that one has left is not there any more, wherever one looks', async () => {
    const [owner, leaver, removed] = (await world.people(3)) as [Person, Person, Person];
    const threadId = await group(owner, { members: [leaver, removed] });
    const message = await say(leaver, threadId, 'I was here');
    const own = await world.prisma.participant.findUniqueOrThrow({
      where: { threadId_userId: { threadId, userId: owner.id } },
    });
    await leaver.must('leaveGroup', { threadId });
    await owner.must('removeParticipant', { threadId, userId: removed.id });
    for (const person of [leaver, removed]) {
      const seen = await person.query<Record<string, unknown>>(
        `query ($thread: ID!, $message: ID!, $participant: ID!) {
          thread(id: $thread) { id }
          threads { edges { node { id } } }
          asThread: node(id: $thread) { id } asMessage: node(id: $message) { id } asParticipant: node(id: $participant) { id }
        }`,
        { thread: threadId, message: message.id, participant: own.id },
      );
      expect(seen).toEqual({
        thread: null,
        threads: { edges: [] },
        asThread: null,
        asMessage: null,
        asParticipant: null,
      });
    }
  });

  it('[TH8] shows nothing to one who holds it while being removed', async () => {
    // The payload of a mutation is read after its commit: somebody may have been removed in between.
    const [owner, leaver] = (await world.people(2)) as [Person, Person];
    const threadId = await group(owner, { members: [leaver] });
    const { id } = await say(leaver, threadId, 'Question?');
    await say(owner, threadId, 'An answer', { replyToId: id });
    const ctx = await leaver.context();
    await world.prisma.participant.deleteMany({ where: { threadId, userId: leaver.id } });
    expect(await idsOf('Message', 'replies', ctx, { id })).toEqual([]);
    expect(await idsOf('Thread', 'messages', ctx, { id: threadId })).toEqual([]);
    expect(await idsOf('Thread', 'participants', ctx, { id: threadId })).toEqual([]);
  });
});

describe('the viewer’s threads', () => {
  it('[TH5] are their own, newest activity first', async () => {
    const [me, one, two, three] = (await world.people(4)) as [Person, Person, Person, Person];
    const foreign = await group(one, { members: [two] });
    const threads = [await direct(me, one), await direct(me, two), await group(three, { members: [me] })] as [
      string,
      string,
      string,
    ];
    const list = async () =>
      (
        await me.query<{ threads: { edges: { node: { id: string } }[] } }>(
          '{ threads { edges { node { id } } } }',
        )
      ).threads.edges.map((edge) => edge.node.id);
    expect(await list()).toEqual(threads.toReversed());
    await say(one, threads[0], 'You first');
    await say(one, foreign, 'Not for you');
    expect(await list()).toEqual([threads[0], threads[2], threads[1]]);
    // Neither reading nor editing is activity.
    const { id } = await say(me, threads[1]);
    await say(me, threads[2]);
    await me.must('editMessage', { messageId: id, body: 'Edited' });
    await me.must('markRead', { threadId: threads[0], seq: 1 });
    expect(await list()).toEqual([threads[2], threads[1], threads[0]]);
  });

  it('[TH5] say when the last message came, and which', async () => {
    const [me, one] = (await world.people(2)) as [Person, Person];
    const threadId = await direct(me, one);
    const seen = async () =>
      (
        await me.query<{
          thread: {
            createdAt: string;
            lastActivityAt: string;
            lastMessage: { id: string; createdAt: string } | null;
          };
        }>('query ($id: ID!) { thread(id: $id) { createdAt lastActivityAt lastMessage { id createdAt } } }', {
          id: threadId,
        })
      ).thread;
    const empty = await seen();
    expect(empty.lastMessage).toBeNull();
    expect(Math.abs(Date.parse(empty.lastActivityAt) - Date.parse(empty.createdAt))).toBeLessThan(1000);
    const message = await say(one, threadId, 'First');
    const after = await seen();
    expect(after.lastMessage).toEqual({ id: message.id, createdAt: message.createdAt });
    expect(after.lastActivityAt).toBe(message.createdAt);
  });
});

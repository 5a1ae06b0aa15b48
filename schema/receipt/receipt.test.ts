import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import type { ParticipantView } from '../testing/mutations.ts';
import { footprint } from '../testing/rows.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat]: Person[] = [];
beforeAll(async () => {
  [ann, bob, cat] = await world.people(3);
});

interface Seen {
  unreadCount: number;
  readSeq: number;
  deliveredSeq: number;
  lastMessage: { seq: number; status: string } | null;
  viewerParticipant: ParticipantView;
}

const seen = async (person: Person, threadId: string): Promise<Seen> =>
  (
    await person.query<{ thread: Seen }>(
      `query ($id: ID!) { thread(id: $id) {
        unreadCount readSeq deliveredSeq lastMessage { seq status }
        viewerParticipant { id role lastReadSeq lastDeliveredSeq user { id } }
      } }`,
      { id: threadId },
    )
  ).thread;

const statusOf = async (person: Person, id: string) =>
  (
    await person.query<{ node: { status: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { status } } }',
      { id },
    )
  ).node.status;

const mark = async (person: Person, what: 'markRead' | 'markDelivered', threadId: string, seq: number) =>
  (await person.must(what, { threadId, seq })).participant;

describe('marking', () => {
  it('[RC1] never moves back', async () => {
    const threadId = await direct(ann!, bob!);
    for (let index = 0; index < 5; index += 1) await say(ann!, threadId);
    expect(await mark(bob!, 'markRead', threadId, 3)).toMatchObject({ lastReadSeq: 3, lastDeliveredSeq: 3 });
    const before = await footprint(world);
    expect(await mark(bob!, 'markRead', threadId, 1)).toMatchObject({ lastReadSeq: 3, lastDeliveredSeq: 3 });
    expect(await mark(bob!, 'markDelivered', threadId, 2)).toMatchObject({
      lastReadSeq: 3,
      lastDeliveredSeq: 3,
    });
    expect(await mark(bob!, 'markRead', threadId, 0)).toMatchObject({ lastReadSeq: 3 });
    expect(await footprint(world)).toBe(before);
    expect(await mark(bob!, 'markDelivered', threadId, 5)).toMatchObject({
      lastReadSeq: 3,
      lastDeliveredSeq: 5,
    });
    expect(await mark(bob!, 'markRead', threadId, 4)).toMatchObject({ lastReadSeq: 4, lastDeliveredSeq: 5 });
  });

  it('[RC1] at once from ten devices ends with the furthest', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    for (let index = 0; index < 10; index += 1) await say(ann!, threadId);
    const seqs = [4, 9, 2, 7, 11, 3, 5, 10, 6, 8];
    await Promise.all(seqs.map((seq) => mark(bob!, seq % 2 ? 'markRead' : 'markDelivered', threadId, seq)));
    expect((await seen(bob!, threadId)).viewerParticipant).toMatchObject({
      lastReadSeq: 11,
      lastDeliveredSeq: 11,
    });
  });

  it('[RC2] beyond the end means the end', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const { seq } = await say(ann!, threadId);
    expect(await mark(bob!, 'markRead', threadId, 2_147_483_647)).toMatchObject({ lastReadSeq: seq });
    // What comes then is unread.
    await say(ann!, threadId);
    expect((await seen(bob!, threadId)).unreadCount).toBe(1);
  });

  it('[RC2] below 0 is refused', async () => {
    const threadId = await direct(ann!, bob!);
    const before = await footprint(world);
    for (const what of ['markRead', 'markDelivered']) {
      for (const seq of [-1, -2_147_483_648]) {
        const outcome = await bob!.does(what, { threadId, seq });
        expect([outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
          'InputError',
          ['seq'],
        ]);
      }
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[RC3] as read is marking as delivered', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const { seq } = await say(ann!, threadId);
    expect(await mark(bob!, 'markDelivered', threadId, seq)).toMatchObject({
      lastReadSeq: seq - 1,
      lastDeliveredSeq: seq,
    });
    const next = await say(ann!, threadId);
    expect(await mark(bob!, 'markRead', threadId, next.seq)).toMatchObject({
      lastReadSeq: next.seq,
      lastDeliveredSeq: next.seq,
    });
  });

  it('[RC8] where one is not is refused, as if it were nowhere', async () => {
    const threadId = await direct(ann!, bob!);
    await say(ann!, threadId);
    const before = await footprint(world);
    for (const what of ['markRead', 'markDelivered']) {
      const outcome = await cat!.does(what, { threadId, seq: 1 });
      expect(outcome.__typename).toBe('NotFoundError');
      expect(outcome).toEqual(await cat!.does(what, { threadId: newId('thr'), seq: 1 }));
      expect(
        (await cat!.does(what, { threadId: newId('msg'), seq: 1 })).fields?.map((field) => field.path),
      ).toEqual(['threadId']);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[RC9] that moves nothing leaves no event, and what moves leaves one', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    const { seq } = await say(ann!, threadId);
    const moved = ['RECEIPT_MOVED', 'READ_MOVED', 'DELIVERY_MOVED'] as const;
    const events = () => world.prisma.event.findMany({ where: { threadId, kind: { in: [...moved] } } });
    await mark(bob!, 'markDelivered', threadId, seq - 1);
    expect(await events()).toHaveLength(0);
    await mark(bob!, 'markDelivered', threadId, seq);
    await mark(bob!, 'markDelivered', threadId, seq);
    expect(await events()).toHaveLength(1);
    await mark(bob!, 'markRead', threadId, seq);
    await mark(bob!, 'markRead', threadId, seq + 5);
    const found = await events();
    expect(found).toHaveLength(2);
    for (const event of found) expect(event).toMatchObject({ userId: bob!.id, actorId: bob!.id });
  });
});

describe('what is unread', () => {
  it('[RC4] is exactly the last seq less one’s own, whatever happens', async () => {
    const people = await world.people(3);
    const threadId = await group(people[0]!, { members: people.slice(1) });
    let last = 1;
    const read = new Map(people.map((person) => [person, 1]));
    const step = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('send', 'rename', 'read', 'deliver', 'delete', 'peek'),
      at: fc.integer({ min: 0, max: 40 }),
    });
    let names = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { who, what, at } of steps) {
          const person = people[who]!;
          if (what === 'send') read.set(person, (last = (await say(person, threadId)).seq));
          if (what === 'delete') {
            const { id, seq } = await say(person, threadId);
            read.set(person, (last = seq));
            await person.must('deleteMessage', { messageId: id });
          }
          if (what === 'rename' && who === 0) {
            await person.must('updateGroupName', { threadId, name: `Name ${(names += 1)}` });
            read.set(person, (last += 1));
          }
          if (what === 'read') {
            await mark(person, 'markRead', threadId, at);
            read.set(person, Math.max(read.get(person)!, Math.min(at, last)));
          }
          if (what === 'deliver') await mark(person, 'markDelivered', threadId, at);
        }
        for (const person of people) {
          const found = await seen(person, threadId);
          expect(found.lastMessage?.seq).toBe(last);
          expect([found.unreadCount, found.viewerParticipant.lastReadSeq]).toEqual([
            last - read.get(person)!,
            read.get(person),
          ]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('[RC4] is exact while many send at once', async () => {
    const people = await world.people(6);
    const threadId = await group(people[0]!, { members: people.slice(1) });
    await Promise.all(
      people.slice(0, 5).flatMap((person) => Array.from({ length: 8 }, () => say(person, threadId))),
    );
    expect(await seen(people[5]!, threadId)).toMatchObject({ unreadCount: 40, lastMessage: { seq: 41 } });
    await mark(people[5]!, 'markRead', threadId, 11);
    expect((await seen(people[5]!, threadId)).unreadCount).toBe(30);
  });

  it('[RC5] what one sends is read, and so is all before it', async () => {
    const threadId = await group(ann!, { members: [bob!] });
    for (let index = 0; index < 3; index += 1) await say(ann!, threadId);
    expect((await seen(bob!, threadId)).unreadCount).toBe(3);
    const { seq } = await say(bob!, threadId);
    expect(await seen(bob!, threadId)).toMatchObject({
      unreadCount: 0,
      viewerParticipant: { lastReadSeq: seq, lastDeliveredSeq: seq },
    });
    expect((await seen(ann!, threadId)).unreadCount).toBe(1);
  });
});

describe('a message’s status', () => {
  it('[RC6] in a direct thread follows the other one', async () => {
    const threadId = await direct(bob!, cat!);
    const { id, seq, status } = await say(bob!, threadId);
    expect(status).toBe('SENT');
    await mark(cat!, 'markDelivered', threadId, seq);
    expect(await statusOf(bob!, id)).toBe('DELIVERED');
    expect(await statusOf(cat!, id)).toBe('DELIVERED');
    await mark(cat!, 'markRead', threadId, seq);
    expect(await statusOf(bob!, id)).toBe('READ');
    expect((await say(bob!, threadId)).status).toBe('SENT');
    expect(await statusOf(bob!, id)).toBe('READ');
  });

  it('[RC6] in a group waits for the last of the others', async () => {
    const [owner, one, two, three] = (await world.people(4)) as [Person, Person, Person, Person];
    const threadId = await group(owner, { members: [one, two, three] });
    const { id, seq } = await say(one, threadId);
    await mark(owner, 'markRead', threadId, seq);
    await mark(two, 'markRead', threadId, seq);
    expect(await statusOf(one, id)).toBe('SENT');
    await mark(three, 'markDelivered', threadId, seq);
    expect(await statusOf(one, id)).toBe('DELIVERED');
    await mark(three, 'markRead', threadId, seq);
    expect(await statusOf(one, id)).toBe('READ');
    // Who has not read and goes, is waited for no longer; who comes has read.
    const next = await say(one, threadId);
    await mark(owner, 'markRead', threadId, next.seq);
    await mark(two, 'markRead', threadId, next.seq);
    expect(await statusOf(one, next.id)).toBe('SENT');
    await three.must('leaveGroup', { threadId });
    expect(await statusOf(one, next.id)).toBe('READ');
    await owner.must('addParticipant', { threadId, userId: three.id });
    expect(await statusOf(one, next.id)).toBe('READ');
  });

  it('[RC6] is SENT while nobody else is there', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const threadId = await group(owner, { members: [one] });
    await one.must('leaveGroup', { threadId });
    const { id, seq } = await say(owner, threadId);
    await mark(owner, 'markRead', threadId, seq);
    expect(await statusOf(owner, id)).toBe('SENT');
    expect(await seen(owner, threadId)).toMatchObject({ readSeq: 0, deliveredSeq: 0, unreadCount: 0 });
  });

  it('[RC7] is what the thread’s readSeq and deliveredSeq say of every message', async () => {
    const people = await world.people(3);
    const threadId = await group(people[0]!, { members: people.slice(1) });
    for (let index = 0; index < 6; index += 1) await say(people[index % 3]!, threadId);
    await mark(people[0]!, 'markRead', threadId, 6);
    await mark(people[0]!, 'markDelivered', threadId, 7);
    await mark(people[1]!, 'markDelivered', threadId, 7);
    const { readSeq, deliveredSeq } = await seen(people[0]!, threadId);
    const rows = await world.prisma.participant.findMany({ where: { threadId } });
    expect(readSeq).toBe(Math.min(...rows.map((row) => row.lastReadSeq)));
    expect(deliveredSeq).toBe(Math.min(...rows.map((row) => row.lastDeliveredSeq)));
    expect(readSeq).toBeLessThan(deliveredSeq);
    const { thread } = await people[2]!.query<{
      thread: { messages: { edges: { node: { seq: number; status: string } }[] } };
    }>('query ($id: ID!) { thread(id: $id) { messages { edges { node { seq status } } } } }', {
      id: threadId,
    });
    expect(thread.messages.edges.map(({ node }) => node.status)).toEqual(
      thread.messages.edges.map(({ node }) =>
        node.seq <= readSeq ? 'READ' : node.seq <= deliveredSeq ? 'DELIVERED' : 'SENT',
      ),
    );
  });
});

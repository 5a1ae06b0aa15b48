import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cursorOf } from '../testing/cursor.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let ann: Person;
let bob: Person;
let cat: Person;
beforeEach(async () => {
  [ann, bob, cat] = (await world.people(3)) as [Person, Person, Person];
});

interface Place {
  node: {
    user: { id: string };
    lastReadSeq: number;
    lastDeliveredSeq: number;
    readAt: string | null;
    deliveredAt: string | null;
  };
}
interface Seen {
  status: string;
  readBy: { edges: Place[] };
  deliveredTo: { edges: Place[] };
  thread: { readSeq: number; deliveredSeq: number; participants: { edges: Place[] } };
}

const place = 'edges { node { user { id } lastReadSeq lastDeliveredSeq readAt deliveredAt } }';

const look = async (person: Person, id: string) =>
  (
    await person.query<{ node: Seen }>(
      `query ($id: ID!) { node(id: $id) { ... on Message {
        status readBy { ${place} } deliveredTo { ${place} }
        thread { readSeq deliveredSeq participants { ${place} } } } } }`,
      { id },
    )
  ).node;

const idsIn = ({ edges }: { edges: Place[] }) => edges.map(({ node }) => node.user.id);
const placeOf = (seen: Seen, { id }: Person) =>
  seen.thread.participants.edges.find(({ node }) => node.user.id === id)!.node;

const told = async (person: Person, after: string) => {
  await settled(world);
  const { changes } = await person.query<{
    changes: {
      changes: { __typename: string; participant?: { user: { id: string }; lastReadSeq: number } }[];
    };
  }>(
    `query ($after: Cursor!) { changes(after: $after) { changes { __typename
      ... on ReceiptMoved { participant { user { id } lastReadSeq } } } } }`,
    { after },
  );
  return changes.changes;
};

describe('who has read a message', () => {
  it('[RC11] [RC12] is listed, with the time, and so is who has it', async () => {
    const threadId = await group(ann, { members: [bob, cat] });
    const { id, seq } = await say(ann, threadId);
    expect(idsIn((await look(ann, id)).deliveredTo)).toEqual([]);
    const before = Date.now();
    await bob.must('markRead', { threadId, seq });
    await cat.must('markDelivered', { threadId, seq });
    const seen = await look(ann, id);
    expect([idsIn(seen.readBy), idsIn(seen.deliveredTo)]).toEqual([[bob.id], [bob.id, cat.id]]);
    const { readAt, deliveredAt } = placeOf(seen, bob);
    for (const at of [readAt, deliveredAt])
      expect(Date.parse(at ?? '')).toBeGreaterThanOrEqual(before - 1000);
    expect(placeOf(seen, cat).deliveredAt).not.toBeNull();

    // Only what moves moves the time.
    await bob.must('markRead', { threadId, seq });
    expect(placeOf(await look(ann, id), bob).readAt).toBe(readAt);
    // Who writes has read.
    await say(cat, threadId);
    expect(idsIn((await look(ann, id)).readBy)).toEqual([bob.id, cat.id]);
  });

  it('[RC11] is by when at the latest: who reads on has one time for all of it', async () => {
    const threadId = await direct(ann, bob);
    const [first, second] = [await say(ann, threadId), await say(ann, threadId)];
    await bob.must('markRead', { threadId, seq: first.seq });
    const [{ node: then }] = (await look(ann, first.id)).readBy.edges as [Place];
    await bob.must('markRead', { threadId, seq: second.seq });
    const seen = [await look(ann, first.id), await look(ann, second.id)];
    const times = seen.map(({ readBy, deliveredTo }) => [
      readBy.edges[0]?.node.readAt,
      deliveredTo.edges[0]?.node.deliveredAt,
    ]);
    const [readAt] = times[1] ?? [];
    expect(times).toEqual([
      [readAt, readAt],
      [readAt, readAt],
    ]);
    expect(Date.parse(readAt ?? '')).toBeGreaterThan(Date.parse(then.readAt ?? ''));
  });

  it.each([
    ['added', true],
    ['added', false],
    ['by a link', true],
    ['by a link', false],
  ])('[RC12] is who was there: not who came later, %s, with the past visible %s', async (come, visible) => {
    const threadId = await group(ann, { members: [bob] });
    const { id, seq } = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq });
    if (!visible) await ann.must('updateGroupSettings', { threadId, historyVisible: false });
    if (come === 'added') await ann.must('addParticipant', { threadId, userId: cat.id });
    else await cat.must('acceptInvite', { token: (await ann.must('createInvite', { threadId })).token });
    await say(cat, threadId);
    const seen = await look(ann, id);
    expect([idsIn(seen.readBy), idsIn(seen.deliveredTo)]).toEqual([[bob.id], [bob.id]]);
    const next = await say(ann, threadId);
    await cat.must('markRead', { threadId, seq: next.seq });
    expect(idsIn((await look(ann, next.id)).readBy)).toEqual([cat.id]);
    // An older instance notes only what is hidden from them.
    if (visible) return;
    await world.prisma.participant.updateMany({
      where: { threadId, userId: cat.id },
      data: { joinedSeq: 0 },
    });
    expect(idsIn((await look(ann, id)).readBy)).toEqual([bob.id]);
  });

  it('[RC12] is told to nobody who has left', async () => {
    const threadId = await group(ann, { members: [bob, cat] });
    const { id, seq } = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq });
    await cat.must('leaveGroup', { threadId });
    const { errors, data } = await cat.ask(
      'query ($id: ID!) { node(id: $id) { ... on Message { readBy { edges { cursor } } } } }',
      { id },
    );
    expect([errors, data]).toEqual([null, { node: null }]);
    expect(idsIn((await look(ann, id)).readBy)).toEqual([bob.id]);
  });
});

describe('receipts that are switched off', () => {
  it('[PV1] [PV2] show nothing from then on, and one’s own devices everything', async () => {
    const threadId = await direct(ann, bob);
    const first = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq: first.seq });
    expect((await bob.must('updatePrivacy', { readReceipts: false })).privacy).toEqual({
      readReceipts: false,
      presence: true,
    });
    const second = await say(ann, threadId);
    const cursor = await cursorOf(world, ann);
    const { participant } = await bob.must('markRead', { threadId, seq: second.seq });
    expect(participant.lastReadSeq).toBe(second.seq);

    const [before, after] = [await look(ann, first.id), await look(ann, second.id)];
    expect([before.status, after.status]).toEqual(['READ', 'DELIVERED']);
    expect([idsIn(before.readBy), idsIn(after.readBy)]).toEqual([[bob.id], []]);
    expect([after.thread.readSeq, placeOf(after, bob).lastReadSeq]).toEqual([first.seq, first.seq]);
    // That it was delivered is told; how far they have read is not.
    expect(await told(ann, cursor)).toEqual([
      { __typename: 'ReceiptMoved', participant: { user: { id: bob.id }, lastReadSeq: first.seq } },
    ]);
    const own = await told(bob, cursor);
    expect(own.at(-1)?.participant?.lastReadSeq).toBe(second.seq);

    // A mark that shows nothing is nobody else's business.
    const third = await say(ann, threadId);
    await bob.must('markDelivered', { threadId, seq: third.seq });
    const later = await cursorOf(world, ann);
    await bob.must('markRead', { threadId, seq: third.seq });
    expect(await told(ann, later)).toEqual([]);
    expect(await told(bob, later)).toHaveLength(1);
  });

  it('[PV3] hide others’ as well: in status, readSeq, places and lists', async () => {
    const threadId = await direct(ann, bob);
    const { id, seq } = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq });
    await ann.must('updatePrivacy', { readReceipts: false });
    const seen = await look(ann, id);
    expect([seen.status, seen.thread.readSeq, idsIn(seen.readBy)]).toEqual(['DELIVERED', 0, []]);
    expect(placeOf(seen, bob)).toMatchObject({ lastReadSeq: 0, readAt: null });
    expect(placeOf(seen, ann).lastReadSeq).toBe(seq);
    expect(seen.thread.deliveredSeq).toBe(seq);
    // Bob has not asked for that, and sees what there was.
    expect((await look(bob, id)).thread.readSeq).toBe(seq);

    await ann.must('updatePrivacy', { readReceipts: true });
    expect((await look(ann, id)).status).toBe('READ');
  });

  it('[PV2] shown again, they go on with the next mark, and what one writes always shows', async () => {
    const threadId = await direct(ann, bob);
    await bob.must('updatePrivacy', { readReceipts: false });
    const { id, seq } = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq });
    expect((await look(ann, id)).status).toBe('DELIVERED');
    await say(bob, threadId);
    expect((await look(ann, id)).status).toBe('READ');
    const next = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq: next.seq });
    await bob.must('updatePrivacy', { readReceipts: true });
    expect((await look(ann, next.id)).status).toBe('DELIVERED');
    await bob.must('markDelivered', { threadId, seq: next.seq });
    expect((await look(ann, next.id)).status).toBe('READ');
  });

  it('[PV4] are told to their owner alone, once', async () => {
    const cursor = await cursorOf(world, bob);
    for (let round = 0; round < 2; round += 1) await bob.must('updatePrivacy', { readReceipts: false });
    await bob.must('updatePrivacy', {});
    expect((await told(bob, cursor)).map(({ __typename }) => __typename)).toEqual(['PrivacyUpdated']);
    expect(await told(ann, cursor)).toEqual([]);
    expect(await bob.query('{ privacy { readReceipts } }')).toEqual({ privacy: { readReceipts: false } });
  });
});

describe('presence that is switched off', () => {
  it('[PV10] shows nobody what gets to one’s devices, and these all of it', async () => {
    const threadId = await direct(ann, bob);
    const first = await say(ann, threadId);
    await bob.must('markDelivered', { threadId, seq: first.seq });
    const before = placeOf(await look(ann, first.id), bob);
    await bob.must('updatePrivacy', { presence: false });
    const second = await say(ann, threadId);
    const cursor = await cursorOf(world, ann);
    const { participant } = await bob.must('markDelivered', { threadId, seq: second.seq });
    expect(participant.lastDeliveredSeq).toBe(second.seq);

    const [shown, hidden] = [await look(ann, first.id), await look(ann, second.id)];
    expect([shown.status, hidden.status]).toEqual(['DELIVERED', 'SENT']);
    expect([idsIn(shown.deliveredTo), idsIn(hidden.deliveredTo)]).toEqual([[bob.id], []]);
    expect(hidden.thread.deliveredSeq).toBe(first.seq);
    expect(placeOf(hidden, bob)).toEqual(before);
    expect(await told(ann, cursor)).toEqual([]);
    expect(await told(bob, cursor)).toHaveLength(1);

    // Switched on again, they show with the next mark.
    await bob.must('updatePrivacy', { presence: true });
    expect((await look(ann, second.id)).status).toBe('SENT');
    const third = await say(ann, threadId);
    await bob.must('markDelivered', { threadId, seq: third.seq });
    expect((await look(ann, third.id)).status).toBe('DELIVERED');
  });

  it('[PV11] shows what one reads and writes all the same, and nothing that a device does by itself', async () => {
    const threadId = await direct(ann, bob);
    await bob.must('updatePrivacy', { presence: false });
    const read = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq: read.seq });
    expect(await look(ann, read.id)).toMatchObject({ status: 'READ', thread: { deliveredSeq: read.seq } });

    await bob.must('updatePrivacy', { readReceipts: false });
    const unseen = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq: unseen.seq });
    expect((await look(ann, unseen.id)).status).toBe('SENT');
    await bob.must('updatePrivacy', { readReceipts: true });
    const next = await say(ann, threadId);
    const cursor = await cursorOf(world, ann);
    await bob.must('markDelivered', { threadId, seq: next.seq });
    expect(await told(ann, cursor)).toEqual([]);
    expect((await look(ann, unseen.id)).status).toBe('SENT');

    const { seq } = await say(bob, threadId);
    const written = await look(ann, next.id);
    expect(written.status).toBe('READ');
    expect(placeOf(written, bob)).toMatchObject({ lastReadSeq: seq, lastDeliveredSeq: seq });
    // So does what one does to a group.
    const three = await group(bob, { members: [ann, cat] });
    await bob.must('updateGroupName', { threadId: three, name: 'Renamed' });
    const rows = await world.prisma.participant.findMany({ where: { threadId: three, userId: bob.id } });
    expect(rows).toMatchObject([{ shownDeliveredSeq: 2 }]);
  });

  it('[PV12] hides others’ as well, but for what shows to be read', async () => {
    const threadId = await direct(ann, bob);
    const first = await say(ann, threadId);
    await bob.must('markRead', { threadId, seq: first.seq });
    const { id, seq } = await say(ann, threadId);
    await bob.must('markDelivered', { threadId, seq });
    await ann.must('updatePrivacy', { presence: false });
    const seen = await look(ann, id);
    expect([seen.status, seen.thread.deliveredSeq, idsIn(seen.deliveredTo)]).toEqual(['SENT', first.seq, []]);
    expect(placeOf(seen, bob)).toMatchObject({ lastReadSeq: first.seq, lastDeliveredSeq: first.seq });
    expect(placeOf(seen, bob)).toMatchObject({ deliveredAt: null });
    expect(placeOf(seen, ann).lastDeliveredSeq).toBe(seq);
    const read = await look(ann, first.id);
    expect([read.status, idsIn(read.deliveredTo)]).toEqual(['READ', [bob.id]]);

    await ann.must('updatePrivacy', { readReceipts: false });
    const nothing = await look(ann, first.id);
    expect([nothing.status, nothing.thread.deliveredSeq, idsIn(nothing.deliveredTo)]).toEqual([
      'SENT',
      0,
      [],
    ]);
    // Bob has not asked for that.
    expect((await look(bob, id)).thread.deliveredSeq).toBe(seq);
  });

  it('[PV3] [PV12] is told nothing that would be only of what it hides', async () => {
    const threadId = await direct(ann, bob);
    const first = await say(ann, threadId);
    await ann.must('updatePrivacy', { presence: false });
    let cursor = await cursorOf(world, ann);
    await bob.must('markDelivered', { threadId, seq: first.seq });
    expect(await told(ann, cursor)).toEqual([]);
    await bob.must('markRead', { threadId, seq: first.seq });
    expect(await told(ann, cursor)).toHaveLength(1);

    await ann.must('updatePrivacy', { presence: true, readReceipts: false });
    const { seq } = await say(ann, threadId);
    cursor = await cursorOf(world, ann);
    await bob.must('markDelivered', { threadId, seq });
    expect(await told(ann, cursor)).toHaveLength(1);
    cursor = await cursorOf(world, ann);
    await bob.must('markRead', { threadId, seq });
    expect(await told(ann, cursor)).toEqual([]);
    expect(await told(bob, cursor)).toHaveLength(1);
  });
});

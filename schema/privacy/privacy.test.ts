import { afterAll, beforeEach, describe, expect, it } from 'vitest';
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
  node: { user: { id: string }; lastReadSeq: number; readAt: string | null; deliveredAt: string | null };
}
interface Seen {
  status: string;
  readBy: { edges: Place[] };
  deliveredTo: { edges: Place[] };
  thread: { readSeq: number; deliveredSeq: number; participants: { edges: Place[] } };
}

const place = 'edges { node { user { id } lastReadSeq readAt deliveredAt } }';

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

const cursorOf = async (person: Person) => {
  await settled(world);
  return (await person.query<{ cursor: string }>('{ cursor }')).cursor;
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
    const cursor = await cursorOf(ann);
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
    const later = await cursorOf(ann);
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
    const cursor = await cursorOf(bob);
    for (let round = 0; round < 2; round += 1) await bob.must('updatePrivacy', { readReceipts: false });
    await bob.must('updatePrivacy', {});
    expect((await told(bob, cursor)).map(({ __typename }) => __typename)).toEqual(['PrivacyUpdated']);
    expect(await told(ann, cursor)).toEqual([]);
    expect(await bob.query('{ privacy { readReceipts } }')).toEqual({ privacy: { readReceipts: false } });
  });
});

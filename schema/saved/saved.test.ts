import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';

const world = await openWorld();
/** Another instance. */
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

const scene = async () => {
  const [ann, bob, eve] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await direct(ann, bob);
  return { ann, bob, eve, threadId, message: await say(ann, threadId) };
};

const save = async (person: Person, messageId: string) =>
  (await person.must('saveMessage', { messageId })).message.viewerSaved;
const unsave = async (person: Person, messageId: string) =>
  (await person.must('unsaveMessage', { messageId })).message.viewerSaved;
const savedBy = async (person: Person) => {
  const { savedMessages } = await person.query<{ savedMessages: { edges: { node: { id: string } }[] } }>(
    '{ savedMessages(first: 100) { edges { node { id } } } }',
  );
  return savedMessages.edges.map(({ node }) => node.id);
};
const events = (userId: string) =>
  world.prisma.event.findMany({
    where: { userId, kind: { in: ['MESSAGE_SAVED', 'MESSAGE_UNSAVED'] } },
    orderBy: { id: 'asc' },
  });

describe('a saved message', () => {
  it('[SV1] is one’s own, kept and taken out once, however often', async () => {
    const { ann, bob, message } = await scene();
    for (let turn = 0; turn < 2; turn += 1) expect(await save(bob, message.id)).toBe(true);
    expect(await savedBy(bob)).toEqual([message.id]);
    expect(await savedBy(ann)).toEqual([]);
    for (let turn = 0; turn < 2; turn += 1) expect(await unsave(bob, message.id)).toBe(false);
    expect(await savedBy(bob)).toEqual([]);
    expect((await events(bob.id)).map(({ kind, messageId }) => [kind, messageId])).toEqual([
      ['MESSAGE_SAVED', message.id],
      ['MESSAGE_UNSAVED', message.id],
    ]);
  });

  it('[SV1] of many who save at once on two instances, is saved once', async () => {
    const { bob, message } = await scene();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => save(index % 2 ? other.as(bob) : bob, message.id)),
    );
    expect(await savedBy(bob)).toEqual([message.id]);
    expect(await events(bob.id)).toHaveLength(1);
  });

  it('[SV2] stands over all threads, last saved first, and says so of itself', async () => {
    const { ann, bob, eve, threadId, message } = await scene();
    const elsewhere = await group(eve, { members: [bob] });
    const late = await say(eve, elsewhere, 'Late');
    const plain = await say(ann, threadId, 'Plain');
    for (const { id } of [late, message]) await save(bob, id);
    await save(bob, late.id);
    expect(await savedBy(bob)).toEqual([message.id, late.id]);
    const { nodes } = await bob.query<{ nodes: { viewerSaved: boolean }[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Message { viewerSaved } } }',
      { ids: [message.id, plain.id, late.id] },
    );
    expect(nodes.map(({ viewerSaved }) => viewerSaved)).toEqual([true, false, true]);
  });

  it('[SV3] is told to one’s own devices alone', async () => {
    const { ann, bob, message } = await scene();
    await settled(world);
    const after = world.log.seal(await world.log.head());
    await save(bob, message.id);
    await unsave(bob, message.id);
    await settled(world);
    const told = async (person: Person) =>
      (
        await person.query<{ changes: { changes: { message: { id: string }; saved: boolean }[] } }>(
          `query ($after: Cursor!) { changes(after: $after) { changes { ... on SavedMessagesChanged { message { id } saved } } } }`,
          { after },
        )
      ).changes.changes;
    expect(await told(bob)).toEqual([
      { message: { id: message.id }, saved: true },
      { message: { id: message.id }, saved: false },
    ]);
    expect(await told(ann)).toEqual([]);
  });

  it('[SV4] is neither a system line nor a deleted one, and drops out when it is deleted', async () => {
    const { ann, bob, message } = await scene();
    await save(ann, message.id);
    await save(bob, message.id);
    await ann.must('deleteMessage', { messageId: message.id });
    expect([await savedBy(ann), await savedBy(bob)]).toEqual([[], []]);
    expect((await bob.does('saveMessage', { messageId: message.id })).__typename).toBe('ConflictError');
    expect(await unsave(bob, message.id)).toBe(false);
    const threadId = await group(ann, { members: [bob] });
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId, authorId: null } });
    expect((await bob.does('saveMessage', { messageId: line.id })).__typename).toBe('ForbiddenError');
  });

  it('[SV5] is forgotten by who leaves, and by who is removed, also when they come back', async () => {
    const { ann, bob, eve } = await scene();
    const threadId = await group(ann, { members: [bob, eve] });
    const { id: messageId } = await say(ann, threadId);
    for (const person of [ann, bob, eve]) await save(person, messageId);
    await bob.must('leaveGroup', { threadId });
    await ann.must('removeParticipant', { threadId, userId: eve.id });
    expect([await savedBy(bob), await savedBy(eve)]).toEqual([[], []]);
    for (const mutation of ['saveMessage', 'unsaveMessage'])
      expect((await bob.does(mutation, { messageId })).__typename).toBe('NotFoundError');
    await ann.must('addParticipant', { threadId, userId: bob.id });
    expect(await savedBy(bob)).toEqual([]);
    expect(await savedBy(ann)).toEqual([messageId]);
    await ann.must('deleteGroup', { threadId });
    expect(await savedBy(ann)).toEqual([]);
  });

  it('[SV5] [GR17] is nothing from before one’s history', async () => {
    const { ann, bob, eve } = await scene();
    const threadId = await group(ann, { members: [bob] });
    const { id: messageId } = await say(ann, threadId, 'Old secret');
    await ann.must('updateGroupSettings', { threadId, historyVisible: false });
    await ann.must('addParticipant', { threadId, userId: eve.id });
    for (const mutation of ['saveMessage', 'unsaveMessage'])
      expect((await eve.does(mutation, { messageId })).__typename).toBe('NotFoundError');
    expect(await savedBy(eve)).toEqual([]);
  });

  it(
    '[SV6] is one of 10,000 at most, also of several that are saved at once',
    { timeout: 180_000 },
    async () => {
      const { ann, bob, threadId } = await scene();
      const lastTwo = [await say(ann, threadId), await say(ann, threadId)];
      await world.prisma.$executeRaw`
      insert into "Message" (id, "threadId", seq, "authorId", body)
      select 'msg_planted' || n, ${threadId}, 1000 + n, ${ann.id}, 'x' from generate_series(1, 9999) n`;
      await world.prisma.$executeRaw`
      insert into "SavedMessage" ("messageId", "threadId", "userId")
      select id, ${threadId}, ${bob.id} from "Message" where id like 'msg_planted%'`;
      const outcomes = await Promise.all(
        lastTwo.map(({ id }, index) => (index ? other.as(bob) : bob).does('saveMessage', { messageId: id })),
      );
      expect(outcomes.map(({ code }) => code ?? 'saved').toSorted()).toEqual(['LIMIT_REACHED', 'saved']);
      const kept = outcomes.findIndex(({ code }) => code === undefined);
      await unsave(bob, lastTwo[kept]!.id);
      expect(await save(bob, lastTwo[1 - kept]!.id)).toBe(true);
    },
  );

  it('[SV7] goes with the account', async () => {
    const browser = world.browser();
    const handle = `leaver-${newId('usr').slice(-12)}`;
    const { viewer } = await browser.must('signUp', { handle, displayName: 'L', password: testPassword });
    const ann = await world.person();
    const threadId = await direct(ann, { ...ann, id: viewer.id });
    const { id: messageId } = await say(ann, threadId);
    await browser.must('saveMessage', { messageId });
    await browser.must('deleteAccount', { password: testPassword });
    expect(await world.prisma.savedMessage.count({ where: { userId: viewer.id } })).toBe(0);
  });
});

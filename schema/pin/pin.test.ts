import { afterAll, describe, expect, it } from 'vitest';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { pinLimit } from './rules.ts';

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

const pin = async (person: Person, messageId: string) =>
  (await person.must('pinMessage', { messageId })).message;
const unpin = async (person: Person, messageId: string) =>
  (await person.must('unpinMessage', { messageId })).message;
const pinnedFor = async (person: Person, id: string) => {
  const { thread } = await person.query<{
    thread: { pinnedMessages: { edges: { node: { id: string; pinnedBy: { id: string } | null } }[] } };
  }>(
    'query ($id: ID!) { thread(id: $id) { pinnedMessages(first: 100) { edges { node { id pinnedBy { id } } } } } }',
    { id },
  );
  return thread.pinnedMessages.edges.map(({ node }) => node.id);
};
const pinEvents = (threadId: string) =>
  world.prisma.event.findMany({
    where: { threadId, kind: { in: ['MESSAGE_PINNED', 'MESSAGE_UNPINNED'] } },
    orderBy: { id: 'asc' },
  });

describe('a pinned message', () => {
  it('[PN1] is pinned and taken down once, however often', async () => {
    const { ann, bob, threadId, message } = await scene();
    const first = await pin(bob, message.id);
    expect(first).toMatchObject({ pinnedBy: { id: bob.id }, pinnedAt: expect.any(String) as string });
    expect(await pin(ann, message.id)).toEqual({ ...first, repliesFollowed: true });
    expect(await unpin(ann, message.id)).toMatchObject({ pinnedBy: null, pinnedAt: null });
    expect(await unpin(ann, message.id)).toMatchObject({ pinnedAt: null });
    expect((await pinEvents(threadId)).map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['MESSAGE_PINNED', bob.id],
      ['MESSAGE_UNPINNED', ann.id],
    ]);
  });

  it('[PN2] is the owner’s and admins’ of a group, and both people’s of a direct thread', async () => {
    const { ann, bob, eve, message } = await scene();
    for (const person of [ann, bob]) {
      await pin(person, message.id);
      await unpin(person, message.id);
    }
    const threadId = await group(ann, { admins: [bob], members: [eve] });
    const { id: messageId } = await say(eve, threadId);
    for (const mutation of ['pinMessage', 'unpinMessage'])
      expect((await eve.does(mutation, { messageId })).__typename).toBe('ForbiddenError');
    await pin(bob, messageId);
    await ann.must('archiveGroup', { threadId });
    expect((await ann.does('unpinMessage', { messageId })).__typename).toBe('ForbiddenError');
    expect(await pinnedFor(eve, threadId)).toEqual([messageId]);
  });

  it('[PN3] stands in its thread, last pinned first, for who is in it', async () => {
    const { ann, bob, eve } = await scene();
    const threadId = await group(ann, { members: [bob, eve] });
    const [one, two, three] = [await say(bob, threadId), await say(ann, threadId), await say(eve, threadId)];
    for (const { id } of [two, one, three]) await pin(ann, id);
    await unpin(ann, two.id);
    await pin(ann, two.id);
    expect(await pinnedFor(eve, threadId)).toEqual([two.id, three.id, one.id]);
    await eve.must('leaveGroup', { threadId });
    const asked = await eve.query<{ thread: null }>('query ($id: ID!) { thread(id: $id) { id } }', {
      id: threadId,
    });
    expect(asked.thread).toBeNull();
  });

  it('[PN3] [PN7] [GR17] is not there for newcomers where it is from before their history', async () => {
    const { ann, bob, eve } = await scene();
    const threadId = await group(ann, { members: [bob] });
    const old = await say(bob, threadId, 'Old secret');
    await pin(ann, old.id);
    await ann.must('updateGroupSettings', { threadId, historyVisible: false });
    await ann.must('addParticipant', { threadId, userId: eve.id });
    await ann.must('setParticipantRole', { threadId, userId: eve.id, role: 'ADMIN' });
    const fresh = await say(bob, threadId, 'New');
    await pin(eve, fresh.id);
    expect(await pinnedFor(eve, threadId)).toEqual([fresh.id]);
    expect(await pinnedFor(ann, threadId)).toEqual([fresh.id, old.id]);
    for (const mutation of ['pinMessage', 'unpinMessage'])
      expect((await eve.does(mutation, { messageId: old.id })).__typename).toBe('NotFoundError');
    await settled(world);
    const after = world.log.seal(await world.log.head());
    await unpin(ann, old.id);
    await pin(ann, old.id);
    await unpin(ann, fresh.id);
    await settled(world);
    const told = async (person: Person) =>
      (
        await person.query<{
          changes: { changes: { message: { id: string }; person: { id: string }; pinned: boolean }[] };
        }>(
          `query ($after: Cursor!) { changes(after: $after) { changes { ... on PinsChanged { message { id } person { id } pinned } } } }`,
          { after },
        )
      ).changes.changes.map(({ message, pinned }) => [message.id, pinned]);
    expect(await told(eve)).toEqual([[fresh.id, false]]);
    expect(await told(bob)).toEqual([
      [old.id, false],
      [old.id, true],
      [fresh.id, false],
    ]);
  });

  it('[PN4] is neither a system line nor a deleted one, and comes down when it is deleted', async () => {
    const { ann, bob } = await scene();
    const threadId = await group(ann, { members: [bob] });
    const { id: messageId } = await say(bob, threadId);
    await pin(ann, messageId);
    const { message } = await bob.must('deleteMessage', { messageId });
    expect(message).toMatchObject({ pinnedAt: null, pinnedBy: null });
    expect(await pinnedFor(ann, threadId)).toEqual([]);
    expect((await ann.does('pinMessage', { messageId })).__typename).toBe('ConflictError');
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId, authorId: null } });
    expect((await ann.does('pinMessage', { messageId: line.id })).__typename).toBe('ForbiddenError');
  });

  it('[PN5] is one of 50 of its thread at most, also of several that are pinned at once', async () => {
    const { ann, bob, threadId, message } = await scene();
    const second = await say(bob, threadId);
    await world.prisma.$executeRaw`
      insert into "Message" (id, "threadId", seq, "authorId", body, "pinnedAt", "pinnedById")
      select 'msg_' || ${threadId} || n, ${threadId}, 1000 + n, ${ann.id}, 'x', now(), ${ann.id}
      from generate_series(1, ${pinLimit - 1}::int) n`;
    const outcomes = await Promise.all([
      ann.does('pinMessage', { messageId: message.id }),
      other.as(bob).does('pinMessage', { messageId: second.id }),
    ]);
    expect(outcomes.map(({ code }) => code ?? 'pinned').toSorted()).toEqual(['LIMIT_REACHED', 'pinned']);
    expect(await pinnedFor(ann, threadId)).toHaveLength(pinLimit);
  });

  it('[PN6] leaves no message, and nothing unread', async () => {
    const { ann, bob, threadId, message } = await scene();
    await bob.must('markRead', { threadId, seq: message.seq });
    await pin(ann, message.id);
    const { thread } = await bob.query<{ thread: { unreadCount: number; lastMessage: { id: string } } }>(
      'query ($id: ID!) { thread(id: $id) { unreadCount lastMessage { id } } }',
      { id: threadId },
    );
    expect(thread).toEqual({ unreadCount: 0, lastMessage: { id: message.id } });
  });

  it('[PN7] is not found by who is not in its thread', async () => {
    const { ann, eve, message } = await scene();
    await pin(ann, message.id);
    for (const mutation of ['pinMessage', 'unpinMessage'])
      expect((await eve.does(mutation, { messageId: message.id })).__typename).toBe('NotFoundError');
  });
});

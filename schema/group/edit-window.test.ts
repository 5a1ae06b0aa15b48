import { afterAll, describe, expect, it } from 'vitest';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { durationOf } from './edit-window.ts';

const world = await openWorld();
afterAll(() => world.close());

const quarter = 15 * 60;

async function scene(editWindowSeconds: number | null = quarter) {
  const [owner, admin, member] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await group(owner, { members: [admin, member] });
  await owner.must('setParticipantRole', { threadId, userId: admin.id, role: 'ADMIN' });
  if (editWindowSeconds !== null) await owner.must('updateGroupSettings', { threadId, editWindowSeconds });
  return { owner, admin, member, threadId };
}

/** Something that was said so many seconds ago, by the database's clock. */
async function saidAgo(person: Person, threadId: string, seconds: number): Promise<string> {
  const { id } = await say(person, threadId, 'As it was');
  await world.prisma.$executeRaw`
    update "Message" set "createdAt" = clock_timestamp() - make_interval(secs => ${seconds}::int) where id = ${id}`;
  return id;
}

const bodyOf = async (id: string) => (await world.prisma.message.findUniqueOrThrow({ where: { id } })).body;
const windowOf = async (id: string) =>
  (await world.prisma.thread.findUniqueOrThrow({ where: { id } })).editWindowSeconds;
const lastLine = async (threadId: string) =>
  (await world.prisma.message.findFirstOrThrow({ where: { threadId }, orderBy: { seq: 'desc' } })).body;

describe('for how long messages can be changed', () => {
  it('[GR14] is the owner’s to set, leaves a line, and is told once', async () => {
    const { owner, admin, threadId } = await scene(null);
    const asked = { threadId, editWindowSeconds: 3600 };
    expect(await admin.does('updateGroupSettings', asked)).toMatchObject({ __typename: 'ForbiddenError' });
    await owner.must('updateGroupSettings', asked);
    expect(await windowOf(threadId)).toBe(3600);
    expect(await lastLine(threadId)).toBe(`${owner.displayName} let messages be changed for 1 hour only`);
    await owner.must('updateGroupSettings', asked);
    await owner.must('updateGroupSettings', { threadId, topic: 'Another' });
    await owner.must('updateGroupSettings', { threadId, editWindowSeconds: null });
    expect(await windowOf(threadId)).toBe(3600);
    await owner.must('updateGroupSettings', { threadId, editWindowSeconds: 0 });
    expect(await windowOf(threadId)).toBeNull();
    expect(await lastLine(threadId)).toBe(`${owner.displayName} let messages be changed at any time`);
    const told = await world.prisma.event.count({ where: { threadId, kind: 'GROUP_SETTINGS_CHANGED' } });
    expect(told).toBe(3);
  });

  it.each([-1, 1, 59, 31_536_001])('[GR23] is not %i seconds', async (editWindowSeconds) => {
    const { owner, threadId } = await scene(null);
    expect(await owner.does('updateGroupSettings', { threadId, editWindowSeconds })).toMatchObject({
      __typename: 'InputError',
      fields: [{ path: 'editWindowSeconds' }],
    });
    expect(await windowOf(threadId)).toBeNull();
  });

  it('[GR23] lets a member edit and delete in time', async () => {
    const { member, threadId } = await scene();
    const messageId = await saidAgo(member, threadId, quarter - 30);
    await member.must('editMessage', { messageId, body: 'As it is' });
    expect(await bodyOf(messageId)).toBe('As it is');
    await member.must('deleteMessage', { messageId });
    expect(await bodyOf(messageId)).toBe('');
  });

  it('[GR23] refuses a member what comes too late, and says why', async () => {
    const { member, threadId } = await scene();
    const messageId = await saidAgo(member, threadId, quarter + 1);
    expect(await member.does('editMessage', { messageId, body: 'Otherwise' })).toMatchObject({
      __typename: 'ForbiddenError',
      reason: 'A message can be edited here for 15 minutes only.',
    });
    expect(await member.does('deleteMessage', { messageId })).toMatchObject({
      __typename: 'ForbiddenError',
      reason: 'A message can be deleted here for 15 minutes only.',
    });
    expect(await bodyOf(messageId)).toBe('As it was');
    const kinds = ['MESSAGE_EDITED', 'MESSAGE_DELETED'] as const;
    expect(await world.prisma.event.count({ where: { messageId, kind: { in: [...kinds] } } })).toBe(0);
  });

  it.each(['owner', 'admin'] as const)('[GR23] lets the %s delete any, and edit none', async (who) => {
    const { threadId, member, ...others } = await scene();
    const [own, another] = [
      await saidAgo(others[who], threadId, quarter + 1),
      await saidAgo(member, threadId, quarter + 1),
    ];
    expect(await others[who].does('editMessage', { messageId: own, body: 'Otherwise' })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    await others[who].must('deleteMessage', { messageId: own });
    await others[who].must('deleteMessage', { messageId: another });
  });

  it('[GR23] does not refuse what changes nothing, and a repeat of what was in time', async () => {
    const { member, threadId } = await scene();
    const messageId = await saidAgo(member, threadId, 0);
    const edit = { messageId, body: 'In time', clientMutationId: 'edited in time' };
    await member.must('editMessage', edit);
    const gone = await saidAgo(member, threadId, 0);
    await member.must('deleteMessage', { messageId: gone });
    await world.prisma.$executeRaw`
      update "Message" set "createdAt" = "createdAt" - interval '1 day' where id in (${messageId}, ${gone})`;
    await member.must('editMessage', edit);
    await member.must('editMessage', { messageId, body: 'In time' });
    await member.must('deleteMessage', { messageId: gone });
    expect([await bodyOf(messageId), await bodyOf(gone)]).toEqual(['In time', '']);
  });

  it('[GR23] follows the group as it is set up now', async () => {
    const { owner, member, threadId } = await scene(null);
    const messageId = await saidAgo(member, threadId, 3600);
    await member.must('editMessage', { messageId, body: 'No limit' });
    await owner.must('updateGroupSettings', { threadId, editWindowSeconds: 60 });
    expect(await member.does('editMessage', { messageId, body: 'Late' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await owner.must('updateGroupSettings', { threadId, editWindowSeconds: 0 });
    await member.must('editMessage', { messageId, body: 'Again' });
  });

  it('[GR23] is no matter of direct threads', async () => {
    const { owner, member } = await scene();
    const messageId = await saidAgo(member, await direct(owner, member), 100_000_000);
    await member.must('editMessage', { messageId, body: 'Still' });
    expect(await bodyOf(messageId)).toBe('Still');
    await member.must('deleteMessage', { messageId });
  });

  it('[GR23] is said in words', () => {
    expect([60, 300, 3600, 86_400, 172_800, 90].map(durationOf)).toEqual([
      '1 minute',
      '5 minutes',
      '1 hour',
      '1 day',
      '2 days',
      '90 seconds',
    ]);
  });
});

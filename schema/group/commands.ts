import type { Participant, Prisma } from '../../prisma/client/client.ts';
import { living } from '../account/living.ts';
import type { SignedIn } from '../context.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { postSystemLine } from '../message/system-line.ts';
import { inside } from '../thread/inside.ts';
import { admit, startAt } from './admit.ts';
import { lines } from './lines.ts';
import { assertMay } from './roles.ts';
import {
  type AboutParticipant,
  assertCanRemove,
  assertCanSetRole,
  assertIsGroup,
  type CreateGroup,
  type LeaveGroup,
  type SetParticipantRole,
  type UpdateGroupName,
} from './rules.ts';

type InThread = { threadId: string };
type OfPerson = InThread & { userId: string };

/** Whoever makes it is its owner; naming oneself or somebody twice among the people changes nothing. */
export async function createGroup(ctx: SignedIn, input: CreateGroup): Promise<InThread> {
  const { userId: actorId } = ctx.viewer;
  const threadId = newId('thr');
  const { name } = input;
  const again = (tx: Tx, first: InThread) => inside(tx, first.threadId, actorId);
  return write(ctx, { mutation: 'createGroup', input, threads: [threadId], again }, async (tx) => {
    const people = [...new Set([actorId, ...input.participantIds])];
    const found = await living(tx, people);
    const known = new Map(found.map((user) => [user.id, user]));
    const actor = known.get(actorId);
    if (!actor || known.size < people.length) throw new NotFoundError('Some of these people do not exist.');

    await tx.thread.create({ data: { id: threadId, kind: 'GROUP', name, createdById: actorId } });
    await tx.participant.createMany({
      data: people.map((userId) => ({
        id: newId('par'),
        threadId,
        userId,
        role: userId === actorId ? ('OWNER' as const) : ('MEMBER' as const),
      })),
    });
    await append(
      tx,
      ...people.map((userId) => ({ kind: 'THREAD_ADDED' as const, threadId, userId, actorId })),
      { kind: 'GROUP_CREATED', threadId, actorId },
    );
    const seq = await postSystemLine(tx, { threadId, actorId, body: lines.created(actor.displayName, name) });
    await startAt(tx, threadId, people, seq);
    return { threadId };
  });
}

export async function addParticipant(ctx: SignedIn, input: AboutParticipant): Promise<OfPerson> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, userId } = input;
  const again = (tx: Tx) => both(tx, threadId, actorId, userId);
  return write(ctx, { mutation: 'addParticipant', input, threads: [threadId], again }, async (tx) => {
    const actor = await inside(tx, threadId, actorId);
    assertMay('add', actor);
    const person = await nameOf(tx, userId);
    if (await tx.participant.findUnique({ where: { threadId_userId: { threadId, userId } } })) {
      throw new ConflictError('They are in the group already.');
    }
    const line = lines.added(await nameOf(tx, actorId), person);
    await admit(tx, { thread: actor.thread, userId, actorId, line });
    return { threadId, userId };
  });
}

export async function removeParticipant(ctx: SignedIn, input: AboutParticipant): Promise<InThread> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, userId } = input;
  const again = (tx: Tx) => inside(tx, threadId, actorId);
  return write(ctx, { mutation: 'removeParticipant', input, threads: [threadId], again }, async (tx) => {
    const { actor, target } = await both(tx, threadId, actorId, userId);
    assertCanRemove(actor, target);
    await takeOut(tx, target, actorId);
    const body = lines.removed(await nameOf(tx, actorId), await nameOf(tx, userId));
    await postSystemLine(tx, { threadId, actorId, userId, body });
    return { threadId };
  });
}

/** Somebody is taken out of a group. The thread's lock is held by the caller's `write`, and so is what to say of it. */
export async function takeOut(tx: Tx, { id, threadId, userId }: Participant, actorId: string): Promise<void> {
  await tx.participant.delete({ where: { id } });
  await append(
    tx,
    { kind: 'THREAD_LEFT', threadId, userId, actorId },
    { kind: 'PARTICIPANT_REMOVED', threadId, userId, actorId },
  );
}

/**
 * An owner who leaves is followed by the oldest admin, then by the oldest member.
 * @returns the name as well: what the group is called later is not for who has left
 */
export async function leaveGroup(
  ctx: SignedIn,
  input: LeaveGroup,
): Promise<InThread & { name: string | null }> {
  const { userId } = ctx.viewer;
  const { threadId } = input;
  // The payload shows the group as one who has left it sees it, so it may be told again.
  const again = async () => {};
  return write(ctx, { mutation: 'leaveGroup', input, threads: [threadId], again }, async (tx) => {
    const leaver = await inside(tx, threadId, userId);
    assertIsGroup(leaver.thread);
    await leave(tx, leaver);
    return { threadId, name: leaver.thread.name };
  });
}

/** Somebody leaves a group, and hands it over where it was theirs. The thread's lock is held by the caller. */
export async function leave(tx: Tx, { id, threadId, userId, role }: Participant): Promise<void> {
  await tx.participant.delete({ where: { id } });
  await append(
    tx,
    { kind: 'THREAD_LEFT', threadId, userId, actorId: userId },
    { kind: 'PARTICIPANT_LEFT', threadId, userId, actorId: userId },
  );
  await postSystemLine(tx, { threadId, actorId: userId, body: lines.left(await nameOf(tx, userId)) });
  if (role !== 'OWNER') return;

  const successor =
    (await tx.participant.findFirst({ where: { threadId, role: 'ADMIN' }, orderBy: longestThere })) ??
    (await tx.participant.findFirst({ where: { threadId }, orderBy: longestThere }));
  if (successor) await makeOwner(tx, threadId, successor.userId, userId);
}

/** By the group's own count: an id bears the time of the instance that made it. Who came with the group came at once. */
const longestThere = [
  { joinedSeq: 'asc' },
  { id: 'asc' },
] satisfies Prisma.ParticipantOrderByWithRelationInput[];

/** Making somebody else the owner hands the group over: who had it becomes an admin. */
export async function setParticipantRole(ctx: SignedIn, input: SetParticipantRole): Promise<OfPerson> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, userId, role } = input;
  const again = (tx: Tx) => both(tx, threadId, actorId, userId);
  return write(ctx, { mutation: 'setParticipantRole', input, threads: [threadId], again }, async (tx) => {
    const { actor, target } = await both(tx, threadId, actorId, userId);
    assertCanSetRole(actor, target, role);
    if (target.role === role) return { threadId, userId };
    if (role === 'OWNER') {
      await tx.participant.update({ where: { id: actor.id }, data: { role: 'ADMIN' } });
      await append(tx, { kind: 'ROLE_CHANGED', threadId, userId: actorId, actorId });
      await makeOwner(tx, threadId, userId, actorId);
      return { threadId, userId };
    }
    await tx.participant.update({ where: { id: target.id }, data: { role } });
    await append(tx, { kind: 'ROLE_CHANGED', threadId, userId, actorId });
    const line = role === 'ADMIN' ? lines.admin : lines.member;
    const body = line(await nameOf(tx, actorId), await nameOf(tx, userId));
    await postSystemLine(tx, { threadId, actorId, userId, body });
    return { threadId, userId };
  });
}

export async function updateGroupName(ctx: SignedIn, input: UpdateGroupName): Promise<InThread> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, name } = input;
  const enter = (tx: Tx) => inside(tx, threadId, actorId);
  return write(ctx, { mutation: 'updateGroupName', input, threads: [threadId], again: enter }, async (tx) => {
    const actor = await enter(tx);
    assertMay('rename', actor);
    if (actor.thread.name === name) return { threadId };
    await tx.thread.update({ where: { id: threadId }, data: { name } });
    await append(tx, { kind: 'GROUP_RENAMED', threadId, actorId });
    await postSystemLine(tx, { threadId, actorId, body: lines.renamed(await nameOf(tx, actorId), name) });
    return { threadId };
  });
}

/** @throws NotFoundError when one of them is not in the thread */
async function both(tx: Tx, threadId: string, actorId: string, userId: string) {
  const actor = await inside(tx, threadId, actorId);
  const target = await tx.participant.findUnique({ where: { threadId_userId: { threadId, userId } } });
  if (!target) throw new NotFoundError('They are not in this thread.');
  return { actor, target };
}

async function makeOwner(tx: Tx, threadId: string, userId: string, actorId: string): Promise<void> {
  await tx.participant.update({ where: { threadId_userId: { threadId, userId } }, data: { role: 'OWNER' } });
  await append(tx, { kind: 'ROLE_CHANGED', threadId, userId, actorId });
  await postSystemLine(tx, { threadId, actorId, userId, body: lines.owner(await nameOf(tx, userId)) });
}

/** @throws NotFoundError */
export async function nameOf(tx: Tx, userId: string): Promise<string> {
  const [user] = await living(tx, [userId]);
  if (!user) throw new NotFoundError('No such user.');
  return user.displayName;
}

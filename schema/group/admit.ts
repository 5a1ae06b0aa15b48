import type { Thread } from '../../prisma/client/client.ts';
import { ForbiddenError } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import type { Tx } from '../log/write.ts';
import { postSystemLine } from '../message/system-line.ts';
import { upTo } from '../receipt/rules.ts';
import { assertHasRoom } from './rules.ts';

interface Arrival {
  /** As it is under its lock. */
  thread: Thread;
  /** Who comes; they are not in the group. */
  userId: string;
  /** Who let them in: themselves, where they came by an invite link. */
  actorId: string;
  /** What the group's system line says of it. */
  line: string;
}

/** Somebody comes into a group. The thread's lock is held by the caller's `write`. @throws LimitError, ForbiddenError */
export async function admit(tx: Tx, { thread, userId, actorId, line }: Arrival): Promise<void> {
  const threadId = thread.id;
  if (await isBanned(tx, threadId, userId)) throw new ForbiddenError('They are banned from this group.');
  assertHasRoom(await tx.participant.count({ where: { threadId } }));
  await tx.participant.create({ data: { id: newId('par'), threadId, userId } });
  await append(
    tx,
    { kind: 'THREAD_ADDED', threadId, userId, actorId },
    { kind: 'PARTICIPANT_ADDED', threadId, userId, actorId },
  );
  const seq = await postSystemLine(tx, { threadId, actorId, userId, body: line });
  await startAt(tx, threadId, [userId], seq);
  if (!thread.historyVisible) await hideBefore(tx, threadId, userId, seq);
}

export async function isBanned(tx: Tx, threadId: string, userId: string): Promise<boolean> {
  return (await tx.ban.findUnique({ where: { threadId_userId: { threadId, userId } } })) !== null;
}

/** Newcomers start with nothing unread, and are called by what is said from then on. */
export async function startAt(tx: Tx, threadId: string, userIds: string[], seq: number): Promise<void> {
  await tx.participant.updateMany({
    where: { threadId, userId: { in: userIds } },
    data: { ...upTo(seq), joinedSeq: seq },
  });
}

/** The line that says that they came is the first that is theirs to see, whatever the group's settings are later. */
async function hideBefore(tx: Tx, threadId: string, userId: string, seq: number): Promise<void> {
  await tx.participant.update({
    where: { threadId_userId: { threadId, userId } },
    data: { visibleFromSeq: seq },
  });
  await tx.thread.update({ where: { id: threadId }, data: { hiddenUpToSeq: seq - 1 } });
}

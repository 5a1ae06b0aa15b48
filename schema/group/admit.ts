import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import type { Tx } from '../log/write.ts';
import { postSystemLine } from '../message/system-line.ts';
import { assertHasRoom } from './rules.ts';

interface Arrival {
  threadId: string;
  /** Who comes; they are not in the group. */
  userId: string;
  /** Who let them in: themselves, where they came by an invite link. */
  actorId: string;
  /** What the group's system line says of it. */
  line: string;
}

/** Somebody comes into a group. The thread's lock is held by the caller's `write`. @throws LimitError */
export async function admit(tx: Tx, { threadId, userId, actorId, line }: Arrival): Promise<void> {
  assertHasRoom(await tx.participant.count({ where: { threadId } }));
  await tx.participant.create({ data: { id: newId('par'), threadId, userId } });
  await append(
    tx,
    { kind: 'THREAD_ADDED', threadId, userId, actorId },
    { kind: 'PARTICIPANT_ADDED', threadId, userId, actorId },
  );
  await startAt(tx, threadId, [userId], await postSystemLine(tx, { threadId, actorId, userId, body: line }));
}

/** Newcomers start with nothing unread. */
export async function startAt(tx: Tx, threadId: string, userIds: string[], seq: number): Promise<void> {
  await tx.participant.updateMany({
    where: { threadId, userId: { in: userIds } },
    data: { lastReadSeq: seq, lastDeliveredSeq: seq, shownReadSeq: seq },
  });
}

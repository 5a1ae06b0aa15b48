import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import type { Tx } from '../log/write.ts';
import { upTo } from '../receipt/rules.ts';
import { noteNames } from './line-names.ts';

interface SystemLine {
  threadId: string;
  /** Whose doing it tells. They have read up to it. */
  actorId: string;
  /** Whom it names besides. */
  userId?: string;
  body: string;
}

/**
 * Says in the thread what was done to it, at its end. The thread's lock is held by the caller's `write`.
 * @returns the line's seq
 */
export async function postSystemLine(
  tx: Tx,
  { threadId, actorId, userId, body }: SystemLine,
): Promise<number> {
  const id = newId('msg');
  // By the same clock as sends: a thread's activity stands beside that of others.
  const [{ seq, at }] = await tx.$queryRaw<[{ seq: number; at: Date }]>`
    update "Thread" set "lastSeq" = "lastSeq" + 1, "lastMessageId" = ${id}, "lastActivityAt" = clock_timestamp()
    where id = ${threadId} returning "lastSeq" as seq, "lastActivityAt" as at`;
  await tx.message.create({ data: { id, threadId, seq, body, createdAt: at } });
  await noteNames(tx, id, body, { actorId, userId });
  const { count: isIn } = await tx.participant.updateMany({
    where: { threadId, userId: actorId },
    data: { ...upTo(seq), readAt: at, deliveredAt: at },
  });
  await append(tx, { kind: 'MESSAGE_ADDED', threadId, messageId: id, actorId });
  // The line names no author, so only this tells the actor's other devices that nothing of it is unread.
  if (isIn) await append(tx, { kind: 'OWN_RECEIPT_MOVED', threadId, userId: actorId, actorId });
  return seq;
}

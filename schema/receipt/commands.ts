import type { SignedIn } from '../context.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { markedFrom, unreadAfter, unreadFrom } from '../preferences/rules.ts';
import { inside } from '../thread/inside.ts';
import { advance, type Mark, type Progress, showsMore, smallGroup } from './rules.ts';

export const markRead = (ctx: SignedIn, input: Mark) => mark(ctx, 'read', input);

export const markDelivered = (ctx: SignedIn, input: Mark) => mark(ctx, 'delivered', input);

async function mark(ctx: SignedIn, what: 'read' | 'delivered', input: Mark): Promise<{ threadId: string }> {
  const { threadId, seq } = input;
  const { userId } = ctx.viewer;
  const mutation = what === 'read' ? 'markRead' : 'markDelivered';
  const enter = (tx: Tx) => inside(tx, threadId, userId);
  return write(ctx, { mutation, input, threads: [threadId], again: enter }, async (tx, at) => {
    const participant = await enter(tx);
    const { readReceipts } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { readReceipts: true },
    });
    const moved = advance(participant, what, seq, participant.thread.lastSeq, readReceipts);
    const unread = unreadFrom(participant);
    const left = what === 'read' ? unreadAfter(participant, seq) : unread;
    if (moved || left !== unread) {
      const data = {
        ...moved,
        ...(moved && moved.shownReadSeq > participant.shownReadSeq && { readAt: at }),
        ...(moved && moved.lastDeliveredSeq > participant.lastDeliveredSeq && { deliveredAt: at }),
        ...markedFrom(left, participant),
      };
      await tx.participant.update({ where: { id: participant.id }, data });
    }
    if (moved) {
      const kind = (await concernsOthers(tx, threadId, participant, moved))
        ? 'RECEIPT_MOVED'
        : 'OWN_RECEIPT_MOVED';
      await append(tx, { kind, threadId, userId, actorId: userId });
    }
    if (left !== unread) await append(tx, { kind: 'PREFERENCES_CHANGED', threadId, userId, actorId: userId });
    return { threadId };
  });
}

/** In a small group whether it shows, in a large one whether the last of all has moved, looked at after moving. */
async function concernsOthers(tx: Tx, threadId: string, from: Progress, to: Progress): Promise<boolean> {
  if (!showsMore(from, to)) return false;
  const others = await tx.participant.findMany({
    where: { threadId },
    select: { id: true },
    take: smallGroup + 1,
  });
  if (others.length <= smallGroup) return true;
  const { _min: last } = await tx.participant.aggregate({
    where: { threadId },
    _min: { shownReadSeq: true, lastDeliveredSeq: true },
  });
  const read = (last.shownReadSeq ?? 0) > from.shownReadSeq && to.shownReadSeq > from.shownReadSeq;
  const delivered =
    (last.lastDeliveredSeq ?? 0) > from.lastDeliveredSeq && to.lastDeliveredSeq > from.lastDeliveredSeq;
  return read || delivered;
}

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
    const shows = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { readReceipts: true, showsPresence: true },
    });
    const moved = advance(participant, what, seq, participant.thread.lastSeq, shows);
    const unread = unreadFrom(participant);
    const left = what === 'read' ? unreadAfter(participant, seq) : unread;
    if (moved || left !== unread) {
      const data = {
        ...moved,
        ...(moved && moved.shownReadSeq > participant.shownReadSeq && { readAt: at }),
        ...(moved && moved.shownDeliveredSeq > participant.shownDeliveredSeq && { deliveredAt: at }),
        ...markedFrom(left, participant),
      };
      await tx.participant.update({ where: { id: participant.id }, data });
    }
    if (moved) {
      const kind = (await concernsOthers(tx, threadId, participant, moved))
        ? kindOf(participant, moved)
        : 'OWN_RECEIPT_MOVED';
      await append(tx, { kind, threadId, userId, actorId: userId });
    }
    if (left !== unread) await append(tx, { kind: 'PREFERENCES_CHANGED', threadId, userId, actorId: userId });
    return { threadId };
  });
}

/** What others see of it, told apart: some of them see nothing of one of the two; see `PrivacyRegister.withholds`. */
function kindOf(from: Progress, to: Progress) {
  if (to.shownReadSeq === from.shownReadSeq) return 'DELIVERY_MOVED';
  return to.shownDeliveredSeq === from.shownDeliveredSeq ? 'READ_MOVED' : 'RECEIPT_MOVED';
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
    _min: { shownReadSeq: true, shownDeliveredSeq: true },
  });
  const read = (last.shownReadSeq ?? 0) > from.shownReadSeq && to.shownReadSeq > from.shownReadSeq;
  const delivered =
    (last.shownDeliveredSeq ?? 0) > from.shownDeliveredSeq && to.shownDeliveredSeq > from.shownDeliveredSeq;
  return read || delivered;
}

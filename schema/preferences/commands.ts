import type { Participant, Thread } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { inside } from '../thread/inside.ts';
import {
  isArchived,
  markedFrom,
  type MarkUnread,
  mutedUntil,
  type UpdateThreadPreferences,
} from './rules.ts';

type InThread = { threadId: string };

/** What is not named stays as it is, and what is so already leaves no event. */
export async function updateThreadPreferences(
  ctx: SignedIn,
  input: UpdateThreadPreferences,
): Promise<InThread> {
  const { threadId, pinned, favourite, mute, archived } = input;
  const { userId } = ctx.viewer;
  const enter = (tx: Tx) => inside(tx, threadId, userId);
  const of = { mutation: 'updateThreadPreferences', input, threads: [threadId], again: enter };
  return write(ctx, of, async (tx, now) => {
    const { thread, ...own } = await enter(tx);
    const wanted: Partial<Participant> = {};
    if (pinned != null) wanted.pinned = pinned;
    if (favourite != null) wanted.favourite = favourite;
    if (mute != null) wanted.mutedUntil = mutedUntil(mute, now);
    if (archived != null && archived !== isArchived(own, await shownSeq(tx, thread)))
      wanted.archivedSeq = archived ? thread.lastSeq : null;
    await change(tx, own, wanted);
    return { threadId };
  });
}

/** Receipts stay where they are: what the others see of one's reading never moves back. */
export async function markUnread(ctx: SignedIn, input: MarkUnread): Promise<InThread> {
  const { threadId } = input;
  const { userId } = ctx.viewer;
  const enter = (tx: Tx) => inside(tx, threadId, userId);
  return write(ctx, { mutation: 'markUnread', input, threads: [threadId], again: enter }, async (tx) => {
    const { thread, ...own } = await enter(tx);
    const seq = Math.min(Math.max(input.seq, own.visibleFromSeq), await shownSeq(tx, thread));
    // What stands behind the last that was read is unread anyhow.
    if (seq >= 1 && seq <= own.lastReadSeq) await change(tx, own, markedFrom(seq, own));
    return { threadId };
  });
}

/** Where the conversation ends: behind it there may be what stands only among replies. */
async function shownSeq(tx: Tx, { lastMessageId }: Thread): Promise<number> {
  const last =
    lastMessageId === null
      ? null
      : await tx.message.findUnique({ where: { id: lastMessageId }, select: { seq: true } });
  return last?.seq ?? 0;
}

async function change(tx: Tx, own: Participant, wanted: Partial<Participant>): Promise<void> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(own[name as keyof Participant]),
  );
  if (changed.length === 0) return;
  await tx.participant.update({ where: { id: own.id }, data: Object.fromEntries(changed) });
  const { threadId, userId } = own;
  await append(tx, { kind: 'PREFERENCES_CHANGED', threadId, userId, actorId: userId });
}

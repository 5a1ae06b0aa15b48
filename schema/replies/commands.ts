import type { Message } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { ForbiddenError, LimitError } from '../errors.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { findMessage, reached } from '../message/find.ts';
import {
  type Follow,
  followLimit,
  followOf,
  type MarkRepliesRead,
  type SetRepliesFollowed,
} from './rules.ts';

type Done = { messageId: string };

/** What is so already leaves no event. Who no longer follows has nothing to see there. */
export const setRepliesFollowed = (ctx: SignedIn, input: SetRepliesFollowed): Promise<Done> =>
  change(ctx, 'setRepliesFollowed', input, async (tx, message, { followed, unread, named }) => {
    if (message.authorId === null) throw new ForbiddenError('Nobody answers a system line.');
    if (input.followed && !followed) await assertRoom(tx, ctx.viewer.userId);
    return { followed: input.followed, unread: input.followed && unread, named: input.followed && named };
  });

/** What came behind the last that they saw is still to be seen. */
export const markRepliesRead = (ctx: SignedIn, input: MarkRepliesRead): Promise<Done> =>
  change(ctx, 'markRepliesRead', input, async (tx, { id, threadId }, follow) => {
    if (!follow.unread) return follow;
    const unseen = await tx.message.findFirst({
      where: {
        replyToId: id,
        threadId,
        seq: { gt: input.seq },
        onlyInReplies: true,
        authorId: { not: ctx.viewer.userId },
      },
      select: { id: true },
    });
    return { ...follow, unread: unseen !== null, named: unseen !== null && follow.named };
  });

async function change(
  ctx: SignedIn,
  mutation: 'setRepliesFollowed' | 'markRepliesRead',
  input: SetRepliesFollowed | MarkRepliesRead,
  to: (tx: Tx, message: Message, now: Follow) => Promise<Follow>,
): Promise<Done> {
  const { messageId } = input;
  const { userId } = ctx.viewer;
  const { threadId } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId });
  return write(ctx, { mutation, input, threads: [threadId], again: enter }, async (tx) => {
    const { message } = await enter(tx);
    const key = { messageId_userId: { messageId, userId } };
    const now = followOf(await tx.repliesFollow.findUnique({ where: key }), message, userId);
    // Who is named has something unread: what changes that changes this, too.
    const { followed, unread, named } = await to(tx, message, now);
    if (followed === now.followed && unread === now.unread) return { messageId };
    await tx.repliesFollow.upsert({
      where: key,
      create: { messageId, userId, threadId, followed, unread, named },
      update: { followed, unread, named },
    });
    await append(tx, { kind: 'REPLIES_FOLLOW_CHANGED', threadId, messageId, userId, actorId: userId });
    return { messageId };
  });
}

/** @throws LimitError */
async function assertRoom(tx: Tx, userId: string): Promise<void> {
  const followed = await tx.repliesFollow.findMany({
    where: { userId, followed: true },
    select: { messageId: true },
    take: followLimit,
  });
  if (followed.length >= followLimit)
    throw new LimitError(`One follows the replies to at most ${followLimit.toLocaleString('en')} messages.`);
}

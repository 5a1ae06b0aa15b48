import { Prisma } from '../../prisma/client/client.ts';
import { assertAttachable } from '../attachment/rules.ts';
import type { SignedIn } from '../context.ts';
import { dropEdits, keepEdit } from '../edit/keep.ts';
import { NotFoundError } from '../errors.ts';
import { assertInTime } from '../group/edit-window.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { digestOf, type Tx, write, written } from '../log/write.ts';
import { notPinned } from '../pin/rules.ts';
import { dropReactions } from '../reaction/commands.ts';
import { dropSaved } from '../saved/commands.ts';
import { mentionAnew } from '../mention/commands.ts';
import { namesIn } from '../mention/rules.ts';
import { ownParticipant } from '../thread/load.ts';
import { findMessage, isDeleted, missing, reached } from './find.ts';
import { messageById, visibleMessage } from './load.ts';
import {
  assertCanDelete,
  assertCanEdit,
  assertCanStandAside,
  assertSent,
  type DeleteMessage,
  digestOfSend,
  type EditMessage,
  type SendMessage,
} from './rules.ts';

type Done = { messageId: string };

/**
 * The id is the send's key: the same id with the same content gives back the stored message. Nothing is waited for before the gate,
 * which stores one author's sends in the order in which it is given them.
 */
export async function sendMessage(ctx: SignedIn, input: SendMessage): Promise<Done> {
  const { threadId, body } = input;
  const key = input.clientMutationId ?? null;
  const replyToId = input.replyToId ?? null;
  const onlyInReplies = input.onlyInReplies ?? false;
  assertCanStandAside(input);
  const digest = digestOfSend(input);
  const keyDigest = key === null ? null : digestOf('sendMessage', input);
  const id = input.id ?? newId('msg');
  const authorId = ctx.viewer.userId;
  const attachmentIds = input.attachmentIds ?? [];
  const mentions = namesIn(body, onlyInReplies);
  const send = {
    id,
    threadId,
    authorId,
    body,
    replyToId,
    onlyInReplies,
    digest,
    key,
    keyDigest,
    attachmentIds,
    mentions,
  };
  const sent = await ctx.sends.send(send);
  if (sent.outcome === 'id taken' && (await isDeleted(ctx.prisma, send))) sent.outcome = 'repeated';
  if (sent.outcome === 'no attachment')
    assertAttachable(
      attachmentIds,
      await ctx.prisma.attachment.findMany({ where: { id: { in: [...attachmentIds] }, ownerId: authorId } }),
    );
  assertSent(sent.outcome);
  written(ctx);
  const { messageId, seq, createdAt } = sent;
  if (mentions.length > 0 && seq !== null) {
    // Whom it does mention was found where it was stored: it is read from there.
    return { messageId };
  }
  if (seq !== null && createdAt !== null) {
    // As it was stored a moment ago: the answer needs no look at the database. Written out, since every send makes one, and
    // what is put together of other objects costs ten times as much.
    messageById(ctx).prime(id, {
      id,
      threadId,
      seq,
      authorId,
      body,
      replyToId,
      createdAt,
      editedAt: null,
      deletedAt: null,
      digest: null,
      attachmentCount: attachmentIds.length,
      // Only searched: no answer tells it.
      fileNames: '',
      reactionKinds: null,
      mentionCount: 0,
      mentionsAll: false,
      forwardedFromId: null,
      pinnedAt: null,
      pinnedById: null,
      onlyInReplies,
      replyCount: 0,
      replierIds: [],
    });
  } else {
    // Sent once and repeated by somebody who has left since, and may be back in a group that hides its past.
    if (!(await ownParticipant(ctx).load(threadId))) throw new NotFoundError('No such thread.');
    if (!(await visibleMessage(ctx, messageId))) throw new NotFoundError(missing);
  }
  return { messageId };
}

export async function editMessage(ctx: SignedIn, input: EditMessage): Promise<Done> {
  const { messageId, body } = input;
  const { threadId } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId: ctx.viewer.userId });
  return write(
    ctx,
    { mutation: 'editMessage', input, threads: [threadId], again: enter },
    async (tx, now) => {
      const { place, message } = await enter(tx);
      assertCanEdit(message, place, body);
      if (message.body === body) return { messageId };
      await assertInTime(tx, 'edited', message, place);
      // By its time each edit is told from the ones before it.
      const editedAt = new Date(Math.max(now.getTime(), (message.editedAt?.getTime() ?? 0) + 1));
      await keepEdit(tx, message, ctx.viewer.userId, editedAt);
      await tx.message.update({ where: { id: messageId }, data: { body, editedAt } });
      await mentionAnew(tx, message, body);
      await append(tx, { kind: 'MESSAGE_EDITED', threadId, messageId, actorId: ctx.viewer.userId });
      return { messageId };
    },
  );
}

/** The message keeps its place and loses what it said, and what that could be told by. Deleting twice is deleting. */
export async function deleteMessage(ctx: SignedIn, input: DeleteMessage): Promise<Done> {
  const { messageId } = input;
  const { threadId, attachmentCount } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId: ctx.viewer.userId });
  const done = await write(
    ctx,
    { mutation: 'deleteMessage', input, threads: [threadId], again: enter },
    async (tx, now) => {
      const { place, message } = await enter(tx);
      assertCanDelete(message, place);
      if (message.deletedAt) return { messageId };
      await assertInTime(tx, 'deleted', message, place);
      await tx.message.update({
        where: { id: messageId },
        data: {
          body: '',
          deletedAt: now,
          attachmentCount: 0,
          fileNames: '',
          reactionKinds: Prisma.DbNull,
          mentionCount: 0,
          mentionsAll: false,
          digest: null,
          forwardedFromId: null,
          ...notPinned,
        },
      });
      await tx.mention.deleteMany({ where: { messageId } });
      await tx.keptHandle.deleteMany({ where: { messageId } });
      if (message.attachmentCount > 0)
        await tx.attachment.updateMany({ where: { messageId }, data: { messageId: null } });
      await dropReactions(tx, message);
      await dropEdits(tx, message);
      await dropSaved(tx, message);
      await append(tx, { kind: 'MESSAGE_DELETED', threadId, messageId, actorId: ctx.viewer.userId });
      return { messageId };
    },
  );
  if (attachmentCount > 0) ctx.files.sweep();
  return done;
}

import type { Message, PrismaClient } from '../../prisma/client/client.ts';
import { living } from '../account/living.ts';
import type { SignedIn } from '../context.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { findMessage, reached } from '../message/find.ts';
import { assertCanSave, assertRoomToSave, type Save, savedLimit } from './rules.ts';

type Done = { messageId: string };

/** How many rows are removed at once. */
const atOnce = 1000;

/** Saving what is saved changes nothing, nor its place in the list. */
export const saveMessage = (ctx: SignedIn, input: Save): Promise<Done> =>
  keep(ctx, 'saveMessage', input, async (tx, message) => {
    const { userId } = ctx.viewer;
    const { id: messageId, threadId } = message;
    assertCanSave(message);
    if (await tx.savedMessage.findUnique({ where: { messageId_userId: { messageId, userId } } }))
      return false;
    assertRoomToSave(await tx.savedMessage.count({ where: { userId }, take: savedLimit }));
    // Whoever deletes their account meanwhile leaves nothing behind.
    if ((await living(tx, [userId])).length === 0) return false;
    await tx.savedMessage.create({ data: { userId, threadId, messageId } });
    return true;
  });

/** Taking out what is not there changes nothing. */
export const unsaveMessage = (ctx: SignedIn, input: Save): Promise<Done> =>
  keep(ctx, 'unsaveMessage', input, async (tx, { id: messageId }) => {
    const { count } = await tx.savedMessage.deleteMany({ where: { messageId, userId: ctx.viewer.userId } });
    return count > 0;
  });

/**
 * Somebody's list is written by one at a time, so that it is counted right and its order is that of the log.
 * @param change says whether anything is otherwise
 */
async function keep(
  ctx: SignedIn,
  mutation: 'saveMessage' | 'unsaveMessage',
  input: Save,
  change: (tx: Tx, message: Message) => Promise<boolean>,
): Promise<Done> {
  const { messageId } = input;
  const { userId } = ctx.viewer;
  const { threadId } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId });
  const threads = [`saved:${userId}`, threadId];
  return write(ctx, { mutation, input, threads, again: enter }, async (tx) => {
    const { message } = await enter(tx);
    if (!(await change(tx, message))) return { messageId };
    const kind = mutation === 'saveMessage' ? 'MESSAGE_SAVED' : 'MESSAGE_UNSAVED';
    await append(tx, { kind, threadId, messageId, userId, actorId: userId });
    return { messageId };
  });
}

/** A deleted message drops out of everybody's list. The thread's lock is held by the caller's `write`. */
export async function dropSaved(tx: Tx, { id: messageId }: Message): Promise<void> {
  await tx.savedMessage.deleteMany({ where: { messageId } });
}

/** What somebody kept goes with their account. In pieces, so that none holds up the log. */
export async function forgetSaved(prisma: PrismaClient, userId: string): Promise<void> {
  for (;;) {
    const rows = await prisma.savedMessage.findMany({
      where: { userId },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    const last = rows.at(-1);
    if (!last) return;
    await prisma.savedMessage.deleteMany({ where: { userId, id: { lte: last.id } } });
  }
}

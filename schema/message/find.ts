import type { Message } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import type { Place } from '../group/roles.ts';
import type { Tx } from '../log/write.ts';
import { inside } from '../thread/inside.ts';

/** What is missing and what a stranger asks for read the same. */
export const missing = 'No such message.';

/** A message's thread never changes, so it may be read before the thread's lock. @throws NotFoundError */
export async function findMessage(ctx: SignedIn, messageId: string): Promise<Message> {
  const message = await ctx.prisma.message.findUnique({ where: { id: messageId } });
  if (!message) throw new NotFoundError(missing);
  return message;
}

/**
 * Whether an id is that of a message of this author's, in this thread, that was deleted. Nothing is kept by which what is sent under it
 * could be told from what it said: it is a repeat.
 */
export async function isDeleted(
  { message }: Pick<Tx, 'message'>,
  { id, threadId, authorId }: { id: string; threadId: string; authorId: string },
): Promise<boolean> {
  const there = await message.findUnique({ where: { id } });
  return there?.deletedAt != null && there.authorId === authorId && there.threadId === threadId;
}

interface Wanted {
  messageId: string;
  threadId: string;
  userId: string;
}

/**
 * A message as it is under its thread's lock, and somebody's place in the thread.
 * @throws NotFoundError for a stranger, and for one from before their history begins, too
 */
export async function reached(
  tx: Tx,
  { messageId, threadId, userId }: Wanted,
): Promise<{ message: Message; place: Place }> {
  const place = await inside(tx, threadId, userId, missing);
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  if (message.seq < place.visibleFromSeq) throw new NotFoundError(missing);
  return { message, place };
}

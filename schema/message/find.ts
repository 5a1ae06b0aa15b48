import type { Message } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/** What is missing and what a stranger asks for read the same. */
export const missing = 'No such message.';

/** A message's thread never changes, so it may be read before the thread's lock. @throws NotFoundError */
export async function findMessage(ctx: SignedIn, messageId: string): Promise<Message> {
  const message = await ctx.prisma.message.findUnique({ where: { id: messageId } });
  if (!message) throw new NotFoundError(missing);
  return message;
}

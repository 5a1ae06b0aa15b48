import type { Message, Participant } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import type { Tx } from '../log/write.ts';

/** What is missing and what a stranger asks for read the same. */
export const missing = 'No such message.';

/** A message's thread never changes, so it may be read before the thread's lock. @throws NotFoundError */
export async function findMessage(ctx: SignedIn, messageId: string): Promise<Message> {
  const message = await ctx.prisma.message.findUnique({ where: { id: messageId } });
  if (!message) throw new NotFoundError(missing);
  return message;
}

/** As it is under its thread's lock. @throws NotFoundError for one from before their history begins, too */
export async function readable(
  tx: Tx,
  messageId: string,
  { visibleFromSeq }: Pick<Participant, 'visibleFromSeq'>,
): Promise<Message> {
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } });
  if (message.seq < visibleFromSeq) throw new NotFoundError(missing);
  return message;
}

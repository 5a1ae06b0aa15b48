import type { Message } from '../../prisma/client/client.ts';
import type { Tx } from '../log/write.ts';
import { namesIn } from './rules.ts';

/**
 * What an edited message mentions now, by who is in the thread and what its author may do by then. Only what differs is written.
 * @param message as it was before
 */
export async function mentionAnew(tx: Tx, message: Message, body: string): Promise<void> {
  const { id, mentionCount, mentionsAll, onlyInReplies } = message;
  const found = namesIn(body, onlyInReplies);
  if (found.length === 0 && mentionCount === 0 && !mentionsAll) return;
  // Nobody is called "".
  const names = found.length === 0 ? [''] : found;
  await tx.$queryRaw`select 1 from note_mentions(${names.map(() => id)}::text[], ${names}::text[])`;
}

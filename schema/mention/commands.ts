import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Tx } from '../log/write.ts';
import { namesIn } from './rules.ts';

/** How many rows are removed at once. */
const atOnce = 1000;

/** What an edited message mentions now, by who is in the thread and what its author may do by then. */
export async function mentionAnew(tx: Tx, messageId: string, body: string): Promise<void> {
  await tx.mention.deleteMany({ where: { messageId } });
  const names = namesIn(body);
  if (names.length > 0)
    await tx.$queryRaw`select 1 from note_mentions(${names.map(() => messageId)}::text[], ${names}::text[])`;
}

/**
 * What called somebody beside everybody else is told to nobody but them: with their account it goes. What names them stays,
 * and leads to a deleted account, as what they wrote does. Each part by itself, so that none holds up the log.
 */
export async function forgetCalls(prisma: PrismaClient, userId: string): Promise<void> {
  for (;;) {
    const rows = await prisma.mention.findMany({
      where: { userId, everybody: true },
      select: { messageId: true },
      orderBy: [{ threadId: 'asc' }, { seq: 'asc' }],
      take: atOnce,
    });
    if (rows.length === 0) return;
    await prisma.mention.deleteMany({
      where: { userId, messageId: { in: rows.map(({ messageId }) => messageId) } },
    });
  }
}

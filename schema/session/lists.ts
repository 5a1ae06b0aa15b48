import type { PrismaClient, Session } from '../../prisma/client/client.ts';
import { standingAt } from '../account/session.ts';
import { idPattern } from '../id.ts';
import { timeOf } from '../log/write.ts';
import { isTextLike, type Range } from '../paging.ts';

/** Somebody's sessions that still stand, the newest first. */
export const sessionsOf = (prisma: PrismaClient, userId: string) => ({
  name: `sessions:${userId}`,
  keyOf: (session: Session): [string] => [session.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('ses'), key[0]),
  fetch: async ({ after, before, take, fromBack }: Range<[string]>) =>
    prisma.session.findMany({
      where: {
        userId,
        id: { ...(after && { lt: after[0] }), ...(before && { gt: before[0] }) },
        ...standingAt(await timeOf(prisma)),
      },
      orderBy: { id: fromBack ? 'asc' : 'desc' },
      take,
    }),
});

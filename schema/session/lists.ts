import type { PrismaClient, Session } from '../../prisma/client/client.ts';
import { sessionLife } from '../account/session.ts';
import { idPattern } from '../id.ts';
import { isTextLike, type Range } from '../paging.ts';

/** Somebody's sessions that still stand, the newest first. */
export const sessionsOf = (prisma: PrismaClient, userId: string) => ({
  name: `sessions:${userId}`,
  keyOf: (session: Session): [string] => [session.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('ses'), key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) => {
    const now = Date.now();
    return prisma.session.findMany({
      where: {
        userId,
        id: { ...(after && { lt: after[0] }), ...(before && { gt: before[0] }) },
        revokedAt: null,
        expiresAt: { gt: new Date(now) },
        lastSeenAt: { gte: new Date(now - sessionLife.idle) },
      },
      orderBy: { id: fromBack ? 'asc' : 'desc' },
      take,
    });
  },
});

import type { Ban, PrismaClient } from '../../prisma/client/client.ts';
import { idPattern } from '../id.ts';
import { isTextLike, type Range } from '../paging.ts';

/** Who is banned from a group, the last one first. */
export const bansOf = (prisma: PrismaClient, threadId: string) => ({
  name: `bans:${threadId}`,
  keyOf: (ban: Ban): [string] => [ban.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('ban'), key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) =>
    prisma.ban.findMany({
      where: { threadId, id: { ...(after && { lt: after[0] }), ...(before && { gt: before[0] }) } },
      orderBy: { id: fromBack ? 'asc' : 'desc' },
      take,
    }),
});

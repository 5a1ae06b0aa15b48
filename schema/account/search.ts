import type { PrismaClient, User } from '../../prisma/client/client.ts';
import { isTextLike, type Range } from '../paging.ts';
import { handlePattern } from './rules.ts';

const asPattern = (search: string) => search.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** The list of people by handle, narrowed to those whose handle or name contains `search`. */
export function findUsers(prisma: PrismaClient, search: string) {
  const contains = asPattern(search);
  return {
    name: `users:${contains}`,
    keyOf: (user: User): [string] => [user.handle],
    isKey: (key: unknown): key is [string] =>
      Array.isArray(key) && key.length === 1 && isTextLike(handlePattern, key[0]),
    fetch: ({ after, before, take, fromBack }: Range<[string]>) =>
      prisma.user.findMany({
        where: {
          deletedAt: null,
          handle: { ...(after && { gt: after[0] }), ...(before && { lt: before[0] }) },
          ...(contains && {
            OR: [
              { handle: { contains, mode: 'insensitive' as const } },
              { displayName: { contains, mode: 'insensitive' as const } },
            ],
          }),
        },
        orderBy: { handle: fromBack ? 'desc' : 'asc' },
        take,
      }),
  };
}

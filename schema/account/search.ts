import type { Prisma, PrismaClient, User } from '../../prisma/client/client.ts';
import { isTextLike, type Range } from '../paging.ts';
import { handlePattern } from './rules.ts';

const asPattern = (search: string) => search.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Those whose handle or name contains it, in any case; everybody where it is empty. */
export const called = (search: string): Prisma.UserWhereInput => {
  const contains = asPattern(search);
  if (contains === '') return {};
  const text = { contains, mode: 'insensitive' as const };
  return { OR: [{ handle: text }, { displayName: text }] };
};

/** The list of people by handle, narrowed to those whose handle or name contains `search`. */
export function findUsers(prisma: PrismaClient, search: string) {
  return {
    name: `users:${asPattern(search)}`,
    keyOf: (user: User): [string] => [user.handle],
    isKey: (key: unknown): key is [string] =>
      Array.isArray(key) && key.length === 1 && isTextLike(handlePattern, key[0]),
    fetch: ({ after, before, take, fromBack }: Range<[string]>) =>
      prisma.user.findMany({
        where: {
          deletedAt: null,
          handle: { ...(after && { gt: after[0] }), ...(before && { lt: before[0] }) },
          ...called(search),
        },
        orderBy: { handle: fromBack ? 'desc' : 'asc' },
        take,
      }),
  };
}

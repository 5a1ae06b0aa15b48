import type { Participant, PrismaClient, Thread } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { called } from '../account/search.ts';
import { idPattern } from '../id.ts';
import { isMoment, isTextLike, limitFor, type Range } from '../paging.ts';
import { type Folder, folders } from './folders.ts';
import { threadColumns } from './load.ts';

type ByActivity = [rank: number, lastActivityAt: number, id: string];
type Ranked = Thread & { rank: number };

const listed = (folder: Folder | null) => {
  // Where a folder is asked for, what is pinned stands in front.
  const key = `(${folder ? 'p.pinned::int' : '0'}, t."lastActivityAt", t.id)`;
  return (direction: 'asc' | 'desc', limit: number) => `
    select ${threadColumns}, ${folder ? 'p.pinned::int' : '0'} as rank
    from "Participant" p join "Thread" t on t.id = p."threadId"
    where p."userId" = $1 and ${folder ? folders[folder] : 'true'}
      and ($2::int is null or ${key} < ($2, $3::timestamptz, $4::text))
      and ($5::int is null or ${key} > ($5, $6::timestamptz, $7::text))
    order by rank ${direction}, t."lastActivityAt" ${direction}, t.id ${direction} limit ${limit}`;
};

const place = (key: ByActivity | null) => (key ? [key[0], new Date(key[1]), key[2]] : [null, null, null]);

/** Somebody's threads, or those of a folder, newest activity first; the id decides between two of the same millisecond. */
export function threadsOf(sql: Sql, userId: string, folder: Folder | null) {
  const name = `threads${folder ? `_${folder.toLowerCase()}` : ''}`;
  const textIn = listed(folder);
  return {
    name: `${name}:${userId}`,
    keyOf: ({ rank, lastActivityAt, id }: Ranked): ByActivity => [rank, lastActivityAt.getTime(), id],
    isKey: (key: unknown): key is ByActivity =>
      Array.isArray(key) &&
      key.length === 3 &&
      (key[0] === 0 || (folder !== null && key[0] === 1)) &&
      isMoment(key[1]) &&
      isTextLike(idPattern('thr'), key[2]),
    fetch: ({ after, before, take, fromBack }: Range<ByActivity>) => {
      const direction = fromBack ? 'asc' : 'desc';
      const limit = limitFor(take);
      const values = [userId, ...place(after), ...place(before)];
      return sql.all<Ranked>(`${name}_${direction}_${limit}`, textIn(direction, limit), values);
    },
  };
}

/** A thread's people in the order in which they came, narrowed to those whose handle or name contains `search`. */
export const participantsOf = (prisma: PrismaClient, threadId: string, search: string) => ({
  name: `participants:${threadId}${search && `:${search}`}`,
  keyOf: (participant: Participant): [string] => [participant.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('par'), key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) =>
    prisma.participant.findMany({
      where: {
        threadId,
        id: { ...(after && { gt: after[0] }), ...(before && { lt: before[0] }) },
        ...(search && { user: called(search) }),
      },
      orderBy: { id: fromBack ? 'desc' : 'asc' },
      take,
    }),
});

import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader } from '../loader.ts';
import { messageColumns } from '../message/load.ts';
import { idPattern } from '../id.ts';
import { type ByTime, isByTime, limitFor, placeOr, type Range } from '../paging.ts';

type Saved = Message & { place: Date };

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns}, s."createdAt" as place from "SavedMessage" s join "Message" m on m.id = s."messageId"
  where s."userId" = $1
    and (s."createdAt", s."messageId") < ($2::timestamptz, $3::text)
    and (s."createdAt", s."messageId") > ($4::timestamptz, $5::text)
  order by s."createdAt" ${order}, s."messageId" ${order} limit ${limit}`;

/**
 * What somebody keeps, in all threads that they are in, last saved first. Nothing else is there: who leaves a thread forgets
 * what they kept of it, and nobody keeps what they do not see.
 */
export const savedOf = (sql: Sql, userId: string) => ({
  name: `saved:${userId}`,
  keyOf: ({ place: savedAt, id }: Saved): ByTime => [savedAt.getTime(), id],
  isKey: (key: unknown): key is ByTime => isByTime(idPattern('msg'), key),
  fetch: ({ after, before, take, fromBack }: Range<ByTime>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [userId, ...placeOr(after, 'infinity'), ...placeOr(before, '-infinity')];
    return sql.all<Saved>(`saved_of_${order}_${limit}`, listed(order, limit), values);
  },
});

const own = `
  select "messageId" from "SavedMessage" where "messageId" = any($1) and "userId" = $2 limit cardinality($1)`;

/** Which of some messages the viewer keeps. */
export const ownSaved = loader<string, true>(async (messageIds, { sql, viewer }: Context) => {
  if (!viewer) return new Map();
  const rows = await sql.all<{ messageId: string }>('own_saved', own, [messageIds, viewer.userId]);
  return new Map(rows.map(({ messageId }) => [messageId, true]));
});

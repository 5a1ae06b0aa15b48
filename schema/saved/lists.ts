import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { Context } from '../context.ts';
import { loader } from '../loader.ts';
import { messageColumns } from '../message/load.ts';
import { isTextLike, limitFor, type Range } from '../paging.ts';

type Saved = Message & { place: bigint };

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns}, s.id as place from "SavedMessage" s join "Message" m on m.id = s."messageId"
  where s."userId" = $1 and s.id < $2 and s.id > $3 order by s.id ${order} limit ${limit}`;

/**
 * What somebody keeps, in all threads that they are in, last saved first. Nothing else is there: who leaves a thread forgets
 * what they kept of it, and nobody keeps what they do not see.
 */
export const savedOf = (sql: Sql, userId: string) => ({
  name: `saved:${userId}`,
  keyOf: ({ place }: Saved): [string] => [String(place)],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(/^[1-9]\d{0,15}$/, key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [userId, after?.[0] ?? Number.MAX_SAFE_INTEGER, before?.[0] ?? 0];
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

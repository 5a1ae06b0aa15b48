import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { messageColumns } from '../message/load.ts';
import { type ByTime, isByTime, limitFor, placeOr, type Range } from '../paging.ts';
import { calls } from './calls.ts';

/**
 * How long before they came a message may seem to be written that came behind them: the database's clock may have been set back in between,
 * or be that of a standby that took over. Kerberos lets clocks differ as much.
 */
const clocksDiffer = `interval '5 minutes'`;

/**
 * By name and by `@all`, each by an index of its own, the nearest of both; what does both stands there once. Only one bound on each side:
 * an index begins at one of two, and not always at the nearer.
 */
const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from (
    (select n."messageId" as id, n."createdAt" as at from "Mention" n
    where n."userId" = $1
      and (n."createdAt", n."messageId") < ($2::timestamptz, $3::text)
      and (n."createdAt", n."messageId") > ($4::timestamptz, $5::text)
      and exists (select from "Participant" p where p."threadId" = n."threadId" and p."userId" = $1 and p."visibleFromSeq" <= n.seq)
    order by n."createdAt" ${order}, n."messageId" ${order} limit ${limit})
    union
    (select called.id, called.at from "Participant" p, lateral (
      select m.id, m."createdAt" as at from "Message" m
      where ${calls}
        and (m."createdAt", m.id) < ($2, $3) and (m."createdAt", m.id) > (greatest($4, p."joinedAt" - ${clocksDiffer}), $5)
      order by m."createdAt" ${order}, m.id ${order} limit ${limit}
    ) as called where p."userId" = $1 order by called.at ${order}, called.id ${order} limit ${limit})
  ) as found join "Message" m on m.id = found.id
  order by found.at ${order}, found.id ${order} limit ${limit}`;

/** What mentions somebody, in all threads that they are in, newest first. */
export const mentionsOfPerson = (sql: Sql, userId: string) => ({
  name: `mentions:${userId}`,
  keyOf: ({ createdAt, id }: Message): ByTime => [createdAt.getTime(), id],
  isKey: (key: unknown): key is ByTime => isByTime(idPattern('msg'), key),
  fetch: ({ after, before, take, fromBack }: Range<ByTime>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [userId, ...placeOr(after, 'infinity'), ...placeOr(before, '-infinity')];
    return sql.all<Message>(`mentions_of_${order}_${limit}`, listed(order, limit), values);
  },
});

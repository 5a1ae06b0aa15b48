import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { messageColumns } from '../message/load.ts';
import { isTextLike, limitFor, type Range } from '../paging.ts';
import { isMoment } from '../thread/lists.ts';
import { callsAlone } from './calls.ts';

type ByTime = [createdAt: number, id: string];

const between = (at: string, id: string) => `
    ($2::timestamptz is null or (${at}, ${id}) < ($2, $3::text)) and ($4::timestamptz is null or (${at}, ${id}) > ($4, $5::text))`;

/** By name and by `@all`, each by an index of its own, the nearest of both. */
const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from (
    (select n."messageId" as id, n."createdAt" as at from "Mention" n
    where n."userId" = $1 and ${between('n."createdAt"', 'n."messageId"')}
      and exists (select from "Participant" p where p."threadId" = n."threadId" and p."userId" = $1 and p."visibleFromSeq" <= n.seq)
    order by n."createdAt" ${order}, n."messageId" ${order} limit ${limit})
    union all
    (select called.id, called.at from "Participant" p, lateral (
      select m.id, m."createdAt" as at from "Message" m
      where m."threadId" = p."threadId" and m.seq > p."joinedSeq" and ${callsAlone('$1')} and ${between('m."createdAt"', 'm.id')}
      order by m."createdAt" ${order}, m.id ${order} limit ${limit}
    ) as called where p."userId" = $1 order by called.at ${order}, called.id ${order} limit ${limit})
  ) as found join "Message" m on m.id = found.id
  order by found.at ${order}, found.id ${order} limit ${limit}`;

const place = (key: ByTime | null) => (key ? [new Date(key[0]), key[1]] : [null, null]);

/** What mentions somebody, in all threads that they are in, newest first. */
export const mentionsOfPerson = (sql: Sql, userId: string) => ({
  name: `mentions:${userId}`,
  keyOf: ({ createdAt, id }: Message): ByTime => [createdAt.getTime(), id],
  isKey: (key: unknown): key is ByTime =>
    Array.isArray(key) && key.length === 2 && isMoment(key[0]) && isTextLike(idPattern('msg'), key[1]),
  fetch: ({ after, before, take, fromBack }: Range<ByTime>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [userId, ...place(after), ...place(before)];
    return sql.all<Message>(`mentions_of_${order}_${limit}`, listed(order, limit), values);
  },
});

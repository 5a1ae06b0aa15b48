import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { messageColumns } from '../message/load.ts';
import { isTextLike, limitFor, type Range } from '../paging.ts';
import { isMoment } from '../thread/lists.ts';

type ByTime = [createdAt: number, id: string];

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from "Mention" n join "Message" m on m.id = n."messageId"
  where n."userId" = $1
    and ($2::timestamptz is null or (n."createdAt", n."messageId") < ($2, $3::text))
    and ($4::timestamptz is null or (n."createdAt", n."messageId") > ($4, $5::text))
    and exists (select from "Participant" p where p."threadId" = n."threadId" and p."userId" = $1 and p."visibleFromSeq" <= n.seq)
  order by n."createdAt" ${order}, n."messageId" ${order} limit ${limit}`;

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

import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { messageColumns } from '../message/load.ts';
import { isTextLike, limitFor, type Range } from '../paging.ts';
import { isMoment } from '../thread/lists.ts';

type ByTime = [pinnedAt: number, id: string];

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from "Message" m
  where m."threadId" = $1 and m.seq >= $2 and m."pinnedAt" is not null
    and ($3::timestamptz is null or (m."pinnedAt", m.id) < ($3, $4::text))
    and ($5::timestamptz is null or (m."pinnedAt", m.id) > ($5, $6::text))
  order by m."pinnedAt" ${order}, m.id ${order} limit ${limit}`;

const place = (key: ByTime | null) => (key ? [new Date(key[0]), key[1]] : [null, null]);

/**
 * What is pinned in a thread, last pinned first.
 * @param from the first message that is for whoever asks
 */
export const pinnedIn = (sql: Sql, threadId: string, from: number) => ({
  name: `pinned:${threadId}`,
  keyOf: ({ pinnedAt, id }: Message): ByTime => [pinnedAt?.getTime() ?? 0, id],
  isKey: (key: unknown): key is ByTime =>
    Array.isArray(key) && key.length === 2 && isMoment(key[0]) && isTextLike(idPattern('msg'), key[1]),
  fetch: ({ after, before, take, fromBack }: Range<ByTime>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [threadId, from, ...place(after), ...place(before)];
    return sql.all<Message>(`pinned_in_${order}_${limit}`, listed(order, limit), values);
  },
});

import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { messageColumns } from '../message/load.ts';
import { type ByTime, isByTime, limitFor, placeOr, type Range } from '../paging.ts';

const listed = (order: 'asc' | 'desc', limit: number) => `
  select ${messageColumns} from "Message" m
  where m."threadId" = $1 and m.seq >= $2 and m."pinnedAt" is not null
    and (m."pinnedAt", m.id) < ($3::timestamptz, $4::text) and (m."pinnedAt", m.id) > ($5::timestamptz, $6::text)
  order by m."pinnedAt" ${order}, m.id ${order} limit ${limit}`;

/**
 * What is pinned in a thread, last pinned first.
 * @param from the first message that is for whoever asks
 */
export const pinnedIn = (sql: Sql, threadId: string, from: number) => ({
  name: `pinned:${threadId}`,
  keyOf: ({ pinnedAt, id }: Message): ByTime => [pinnedAt?.getTime() ?? 0, id],
  isKey: (key: unknown): key is ByTime => isByTime(idPattern('msg'), key),
  fetch: ({ after, before, take, fromBack }: Range<ByTime>) => {
    const order = fromBack ? 'asc' : 'desc';
    const limit = limitFor(take);
    const values = [threadId, from, ...placeOr(after, 'infinity'), ...placeOr(before, '-infinity')];
    return sql.all<Message>(`pinned_in_${order}_${limit}`, listed(order, limit), values);
  },
});

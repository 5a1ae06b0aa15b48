import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import { idPattern } from '../id.ts';
import { type ByTime, isByTime, type Range } from '../paging.ts';
import { find } from './find.ts';
import { byRelevance, type ByRank, type Ranked } from './rank.ts';
import type { Search } from './where.ts';

const timeOf = (message: Message): ByTime => [message.createdAt.getTime(), message.id];
const isTime = (key: unknown): key is ByTime => isByTime(idPattern('msg'), key);

/** What is found, newest first. `nothing`: it is known without looking that there is none. */
export const newestHits = (sql: Sql, name: string, search: Search, nothing = false) => ({
  name: `search:${name}`,
  keyOf: timeOf,
  isKey: isTime,
  fetch: async (range: Range<ByTime>) => (nothing ? [] : find(sql, search, range)),
});

/** The most fitting of the newest hits, the newest of equals first. */
export const bestHits = (sql: Sql, name: string, search: Search, nothing = false) => ({
  name: `best:${name}`,
  keyOf: ({ rank, ...message }: Ranked): ByRank => [rank, ...timeOf(message)],
  isKey: (key: unknown): key is ByRank =>
    Array.isArray(key) && key.length === 3 && Number.isFinite(key[0]) && isTime(key.slice(1)),
  fetch: async (range: Range<ByRank>) => (nothing ? [] : byRelevance(sql, search, range)),
});

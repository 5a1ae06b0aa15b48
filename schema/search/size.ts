import type { Sql } from '../../prisma/statements.ts';
import { Kept } from './kept.ts';

/** How many threads are counted: who is in more may see much. */
export const threadsCounted = 1000;

/** Of how many messages there are, how many are in the viewer's threads, or in those of them that are asked for. */
const sizeSql = `
  select (select greatest(reltuples, 1)::float8 from pg_class where oid = '"Message"'::regclass) as "all",
    coalesce(sum(t."lastSeq"), 0)::float8 as own, count(*)::int as threads
  from (
    select "threadId" from "Participant"
    where "userId" = $1 and ($2::text[] is null or "threadId" = any($2)) limit ${threadsCounted}
  ) as p join "Thread" t on t.id = p."threadId"`;

export interface Size {
  all: number;
  own: number;
  threads: number;
}

const sizes = new Kept<Size>();

/** @param threadIds null for all that one is in */
export const sizeOf = (sql: Sql, viewerId: string, threadIds: readonly string[] | null): Promise<Size> =>
  sizes.get(
    [viewerId, ...(threadIds ?? [])].join(' '),
    () => count(sql, viewerId, threadIds),
    // Who is in none of them yet may be in a moment.
    ({ threads }) => threads > 0,
  );

async function count(sql: Sql, viewerId: string, threadIds: readonly string[] | null): Promise<Size> {
  const [size] = await sql.all<Size>('search_size', sizeSql, [viewerId, threadIds]);
  if (!size) throw new Error('Nothing is known of the messages.');
  return size;
}

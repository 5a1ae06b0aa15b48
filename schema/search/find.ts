import { Prisma, type Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { ByTime, Range } from '../paging.ts';
import { Kept } from './kept.ts';
import { sizeOf, threadsCounted } from './size.ts';
import { all, asksForFiles, holds, holdsBesides, indexed, placed, type Search, visible } from './where.ts';

/**
 * Three ways to the same list. Which one is fast depends on how rare the words are and how much one may see; taken for
 * the other, each can be a thousand times slower, and PostgreSQL does not know enough of either to choose.
 */
export type Way = 'walk' | 'index' | 'threads';

/** The hits of a range, nearest to its end first. */
export async function find(sql: Sql, search: Search, range: Range<ByTime>): Promise<Message[]> {
  const way = await wayFor(sql, search, range.take);
  return findBy(way, sql, search, range);
}

/** Exported for the test that the three find the same. */
export function findBy(
  way: Way,
  sql: Sql,
  search: Search,
  { after, before, take, fromBack }: Range<ByTime>,
): Promise<Message[]> {
  const where = all([
    placed(search),
    ...(after ? [Prisma.sql`(m."createdAt", m.id) < (${new Date(after[0])}, ${after[1]})`] : []),
    ...(before ? [Prisma.sql`(m."createdAt", m.id) > (${new Date(before[0])}, ${before[1]})`] : []),
  ]);
  const order = fromBack
    ? Prisma.sql`order by "createdAt" asc, id asc limit ${take}`
    : Prisma.sql`order by "createdAt" desc, id desc limit ${take}`;
  const seen = visible(search.viewerId);
  const found = indexed(search);
  if (way === 'index' && found) {
    // Materialized: the index is asked first, and nothing that is asked besides leads the planner elsewhere.
    return sql.planned(
      'search_index',
      Prisma.sql`
        with hits as materialized (select * from "Message" m where ${found} and ${where})
        select m.* from hits m where ${all([seen, ...holdsBesides(search)])} ${order}`,
    );
  }
  if (way === 'threads') {
    return sql.planned(
      'search_threads',
      Prisma.sql`
        select m.* from "Participant" own cross join lateral (
          select * from "Message" m where m."threadId" = own."threadId" and ${where} and ${holds(search)} offset 0
        ) as m where own."userId" = ${search.viewerId} and ${seen} ${order}`,
    );
  }
  return sql.planned(
    'search_walk',
    Prisma.sql`select m.* from "Message" m where ${where} and ${holds(search)} and ${seen} ${order}`,
  );
}

/** By what each way would have to read: of the messages there are, those that hold the words, and those that are for the viewer. */
async function wayFor(sql: Sql, search: Search, take: number): Promise<Way> {
  const { viewerId, sought, scope } = search;
  const found = indexed(search);
  const where = found ? all([found, placed(search)]) : placed(search);
  const [hits, size] = await Promise.all([estimate(sql, where), sizeOf(sql, viewerId, scope.threads)]);
  const own = size.threads < threadsCounted ? size.own : size.all;
  const share = Math.min(1, Math.max(own, 1) / size.all);
  const reads: Record<Way, number> = {
    index: found ? hits : Infinity,
    threads: size.threads < threadsCounted ? own : Infinity,
    // What carries something has an index of its own, and is all that is walked.
    walk: (take * (asksForFiles(sought) ? hits : size.all)) / (Math.min(hits, size.all) * share),
  };
  return (Object.keys(reads) as Way[]).reduce((best, way) => (reads[way] < reads[best] ? way : best));
}

const estimates = new Kept<number>();

/** As many messages as PostgreSQL takes it to be, by what it knows of its values: none is read for it. The next page asks the same. */
const estimate = (sql: Sql, where: Prisma.Sql): Promise<number> =>
  estimates.get(
    JSON.stringify([where.text, where.values]),
    async () => {
      const [plan] = await sql.planned<Explained>(
        'search_estimate',
        Prisma.sql`explain (format json) select from "Message" m where ${where}`,
      );
      return Math.max(1, plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 1);
    },
    () => true,
  );

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }];
}

import { Prisma, type Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { ByTime, Range } from '../paging.ts';
import { Kept } from './kept.ts';
import { sizeOf, threadsCounted } from './size.ts';
import {
  all,
  asksForFiles,
  holds,
  holdsBesides,
  indexed,
  placed,
  type Search,
  sees,
  visible,
} from './where.ts';

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
export const findBy = (way: Way, sql: Sql, search: Search, range: Range<ByTime>): Promise<Message[]> =>
  sql.planned(`search_${way}`, hitsBy(way, search, range));

/** The statement that finds them: rows of messages. */
export function hitsBy(
  way: Way,
  search: Search,
  { after, before, take, fromBack }: Range<ByTime>,
): Prisma.Sql {
  const where = all([
    placed(search),
    ...(after ? [Prisma.sql`(m."createdAt", m.id) < (${new Date(after[0])}, ${after[1]})`] : []),
    ...(before ? [Prisma.sql`(m."createdAt", m.id) > (${new Date(before[0])}, ${before[1]})`] : []),
  ]);
  const order = fromBack
    ? Prisma.sql`order by m."createdAt" asc, m.id asc limit ${take}`
    : Prisma.sql`order by m."createdAt" desc, m.id desc limit ${take}`;
  const seen = visible(search.viewerId);
  const found = indexed(search);
  if (way === 'index' && found) {
    // The offset: the index is asked first, and nothing that is asked besides leads the planner elsewhere. PostgreSQL has several
    // processes read many hits, but neither beneath an offset that is cast, as a bare 0 is, nor for a subquery that each is asked.
    return Prisma.sql`
      select m.* from (select * from "Message" m where ${found} and ${where} offset bigint '0') as m
        join "Participant" p on ${all([sees(search.viewerId), ...holdsBesides(search)])} ${order}`;
  }
  if (way === 'threads') {
    const { threads } = search.scope;
    const own = all([
      Prisma.sql`own."userId" = ${search.viewerId}`,
      // Said of both, so that nobody's other threads are looked at for nothing.
      ...(threads ? [Prisma.sql`own."threadId" = any(${threads})`] : []),
      seen,
    ]);
    return Prisma.sql`
      select m.* from "Participant" own cross join lateral (
        select * from "Message" m where m."threadId" = own."threadId" and ${where} and ${holds(search)} offset 0
      ) as m where ${own} ${order}`;
  }
  // A case, for the order: to look up whether somebody may see a message takes less than to look for words in it.
  return Prisma.sql`select m.* from "Message" m where ${where} and case when ${seen} then ${holds(search)} end ${order}`;
}

/**
 * What a hit of the index costs, in messages that are read one after another: its lists are of trigrams, which stand in many more
 * messages than the word does. Of one word mostly those messages are read, by several processes; of several words most of what the
 * lists name is read for nothing.
 */
const messagesPerHit = { ofOneWord: 2, ofSeveral: 14 };

/** What a message costs that is walked past, for it is not the viewer's, where one that is looked into costs 1. */
const walkedPast = 0.2;

/** By what each way would have to read: of the messages there are, those that hold the words, and those that are for the viewer. */
export async function wayFor(sql: Sql, search: Search, take: number): Promise<Way> {
  const { viewerId, sought, scope } = search;
  const found = indexed(search);
  const anywhere = placed({ ...search, scope: { ...scope, threads: null } });
  const [hits, holding, marked, size] = await Promise.all([
    estimate(sql, found ? all([found, placed(search)]) : placed(search)),
    found ? estimate(sql, found) : Infinity,
    estimate(sql, anywhere),
    sizeOf(sql, viewerId, scope.threads),
  ]);
  const own = size.threads < threadsCounted ? size.own : size.all;
  const isSeveral = /\S\s+\S/.test(sought.words.map(({ text }) => text).join(' '));
  const perHit = isSeveral ? messagesPerHit.ofSeveral : messagesPerHit.ofOneWord;
  const share = Math.min(1, Math.max(own, 1) / size.all);
  const reads: Record<Way, number> = {
    // Led to by the words or by another index, of authors or of times, but not by that of threads: that way is the next.
    index: found ? Math.min(holding * perHit, marked) : Infinity,
    threads: size.threads < threadsCounted ? own : Infinity,
    // What carries something has an index of its own, and is all that is walked.
    walk:
      ((take * (asksForFiles(sought) ? hits : size.all)) / (Math.min(hits, size.all) * share)) *
      (share + walkedPast * (1 - share)),
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

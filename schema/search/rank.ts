import { Prisma, type Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { Range } from '../paging.ts';
import { hitsBy, wayFor } from './find.ts';
import { all, type Search } from './where.ts';

export type Ranked = Message & { rank: number };
export type ByRank = [rank: number, createdAt: number, id: string];

/** As many hits, the newest, are compared with each other. */
export const ranked = 1000;
const newest = { after: null, before: null, take: ranked, fromBack: false };

/** Full words count more than parts of them, several more than one, and what stands close together more than what does not. */
export async function byRelevance(
  sql: Sql,
  search: Search,
  { after, before, take, fromBack }: Range<ByRank>,
): Promise<Ranked[]> {
  const hits = hitsBy(await wayFor(sql, search, ranked), search, newest);
  const texts = search.sought.words.map(({ text }) => text);
  const within = all([
    ...(after ? [Prisma.sql`(rank, "createdAt", id) < ${placeOf(after)}`] : []),
    ...(before ? [Prisma.sql`(rank, "createdAt", id) > ${placeOf(before)}`] : []),
    Prisma.sql`true`,
  ]);
  const order = fromBack
    ? Prisma.sql`order by rank asc, "createdAt" asc, id asc limit ${take}`
    : Prisma.sql`order by rank desc, "createdAt" desc, id desc limit ${take}`;
  // Names of files once more with blanks in them: `plan_v2.pdf` is one word to PostgreSQL.
  // Materialized, so that each is ranked once, however often its rank is looked at.
  return sql.planned(
    'search_rank',
    Prisma.sql`
      with hits as (${hits}), sought as (
        select string_agg(phraseto_tsquery('simple', search_text(w))::text, ' | ')::tsquery as query
        from unnest(${texts}::text[]) w where numnode(phraseto_tsquery('simple', search_text(w))) > 0
      ), ranked as materialized (
        select hits.*, coalesce(rank, 0) as rank from hits, sought, lateral (
          select round(ts_rank_cd(to_tsvector('simple', search_text(body || "fileNames" || translate("fileNames", '._-', '   '))), query, 1)::numeric, 6)::float8 as rank
        ) as compared
      )
      select * from ranked where ${within} ${order}`,
  );
}

const placeOf = ([rank, createdAt, id]: ByRank): Prisma.Sql =>
  Prisma.sql`(${rank}::float8, ${new Date(createdAt)}, ${id})`;

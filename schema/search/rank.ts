import type { Message } from '../../prisma/client/client.ts';
import type { Sql } from '../../prisma/statements.ts';
import type { Range } from '../paging.ts';
import { find } from './find.ts';
import type { Search } from './where.ts';

export type Ranked = Message & { rank: number };
export type ByRank = [rank: number, createdAt: number, id: string];

/** As many hits, the newest, are compared with each other. */
export const ranked = 1000;

const rankSql = `
  select id, round(ts_rank_cd(to_tsvector('simple', search_text(body)), sought.query, 1)::numeric, 6)::float8 as rank
  from "Message", (
    select string_agg(phraseto_tsquery('simple', search_text(w))::text, ' | ')::tsquery as query
    from unnest($1::text[]) w where numnode(phraseto_tsquery('simple', search_text(w))) > 0
  ) as sought where id = any($2)`;

/** Full words count more than parts of them, several more than one, and what stands close together more than what does not. */
export async function byRelevance(
  sql: Sql,
  search: Search,
  { after, before, take, fromBack }: Range<ByRank>,
): Promise<Ranked[]> {
  const hits = await find(sql, search, { after: null, before: null, take: ranked, fromBack: false });
  const texts = search.sought.words.map(({ text }) => text);
  const ranks = await sql.all<{ id: string; rank: number }>('search_rank', rankSql, [
    texts,
    hits.map(({ id }) => id),
  ]);
  const rankOf = new Map(ranks.map(({ id, rank }) => [id, rank]));
  const inOrder = hits
    .map((hit): Ranked => ({ ...hit, rank: rankOf.get(hit.id) ?? 0 }))
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)))
    .filter(
      (hit) => (!after || compare(after, keyOf(hit)) < 0) && (!before || compare(keyOf(hit), before) < 0),
    );
  return (fromBack ? inOrder.toReversed() : inOrder).slice(0, take);
}

const keyOf = ({ rank, createdAt, id }: Ranked): ByRank => [rank, createdAt.getTime(), id];

/** Below zero where `a` stands in front of `b`: the greater key comes first. */
function compare(a: ByRank, b: ByRank): number {
  return b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? 1 : a[2] > b[2] ? -1 : 0);
}

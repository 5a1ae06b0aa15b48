import { afterAll, expect, it } from 'vitest';
import { group, say } from '../testing/threads.ts';
import { openWorld } from '../testing/world.ts';
import { queryRule } from './query.ts';
import { byRelevance } from './rank.ts';

const world = await openWorld();
afterAll(() => world.close());

interface Found {
  searchMessages: {
    edges: { node: { id: string; body: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const source = `query ($threadId: ID!, $first: Int, $after: String) {
  searchMessages(query: "bilby", threadId: $threadId, order: RELEVANCE, first: $first, after: $after) {
    edges { node { id body } } pageInfo { hasNextPage endCursor }
  }
}`;

it('[SE6] by relevance is the same in pages and from its end, the newest of equals first', async () => {
  const [ann, bob] = await world.people(2);
  const threadId = await group(ann!, { members: [bob!] });
  for (const body of ['bilby', 'bilby bilby', 'bilbys', 'bilby', 'bilby bilby', 'bilbys'])
    await say(ann!, threadId, body);
  const look = async (more: object = {}) =>
    (await ann!.query<Found>(source, { threadId, ...more })).searchMessages;

  const best = (await look()).edges.map(({ node }) => node);
  expect(best.map(({ body }) => body).join()).toBe('bilby bilby,bilby bilby,bilby,bilby,bilbys,bilbys');
  for (const at of [0, 2, 4]) expect(best[at]!.id > best[at + 1]!.id).toBe(true);

  const paged: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: Found['searchMessages'] = await look({ first: 1, after });
    paged.push(...edges.map(({ node }) => node.id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(paged).toEqual(best.map(({ id }) => id));

  const { sql } = await ann!.context();
  const scope = { authors: null, threads: [threadId], notAuthors: [] };
  const search = { viewerId: ann!.id, sought: queryRule.parse('bilby'), scope };
  const fromEnd = await byRelevance(sql, search, { after: null, before: null, take: 9, fromBack: true });
  expect(fromEnd.map(({ id }) => id)).toEqual(paged.toReversed());
});

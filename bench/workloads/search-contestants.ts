import { Asker } from '../clients/graphql-socket.ts';
import { Connection } from '../clients/http.ts';
import type { Bench } from '../measure/bench.ts';
import { credentials, userId } from '../measure/world.ts';
import type { Case } from './search-cases.ts';
import { readers } from './search-world.ts';

export const socket = 'Parley over the socket';
export const rest = 'REST, SQL by hand';

const document = `query Search($query: String!, $order: SearchOrder) {
  searchMessages(query: $query, order: $order, first: 20) {
    edges { node { id seq body createdAt author { id displayName } thread { id } } } } }`;

export interface Contestant {
  name: string;
  /** @returns the ids of what is found */
  find(person: number, sought: Case): Promise<string[]>;
}

export async function parley(bench: Bench, url: string): Promise<Contestant> {
  const { port } = await bench.startParley(url);
  const askers = new Map<number, Asker>();
  for (const person of Object.values(readers)) {
    const asker = await Asker.open({ port, headers: await credentials(person, port) });
    bench.onClose(() => asker.close());
    askers.set(person, asker);
  }
  return {
    name: socket,
    find: async (person, { query, byHand }) => {
      const order = byHand.best ? 'RELEVANCE' : 'NEWEST';
      const answer = JSON.parse((await askers.get(person)?.ask(document, { query, order })) ?? '') as {
        payload: { data: { searchMessages: { edges: { node: { id: string } }[] } } };
      };
      return answer.payload.data.searchMessages.edges.map(({ node }) => node.id);
    },
  };
}

export async function byHand(bench: Bench, url: string): Promise<Contestant> {
  const server = await bench.start({ file: 'bench/anchors/rest.ts', env: { DATABASE_URL: url } });
  const connection = new Connection(server.port, '/search');
  bench.onClose(() => connection.close());
  return {
    name: rest,
    find: async (person, sought) => {
      const answer = await connection.post(JSON.stringify({ userId: userId(person), ...sought.byHand }));
      return (JSON.parse(answer) as { id: string }[]).map(({ id }) => id);
    },
  };
}

/** @throws where they do not find the same in the same order, or nothing at all for who may see everything */
export async function assertSame(contestants: readonly Contestant[], cases: readonly Case[]): Promise<void> {
  for (const sought of cases) {
    for (const person of Object.values(readers)) {
      const found = await Promise.all(contestants.map(({ find }) => find(person, sought)));
      const lists = new Set(found.map((ids) => ids.join()));
      if (lists.size > 1) throw new Error(`"${sought.query}" finds ${[...lists].join(' and ')}.`);
      if (person === readers.inAll && lists.has('')) throw new Error(`"${sought.query}" finds nothing.`);
    }
  }
}

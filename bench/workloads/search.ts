import type pg from 'pg';
import { Random } from '../../prisma/seed-random.ts';
import { Asker } from '../clients/graphql-socket.ts';
import { Connection } from '../clients/http.ts';
import type { Bench, Workload } from '../measure/bench.ts';
import { type Ask, closedLoop } from '../measure/closed-loop.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import type { Figures } from '../measure/rounds.ts';
import { addGroups, addPeople, credentials, settle, sqlId, userId } from '../measure/world.ts';

const socket = 'Parley over the socket';
const rest = 'REST, SQL by hand';

const searches = {
  rare: { label: 'one message in 20,000', query: 'quokka' },
  some: { label: 'one in 100', query: 'wo0100' },
  common: { label: 'one in 5', query: 'wo0000' },
  both: { label: 'two words', query: 'wo0005 wo0006' },
} as const;
type Sought = keyof typeof searches;
const sought = Object.keys(searches) as Sought[];
/** The same, by somebody who is in all threads. */
const inAll = (name: Sought) => `${name}InAll`;

const columns = [
  ...sought.map((name) => ({ figure: name, label: `${searches[name].label}, p50 ms`, digits: 1 })),
  ...sought.map((name) => ({
    figure: inAll(name),
    label: `${searches[name].label}, in all threads, p50 ms`,
    digits: 1,
  })),
];

const goals = sought.flatMap((name): Goal[] => [
  { figure: name, ours: socket, theirs: rest, bound: 'at most', ratio: 2 },
  { figure: inAll(name), ours: socket, theirs: rest, bound: 'at most', ratio: 2 },
  {
    figure: inAll(name),
    ours: socket,
    theirs: socket,
    theirFigure: name,
    bound: 'at most',
    ratio: 1.3,
  },
]);

/** In a tenth of the threads, and in all of them. */
const people = { inSome: 1, inAll: 2 };
const each = 200;
const wordsOfMessage = 12;
const vocabulary = 3000;
const rareEvery = 20_000;

const document = `query Search($query: String!) { searchMessages(query: $query, first: 20) {
  edges { node { id seq body createdAt author { id displayName } thread { id } } } } }`;

export const search: Workload = {
  number: 11,
  title: 'Search, newest first, one reader',
  run: async (bench) => {
    const { quick, only } = bench.settings;
    const count = quick ? 100_000 : 1_000_000;
    const url = await bench.databases.create('search');
    await onDatabase(url, (db) => fill(db, count));
    const readers = [await ourReader(bench, url), await handReader(bench, url)];
    await assertSame(readers);
    const seconds = quick ? 0.5 : 1.5;
    const contestants = readers
      .filter(({ name }) => name.includes(only))
      .map(({ name, find }) => ({
        name,
        measure: async (): Promise<Figures> => {
          const figures: Record<string, number> = {};
          for (const which of sought) {
            const ask =
              (person: number): Ask =>
              () =>
                find(person, searches[which].query);
            figures[which] = (await closedLoop([ask(people.inSome)], seconds)).p50;
            figures[inAll(which)] = (await closedLoop([ask(people.inAll)], seconds)).p50;
          }
          return figures;
        },
      }));
    const canary = { contestant: rest, figure: 'some' };
    const title = `${count.toLocaleString('en')} messages in ${(count / each).toLocaleString('en')} threads`;
    return [await bench.compare({ title, columns, contestants, canary, goals })];
  },
};

async function fill(db: pg.Client, count: number): Promise<void> {
  const threads = count / each;
  await addPeople(db, 2);
  await addGroups(db, { from: 1, to: threads / 10, people: { from: 1, to: 2 } });
  await addGroups(db, {
    from: threads / 10 + 1,
    to: threads,
    people: { from: people.inAll, to: people.inAll },
  });
  // An index that is made of what is there takes a fraction of the time of one that grows with it.
  const { rows } = await db.query<{ made: string }>(
    `select pg_get_indexdef('"Message_search_idx"'::regclass) as made`,
  );
  await db.query('drop index "Message_search_idx"');
  const random = new Random(11);
  for (let from = 0; from < count; from += 20_000) {
    const bodies = Array.from({ length: 20_000 }, (_, index) =>
      [
        ...Array.from({ length: wordsOfMessage }, () => word(Math.floor(vocabulary * random.next() ** 2))),
        ...((from + index) % rareEvery === 0 ? [searches.rare.query] : []),
      ].join(' '),
    );
    // From thread to thread, as people talk at once in all of them.
    await db.query(
      `insert into "Message" (id, "threadId", seq, "authorId", body, "createdAt")
       select ${sqlId('msg', '$1::int + n')}, ${sqlId('thr', '1 + ($1::int + n) % $2::int')}, 1 + ($1::int + n) / $2::int,
         ${sqlId('usr', '2')}, body, now() - make_interval(secs => $3::int - $1::int - n)
       from unnest($4::text[]) with ordinality as said (body, place), lateral (select place::int - 1 as n) as number`,
      [from, threads, count, bodies],
    );
  }
  await db.query(rows[0]?.made ?? '');
  await db.query('update "Thread" set "lastSeq" = $1', [each]);
  await settle(db);
}

const word = (rank: number) => `wo${String(rank).padStart(4, '0')}`;

interface Reader {
  name: string;
  /** @returns the ids of what is found */
  find(person: number, query: string): Promise<string[]>;
}

async function ourReader(bench: Bench, url: string): Promise<Reader> {
  const { port } = await bench.startParley(url);
  const askers = new Map<number, Asker>();
  for (const person of Object.values(people)) {
    const asker = await Asker.open({ port, headers: await credentials(person, port) });
    bench.onClose(() => asker.close());
    askers.set(person, asker);
  }
  return {
    name: socket,
    find: async (person, query) => {
      const answer = JSON.parse((await askers.get(person)?.ask(document, { query })) ?? '') as {
        payload: { data: { searchMessages: { edges: { node: { id: string } }[] } } };
      };
      return answer.payload.data.searchMessages.edges.map(({ node }) => node.id);
    },
  };
}

async function handReader(bench: Bench, url: string): Promise<Reader> {
  const server = await bench.start({ file: 'bench/anchors/rest.ts', env: { DATABASE_URL: url } });
  const connection = new Connection(server.port, '/search');
  bench.onClose(() => connection.close());
  return {
    name: rest,
    find: async (person, query) => {
      const answer = await connection.post(JSON.stringify({ userId: userId(person), query }));
      return (JSON.parse(answer) as { id: string }[]).map(({ id }) => id);
    },
  };
}

/** @throws where the two do not find the same twenty */
async function assertSame(readers: readonly Reader[]): Promise<void> {
  for (const { query } of Object.values(searches)) {
    for (const person of Object.values(people)) {
      const found = await Promise.all(readers.map(({ find }) => find(person, query)));
      const [ours, theirs] = found.map((ids) => ids.join());
      if (ours !== theirs || !found[0]?.length) throw new Error(`"${query}" finds ${ours} and ${theirs}.`);
    }
  }
}

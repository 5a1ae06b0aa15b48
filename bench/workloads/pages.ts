import type pg from 'pg';
import { Asker } from '../clients/graphql-socket.ts';
import { Connection } from '../clients/http.ts';
import type { Bench, Workload } from '../measure/bench.ts';
import { type Ask, closedLoop, costingLoop, warm } from '../measure/closed-loop.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import type { Figures } from '../measure/rounds.ts';
import type { Server } from '../measure/server.ts';
import {
  addGroups,
  addMessages,
  addPeople,
  credentials,
  settle,
  threadId,
  userId,
} from '../measure/world.ts';

const socket = 'Parley over the socket';
const http = 'Parley over HTTP';
const rest = 'REST';
const inSql = 'JSON built in SQL';
const prisma = 'Yoga + Prisma';

const columns = [
  { figure: 'perSecond', label: 'pages/s', digits: 0 },
  { figure: 'p50', label: 'p50 ms', digits: 1 },
  { figure: 'cpu', label: 'CPU ms a page', digits: 2 },
  { figure: 'newest', label: 'newest, alone, p50 ms', digits: 2 },
  { figure: 'deepest', label: 'deepest, alone, p50 ms', digits: 2 },
];

const goals: Goal[] = [
  { figure: 'perSecond', ours: socket, theirs: prisma, bound: 'at least', ratio: 3 },
  { figure: 'perSecond', ours: socket, theirs: rest, bound: 'at least', ratio: 0.7 },
  { figure: 'deepest', ours: socket, theirs: socket, theirFigure: 'newest', bound: 'at most', ratio: 1.15 },
];

const fields = 'id seq body createdAt editedAt deletedAt author { id displayName }';
const ours = `query Page($id: ID!, $before: String) {
  thread(id: $id) { messages(last: 50, before: $before) { edges { node { ${fields} } } } }
}`;
const prismas = `query Page($id: String!) {
  messages(threadId: $id, first: 50) { edges { node { id seq body createdAt author { id displayName } } } }
}`;

const readers = 16;
const thread = threadId(1);

interface Reader {
  name: string;
  server: Server;
  /** Of one reader each. */
  newest: Ask[];
  deepest: Ask | null;
}

export const pages: Workload = {
  number: 6,
  title: 'A page of fifty from a long thread, sixteen readers',
  run: async (bench) => {
    const { quick, only } = bench.settings;
    const count = quick ? 100_000 : 1_000_000;
    const url = await bench.databases.create('pages');
    await onDatabase(url, (db) => fill(db, count));
    const all = [
      ...(await parleyReaders(bench, url)),
      ...(await restReaders(bench, url)),
      await prismaReaders(bench, url),
    ];
    const present = all.filter(({ name }) => name.includes(only));
    for (const { newest } of present) await warm(newest, quick ? 300 : 2000);
    const seconds = quick ? 2 : 6;
    const contestants = present.map(({ name, server, newest, deepest }) => ({
      name,
      measure: async (): Promise<Figures> => {
        const { perSecond, p50, cpu } = await costingLoop(newest, seconds, server);
        if (deepest === null) return { perSecond, p50, cpu };
        const front = await closedLoop(newest.slice(0, 1), seconds / 2);
        const back = await closedLoop([deepest], seconds / 2);
        return { perSecond, p50, cpu, newest: front.p50, deepest: back.p50 };
      },
    }));
    const canary = { contestant: rest, figure: 'perSecond' };
    const title = `A thread of ${count.toLocaleString('en')} messages`;
    return [await bench.compare({ title, columns, contestants, canary, goals })];
  },
};

async function fill(db: pg.Client, count: number): Promise<void> {
  await addPeople(db, readers);
  await addGroups(db, { from: 1, to: 1, people: { from: 1, to: readers } });
  await addMessages(db, { threads: { from: 1, to: 1 }, each: count, authors: readers });
  await settle(db);
}

/** Fifty messages have come. */
function assertPage(answer: string): void {
  const found = answer.match(/"seq" ?:/g)?.length ?? 0;
  if (found !== 50) throw new Error(`${found} messages instead of 50: ${answer.slice(0, 300)}`);
}

async function parleyReaders(bench: Bench, url: string): Promise<Reader[]> {
  const server = await bench.startParley(url);
  const { port } = server;
  const people = Array.from({ length: readers }, (_, index) => index + 1);
  const askers = await Promise.all(
    people.map(async (person) => Asker.open({ port, headers: await credentials(person, port) })),
  );
  const connections = await Promise.all(
    people.map(
      async (person) =>
        new Connection(port, '/graphql', { ...(await credentials(person, port)), 'x-parley-csrf': '1' }),
    ),
  );
  for (const each of [...askers, ...connections]) bench.onClose(() => each.close());
  const before = await cursorBehindFirst(connections[0]);
  const overSocket =
    (asker: Asker | undefined, variables: object): Ask =>
    async () =>
      assertPage((await asker?.ask(ours, variables)) ?? '');
  const overHttp =
    (connection: Connection | undefined, variables: object): Ask =>
    async () =>
      assertPage((await connection?.post(JSON.stringify({ query: ours, variables }))) ?? '');
  return [
    {
      name: socket,
      server,
      newest: askers.map((asker) => overSocket(asker, { id: thread })),
      deepest: overSocket(askers[0], { id: thread, before }),
    },
    {
      name: http,
      server,
      newest: connections.map((connection) => overHttp(connection, { id: thread })),
      deepest: overHttp(connections[0], { id: thread, before }),
    },
  ];
}

/** The cursor that has the first fifty messages in front of it. */
async function cursorBehindFirst(connection: Connection | undefined): Promise<string> {
  const query = `{ thread(id: "${thread}") { messages(first: 51) { edges { cursor } } } }`;
  const answer = JSON.parse((await connection?.post(JSON.stringify({ query }))) ?? '') as {
    data: { thread: { messages: { edges: { cursor: string }[] } } };
  };
  return answer.data.thread.messages.edges.at(-1)?.cursor ?? '';
}

async function restReaders(bench: Bench, url: string): Promise<Reader[]> {
  const server = await bench.start({ file: 'bench/anchors/rest.ts', env: { DATABASE_URL: url } });
  const reader = (name: string, path: string): Reader => {
    const newest = Array.from({ length: readers }, (_, index): Ask => {
      const connection = new Connection(server.port, path);
      bench.onClose(() => connection.close());
      const body = JSON.stringify({ threadId: thread, userId: userId(index + 1) });
      return async () => assertPage(await connection.post(body));
    });
    return { name, server, newest, deepest: null };
  };
  return [reader(rest, '/page'), reader(inSql, '/page-in-sql')];
}

async function prismaReaders(bench: Bench, url: string): Promise<Reader> {
  const server = await bench.start({ file: 'bench/anchors/yoga-prisma.ts', env: { DATABASE_URL: url } });
  const body = JSON.stringify({ query: prismas, variables: { id: thread } });
  const newest = Array.from({ length: readers }, (_, index): Ask => {
    const connection = new Connection(server.port, '/graphql', { 'x-user': userId(index + 1) });
    bench.onClose(() => connection.close());
    return async () => assertPage(await connection.post(body));
  });
  return { name: prisma, server, newest, deepest: null };
}

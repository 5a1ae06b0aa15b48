import type pg from 'pg';
import { Asker } from '../clients/graphql-socket.ts';
import { Connection } from '../clients/http.ts';
import type { Bench, Workload } from '../measure/bench.ts';
import { type Ask, closedLoop, costingLoop } from '../measure/closed-loop.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import type { Server } from '../measure/server.ts';
import { addGroups, addMessages, addPeople, credentials, settle, userId } from '../measure/world.ts';

const socket = 'Parley over the socket';
const http = 'Parley over HTTP';
const rest = 'REST, SQL by hand';
const prisma = 'Yoga + Prisma';

const columns = [
  { figure: 'p50', label: '500 threads, p50 ms', digits: 2 },
  { figure: 'cpu', label: 'CPU ms a list', digits: 2 },
  { figure: 'unread', label: '200,000 unread, p50 ms', digits: 2 },
  { figure: 'many', label: '5,000 threads, p50 ms', digits: 2 },
];

const goals: Goal[] = [
  { figure: 'p50', ours: socket, theirs: rest, bound: 'at most', ratio: 1.3 },
  { figure: 'unread', ours: socket, theirs: socket, theirFigure: 'p50', bound: 'at most', ratio: 1.1 },
  { figure: 'many', ours: socket, theirs: socket, theirFigure: 'p50', bound: 'at most', ratio: 1.3 },
];

/** Everybody is in the same threads; the third person also in many more. */
const people = { allRead: 1, nothingRead: 2, inMany: 3 };
const threads = 500;
const messagesEach = 400;

const message = 'id seq body createdAt author { id displayName }';
const ours = `{ threads(first: 50) { edges { node { id kind name lastActivityAt unreadCount lastMessage { ${message} } } } } }`;
const prismas = `{ threads(first: 50) { edges { node { id kind name unreadCount lastMessages { ${message} } } } } }`;

export const threadList: Workload = {
  number: 7,
  title: 'Fifty of many threads, with the last message and how many are unread',
  run: async (bench) => {
    const { quick, only } = bench.settings;
    const many = quick ? 2000 : 5000;
    const url = await bench.databases.create('threads');
    await onDatabase(url, (db) => fill(db, many));
    const readers = [
      ...(await parleyReaders(bench, url)),
      await restReader(bench, url),
      await prismaReader(bench, url),
    ].filter(({ name }) => name.includes(only));
    const seconds = quick ? 1 : 4;
    const contestants = readers.map(({ name, server, askAs }) => {
      const asks = {
        unread: askAs(people.nothingRead),
        many: askAs(people.inMany),
      };
      return {
        name,
        measure: async () => {
          const { p50, cpu } = await costingLoop([askAs(people.allRead)], seconds, server);
          const figures: Record<string, number> = { p50, cpu };
          for (const [figure, ask] of Object.entries(asks))
            figures[figure] = (await closedLoop([ask], seconds)).p50;
          return figures;
        },
      };
    });
    for (const contestant of contestants) await contestant.measure();
    const canary = { contestant: rest, figure: 'p50' };
    return [
      await bench.compare({ title: 'The list of threads, one reader', columns, contestants, canary, goals }),
    ];
  },
};

async function fill(db: pg.Client, many: number): Promise<void> {
  await addPeople(db, 3);
  await addGroups(db, { from: 1, to: threads, people: { from: 1, to: 3 } });
  await addGroups(db, { from: threads + 1, to: many, people: { from: people.inMany, to: people.inMany } });
  await addMessages(db, { threads: { from: 1, to: threads }, each: messagesEach, authors: 3 });
  await addMessages(db, { threads: { from: threads + 1, to: many }, each: 1, authors: 3 });
  await db.query(
    `update "Participant" p set "lastReadSeq" = t."lastSeq" from "Thread" t where t.id = p."threadId" and p."userId" = $1`,
    [userId(people.allRead)],
  );
  await settle(db);
}

interface Reader {
  name: string;
  server: Server;
  askAs(person: number): Ask;
}

function assertList(answer: string): void {
  const found = answer.split('"unreadCount":').length - 1;
  if (found !== 50) throw new Error(`${found} threads instead of 50: ${answer.slice(0, 300)}`);
}

async function parleyReaders(bench: Bench, url: string): Promise<Reader[]> {
  const server = await bench.startParley(url);
  const { port } = server;
  const askers = new Map<number, Asker>();
  const connections = new Map<number, Connection>();
  for (const person of Object.values(people)) {
    const headers = await credentials(person, port);
    askers.set(person, await Asker.open({ port, headers }));
    connections.set(person, new Connection(port, '/graphql', { ...headers, 'x-parley-csrf': '1' }));
  }
  for (const each of [...askers.values(), ...connections.values()]) bench.onClose(() => each.close());
  const body = JSON.stringify({ query: ours });
  return [
    {
      name: socket,
      server,
      askAs: (person) => async () => assertList((await askers.get(person)?.ask(ours, {})) ?? ''),
    },
    {
      name: http,
      server,
      askAs: (person) => async () => assertList((await connections.get(person)?.post(body)) ?? ''),
    },
  ];
}

async function restReader(bench: Bench, url: string): Promise<Reader> {
  const server = await bench.start({ file: 'bench/anchors/rest.ts', env: { DATABASE_URL: url } });
  const connection = new Connection(server.port, '/threads');
  bench.onClose(() => connection.close());
  const askAs = (person: number): Ask => {
    const body = JSON.stringify({ userId: userId(person) });
    return async () => assertList(await connection.post(body));
  };
  return { name: rest, server, askAs };
}

async function prismaReader(bench: Bench, url: string): Promise<Reader> {
  const server = await bench.start({ file: 'bench/anchors/yoga-prisma.ts', env: { DATABASE_URL: url } });
  const askAs = (person: number): Ask => {
    const connection = new Connection(server.port, '/graphql', { 'x-user': userId(person) });
    bench.onClose(() => connection.close());
    return async () => assertList(await connection.post(JSON.stringify({ query: prismas })));
  };
  return { name: prisma, server, askAs };
}

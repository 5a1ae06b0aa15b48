import { hasPgbench, pgbenchSends } from '../anchors/pgbench.ts';
import type { Bench, Comparison, Workload } from '../measure/bench.ts';
import { type Ask, closedLoop, warm } from '../measure/closed-loop.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import type { Contestant } from '../measure/rounds.ts';
import type { Server } from '../measure/server.ts';
import {
  type Aim,
  anywhere,
  oneThread,
  overHttp,
  overRest,
  overSockets,
  overYogaPrisma,
} from './send-contestants.ts';
import { sending, sendWorlds } from './send-world.ts';

const socket = 'Parley over the socket';
const http = 'Parley over HTTP';
const rest = 'REST + one CTE';
const prisma = 'Yoga + Prisma';
const pgbench = 'pgbench, same CTE';

const columns = [
  { figure: 'perSecond', label: 'sends/s', digits: 0 },
  { figure: 'cpu', label: 'server CPU µs / send', digits: 0 },
  { figure: 'p50', label: 'p50 ms', digits: 1 },
  { figure: 'p99', label: 'p99 ms', digits: 1 },
];

const goals: Goal[] = [
  { figure: 'perSecond', ours: socket, theirs: rest, bound: 'at least', ratio: 1.5 },
  { figure: 'perSecond', ours: socket, theirs: pgbench, bound: 'at least', ratio: 1.1 },
  { figure: 'perSecond', ours: socket, theirs: prisma, bound: 'at least', ratio: 20 },
  { figure: 'perSecond', ours: http, theirs: rest, bound: 'at least', ratio: 0.6 },
  { figure: 'p99', ours: socket, theirs: rest, bound: 'at most', ratio: 1 },
];
const loneGoals: Goal[] = [{ figure: 'p50', ours: socket, theirs: rest, bound: 'at most', ratio: 1.5 }];
const hotGoals: Goal[] = [
  { figure: 'perSecond', ours: socket, theirs: pgbench, bound: 'at least', ratio: 8 },
];

export const sends: Workload = {
  number: 4,
  title: 'Sending, 64 senders, answered after the commit',
  run: async (bench) => {
    const field = await openField(bench, 'sends', anywhere, sending.groups);
    const together = await bench.compare({
      title: '64 senders',
      columns,
      contestants: field.contestants,
      canary: { contestant: rest, figure: 'perSecond' },
      goals,
      notes: field.notes,
    });
    const alone = await bench.compare({
      title: 'A lone sender',
      columns,
      contestants: field.alone,
      canary: { contestant: rest, figure: 'p50' },
      goals: loneGoals,
    });
    return [together, alone];
  },
};

export const hotThread: Workload = {
  number: 5,
  title: 'Sending, 64 senders, all to one thread',
  run: async (bench): Promise<Comparison[]> => {
    const field = await openField(bench, 'hot', oneThread, 1);
    const comparison = await bench.compare({
      title: 'One thread',
      columns,
      contestants: field.contestants,
      canary: { contestant: rest, figure: 'perSecond' },
      goals: hotGoals,
      notes: field.notes,
    });
    const count = await assertWithoutGaps(field.ourDatabase);
    comparison.notes.push(`seq of ${count} messages: unique and without gaps`);
    return [comparison];
  },
};

interface Senders {
  name: string;
  server: Server;
  asks: Ask[];
}

function contestant({ name, server, asks }: Senders, seconds: number): Contestant {
  const measure = async () => {
    const before = await server.cpuSeconds();
    const { count, ...figures } = await closedLoop(asks, seconds);
    return { ...figures, cpu: (((await server.cpuSeconds()) - before) / count) * 1e6 };
  };
  return { name, measure };
}

async function openField(bench: Bench, prefix: string, aim: Aim, groups: number) {
  const world = await sendWorlds(bench, prefix);
  const seconds = bench.settings.quick ? 2 : 8;
  const notes: string[] = [];
  const ourDatabase = await world('parley');
  const parley = await bench.startParley(ourDatabase);
  const restUrl = await world('rest');
  const restServer = await bench.start({ file: 'bench/anchors/rest.ts', env: { DATABASE_URL: restUrl } });
  const prismaUrl = await world('prisma');
  const prismaServer = await bench.start({
    file: 'bench/anchors/yoga-prisma.ts',
    env: { DATABASE_URL: prismaUrl },
  });

  const senders: Senders[] = [
    { name: socket, server: parley, asks: await overSockets(bench, parley.port, aim) },
    { name: http, server: parley, asks: await overHttp(bench, parley.port, aim) },
    { name: rest, server: restServer, asks: overRest(bench, restServer.port, aim) },
    { name: prisma, server: prismaServer, asks: overYogaPrisma(bench, prismaServer.port, aim) },
  ].filter(({ name }) => name.includes(bench.settings.only));
  // Nobody is measured cold.
  for (const { name, asks } of senders)
    await warm(asks, name === prisma ? 500 : bench.settings.quick ? 3000 : 10_000);

  const contestants = senders.map((each) => contestant(each, seconds));
  if (hasPgbench()) {
    const url = await world('pgbench');
    const clients = Math.min(sending.people, (await bench.databases.connectionsAtMost) - 70);
    const run = {
      url,
      clients,
      seconds,
      people: sending.people,
      groups,
      core: bench.cores?.load,
      folder: bench.folder,
    };
    contestants.push({ name: pgbench, measure: async () => ({ perSecond: await pgbenchSends(run) }) });
  } else {
    notes.push('pgbench is NOT INSTALLED: what is compared with it was not decided');
  }
  const alone = senders
    .filter(({ name }) => name !== prisma)
    .map((each) => contestant({ ...each, asks: each.asks.slice(0, 1) }, seconds));
  return { ourDatabase, contestants, alone, notes };
}

/** @throws where a place in the thread is missing or taken twice */
async function assertWithoutGaps(url: string): Promise<number> {
  return onDatabase(url, async (db) => {
    const { rows } = await db.query<{ count: number; different: number; last: number }>(
      `select count(*)::int as count, count(distinct seq)::int as different, coalesce(max(seq), 0) as last
       from "Message" group by "threadId"`,
    );
    const [thread] = rows;
    if (rows.length !== 1 || !thread || thread.count !== thread.last || thread.different !== thread.last) {
      throw new Error(`The hot thread's seq has gaps or repeats: ${JSON.stringify(rows)}`);
    }
    return thread.count;
  });
}

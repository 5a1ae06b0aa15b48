import { randomUUID } from 'node:crypto';
import { closeAll, crowd } from '../audiences/audience.ts';
import { joinSocketIo } from '../audiences/plain.ts';
import { openGraphQLSocket, subscribe } from '../clients/graphql-socket.ts';
import { Wire } from '../clients/wire.ts';
import type { Bench, Workload } from '../measure/bench.ts';
import { onDatabase } from '../measure/databases.ts';
import type { Goal } from '../measure/goals.ts';
import type { Contestant } from '../measure/rounds.ts';
import type { Server } from '../measure/server.ts';
import { addGroups, addPeople, credentials, settle } from '../measure/world.ts';

const columns = [
  { figure: 'kilobytes', label: 'KB a socket', digits: 1 },
  { figure: 'perSecond', label: 'connects/s', digits: 0 },
  { figure: 'cpu', label: 'CPU ms a connect', digits: 2 },
];

const goals: Goal[] = [
  { figure: 'kilobytes', ours: 'Parley', theirs: 'raw ws', bound: 'at most', ratio: 1.45 },
  { figure: 'perSecond', ours: 'Parley', theirs: 'Yoga', bound: 'at least', ratio: 1.7 },
];

/** Groups of so many: nobody is alone, and nobody is in a crowd. */
const groupSize = 50;
const connectsAtOnce = 100;

/** Opens the socket of one of them and waits until it stands. */
type Open = (index: number) => Promise<Wire>;

export const idle: Workload = {
  number: 8,
  title: 'Idle sockets, signed in, one subscription each',
  run: async (bench) => {
    const count = bench.settings.quick ? 2000 : 5000;
    const parleyUrl = await peopled(bench, count);
    const openers: [name: string, start: () => Promise<Server>, open: (server: Server) => Open][] = [
      ['Parley', () => bench.startParley(parleyUrl), openParley],
      ['raw ws', () => bench.start({ file: 'bench/anchors/raw-ws.ts' }), openRaw],
      ['socket.io', () => bench.start({ file: 'bench/anchors/socket-io.ts' }), openSocketIo],
      ['Yoga', () => bench.start({ file: 'bench/anchors/yoga.ts' }), openYoga],
    ];
    const title = `${count} sockets`;
    const contestants = openers.map(([name, start, open]): Contestant => ({
      name,
      measure: () =>
        measure(start, open, count, (server, work) =>
          name === 'Parley' ? bench.profiled({ title, name }, server, work) : work(),
        ),
    }));
    const canary = { contestant: 'raw ws', figure: 'perSecond' };
    const notes = [
      'of the second half, with the first one open: until then a server’s memory grows into what its start has left',
      'its memory: what it grows by for each socket, garbage collected',
    ];
    return [await bench.compare({ title, columns, contestants, canary, goals, notes })];
  },
};

/**
 * On a fresh server each time: what an earlier round has left in its memory would be counted as nothing. So would what its start
 * has left, which the first half of the sockets fills.
 */
async function measure(
  start: () => Promise<Server>,
  openFor: (server: Server) => Open,
  count: number,
  watched: (server: Server, work: () => Promise<Wire[]>) => Promise<Wire[]>,
) {
  const server = await start();
  const open = openFor(server);
  const first = count / 2;
  const wires: Wire[] = [];
  try {
    wires.push(...(await crowd(first, connectsAtOnce, open)));
    const before = await server.residentBytes();
    const cpu = await server.cpuSeconds();
    const began = performance.now();
    const openRest = () => crowd(count - first, connectsAtOnce, (index) => open(index + first));
    wires.push(...(await watched(server, openRest)));
    const seconds = (performance.now() - began) / 1000;
    const used = (await server.cpuSeconds()) - cpu;
    const grown = (await server.residentBytes()) - before;
    const opened = count - first;
    return {
      kilobytes: grown / opened / 1024,
      perSecond: opened / seconds,
      cpu: (used * 1000) / opened,
    };
  } finally {
    closeAll(wires)();
    await server.stop();
  }
}

async function peopled(bench: Bench, count: number): Promise<string> {
  const url = await bench.databases.create('idle');
  await onDatabase(url, async (db) => {
    await addPeople(db, count);
    for (let group = 0; group * groupSize < count; group += 1) {
      const people = { from: group * groupSize + 1, to: Math.min((group + 1) * groupSize, count) };
      await addGroups(db, { from: group + 1, to: group + 1, people });
    }
    await settle(db);
  });
  return url;
}

const openParley = ({ port }: Server): Open => {
  const message = '... on MessageAdded { message { id seq body createdAt author { id displayName } } }';
  return async (index) => {
    const wire = await openGraphQLSocket({ port, headers: await credentials(index + 1, port) });
    await new Promise<void>((resolve) => {
      wire.take = (bytes, start) => {
        if (bytes.includes('CaughtUp', start)) resolve();
      };
      wire.say(subscribe(randomUUID(), `subscription { changes { __typename cursor ${message} } }`));
    });
    return wire;
  };
};

const openYoga = ({ port }: Server): Open => {
  const query =
    'subscription { messageAdded(room: "1") { id seq body createdAt author { id displayName } } }';
  return async () => {
    const wire = await openGraphQLSocket({ port });
    await new Promise<void>((resolve) => {
      // It does not say when a subscription stands; it answers a ping after what came before it.
      wire.take = (bytes, start) => {
        if (bytes.includes('pong', start)) resolve();
      };
      wire.say(subscribe(randomUUID(), query));
      wire.say('{"type":"ping"}');
    });
    return wire;
  };
};

const openRaw =
  ({ port }: Server): Open =>
  () =>
    Wire.open({ port, path: '/room' });

const openSocketIo =
  ({ port }: Server): Open =>
  () =>
    joinSocketIo(port, 'room=1', () => () => {});

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer as createNetwork, type Socket as NetSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { AtOnce } from './at-once.ts';
import { type Caller, nobody } from './context.ts';
import { Pipeline } from './graphql/pipeline.ts';
import { createApi } from './http/api.ts';
import { Metrics } from './metrics.ts';
import { onClose } from './on-close.ts';
import { openSockets } from './sockets.ts';
import { openEventStream } from './testing/event-stream.ts';
import type { Inbox } from './testing/inbox.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person, type Result, type Told } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

const readers = 1000;
/** 40 kB each: some thirty of them fill what a system keeps for one connection, and what we do. */
const body = '🦜'.repeat(10_000);
/** What docs/reliability.md promises of each reader's own: a piece, and the frame that goes beyond it, behind what Node takes. */
const ownAtMost = 64 * 1024 + Buffer.byteLength(body) + 16 * 1024 + 2048;
/** Of them all, as much again for the clients, which live in this process, too; what all share; and what nobody has cleared away yet. */
const memoryAtMost = 2 * readers * ownAtMost + 64 * 1024 * 1024;

/**
 * The server's sockets and event streams, and a door to them that is a file: what the system keeps for a connection of that kind is
 * little and always the same, where TCP may take megabytes before anybody stalls.
 */
let parley: Parley;
const folder = mkdtempSync(join(tmpdir(), 'parley-door-'));
const path = join(folder, 'door');
const door = createServer();
const streams = new Set<NetSocket>();
/** The door's own. */
const metrics = new Metrics();
let sockets: ReturnType<typeof openSockets>;

/** A network that takes little at a time, and goes on taking it. */
const network = createNetwork((near) => {
  const far = connect(path);
  near.pipe(far);
  far.on('data', (chunk) => {
    near.write(chunk);
    far.pause();
    setTimeout(() => far.resume(), 2);
  });
  far.on('close', () => near.destroy());
  near.on('close', () => far.destroy());
  for (const end of [near, far]) end.on('error', () => {});
});

beforeAll(async () => {
  parley = await startParley({ settings: { LOG_LEVEL: 'error' } });
  const instance = { ...parley.instance, metrics };
  const logger = pino({ level: 'silent' });
  const pipeline = new Pipeline(instance, logger);
  const api = createApi(pipeline);
  const callerOf = ({ headers: { viewer, session } }: IncomingMessage): Caller => ({
    ...nobody,
    viewer: { userId: String(viewer), sessionId: String(session) },
  });
  sockets = openSockets(door, {
    instance,
    pipeline,
    logger,
    places: new AtOnce(Infinity),
    allows: () => true,
    callerOf: async (request) => callerOf(request),
  });
  door.on('request', (request, response) => {
    const onGone = (act: () => void) => onClose(response, act);
    void api(request, response, pipeline.operations.arrival(callerOf(request), { requestId: 'one', onGone }));
  });
  door.on('connection', (stream) => {
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
  });
  door.listen(path);
  network.listen(0);
  await Promise.all([once(door, 'listening'), once(network, 'listening')]);
});
afterAll(async () => {
  await sockets.close();
  network.close();
  door.close();
  await parley.stop();
  rmSync(folder, { recursive: true });
});

/** One way to follow everything, and how it ends for who does not keep up. */
interface Way {
  over: string;
  tooSlow: object;
  /** How many are told nothing any more, of so many subscriptions. */
  givenUp(of: number): Promise<number>;
  open(headers: Record<string, string>, after: string | null, isFar: boolean): Promise<Opened>;
}

interface Opened {
  results: Pick<Inbox<Result | 'complete'>, 'next' | 'rest'>;
  pause(): void;
  resume(): void;
  cut(): void;
  /** How it ended. */
  ended(): Promise<unknown>;
}

const farHost = () => `localhost:${(network.address() as AddressInfo).port}`;

const ways: Way[] = [
  {
    over: 'socket',
    tooSlow: { code: 4513 },
    givenUp: async () =>
      Number(/slow_readers_closed_total{over="socket"} (\d+)$/m.exec(await metrics.page())?.[1] ?? 0),
    open: async (headers, after, isFar) => {
      const url = isFar ? `ws://${farHost()}/graphql` : `ws+unix:${path}:/graphql`;
      const socket = await Socket.open(url, { headers });
      if (typeof socket === 'number') throw new Error(`Refused with ${socket}.`);
      await socket.init();
      const { results } = socket.run(changesDocument, { after });
      return {
        results,
        pause: () => socket.pause(),
        resume: () => socket.resume(),
        cut: () => socket.cut(),
        ended: () => socket.closed,
      };
    },
  },
  {
    over: 'stream',
    tooSlow: { errors: [{ extensions: { code: 'TOO_SLOW' } }] },
    // They are counted when they read it.
    givenUp: async (of) => of - parley.instance.hub.size,
    open: async (headers, after, isFar) => {
      const url = `http://${isFar ? farHost() : 'localhost'}/graphql`;
      const asked = { query: changesDocument, variables: { after } };
      const stream = await openEventStream(url, headers, asked, isFar ? undefined : path);
      const ended = async () => {
        expect(await stream.ended).toEqual({ complete: true });
        return stream.results.rest.at(-1);
      };
      return { ...stream, ended };
    },
  },
];

interface Reader extends Opened {
  person: Person;
  /** What it was told and has looked at, in order. */
  told: Told[];
  next(): Promise<Told | null>;
  /** Looks at all that has come. */
  rest(): Promise<void>;
}

/** @returns once it has caught up */
async function follow(
  way: Way,
  person: Person,
  name: string,
  { after = null, isFar = false }: { after?: string | null | undefined; isFar?: boolean } = {},
): Promise<Reader> {
  const id = `ses_${person.id}_${name}`;
  const session = { id, secretHash: id, userId: person.id, expiresAt: new Date(Date.now() + 3_600_000) };
  await parley.instance.prisma.session.upsert({ where: { id }, create: session, update: {} });
  const opened = await way.open({ viewer: person.id, session: id }, after, isFar);
  const { results } = opened;
  const told: Told[] = [];
  const next = async () => {
    const result = await results.next();
    if (result === 'complete' || !result.data) return null;
    const change = result.data.changes as Told;
    told.push(change);
    return change;
  };
  const rest = async () => {
    while (results.rest.length > 0) await next();
  };
  for (let change = await next(); change?.__typename !== 'CaughtUp'; change = await next())
    if (!change) throw new Error('It ended while it caught up.');
  return { ...opened, person, told, next, rest };
}

const inBatches = async <T, R>(
  all: readonly T[],
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += 100)
    done.push(...(await Promise.all(all.slice(at, at + 100).map((one, index) => work(one, at + index)))));
  return done;
};

const seqsOf = (told: readonly Told[]) =>
  told.filter(({ __typename }) => __typename === 'MessageAdded').map(({ message }) => message.seq);

/** Five people in a room, and somebody who speaks in it. */
async function room() {
  const people = await parley.people(5);
  const [sender] = people as [Person];
  const participantIds = people.slice(1).map(({ id }) => id);
  const { thread } = await sender.does('createGroup', { name: 'Room', participantIds });
  await settled(parley.instance);
  const seqs: number[] = [];
  const say = async (words: string) => {
    const { message } = await sender.does('sendMessage', { threadId: thread.id, body: words });
    seqs.push(message.seq);
  };
  return { people, seqs, say };
}

describe.each(ways)('over a $over', (way) => {
  it(
    '[LV13] [LV51] a thousand readers who read nothing are given up, hold up nobody, and resume with nothing lost',
    { timeout: 300_000 },
    async () => {
      const { people, seqs, say } = await room();
      const attentive = await Promise.all(
        people.map((person, index) => follow(way, person, `attentive${index}`)),
      );
      const stalled = await inBatches(Array.from({ length: readers }), (_, index) =>
        follow(way, people[index % people.length]!, `stalled${index}`),
      );
      for (const { pause } of stalled) pause();
      const before = memory();
      let mostWaiting = 0;
      let mostMemory = 0;
      const followed = parley.instance.hub.size;
      while (seqs.length < 60 && (await way.givenUp(followed)) < readers) {
        await say(body);
        // Who reads is told, whoever else does not.
        for (const reader of attentive) while ((await reader.next())?.message?.seq !== seqs.at(-1));
        for (const stream of streams) mostWaiting = Math.max(mostWaiting, stream.writableLength);
        mostMemory = Math.max(mostMemory, memory() - before);
      }
      expect(seqs.length).toBeLessThan(60);
      expect(mostWaiting).toBeGreaterThan(Buffer.byteLength(body));
      expect(mostWaiting).toBeLessThanOrEqual(ownAtMost);
      expect(mostMemory).toBeLessThan(memoryAtMost);

      await inBatches(stalled, async ({ resume, ended }) => {
        resume();
        expect(await ended()).toMatchObject(way.tooSlow);
      });
      expect(await metrics.page()).toContain(`slow_readers_closed_total{over="${way.over}"} ${readers}\n`);
      for (let count = 0; count < 3; count += 1) await say(body);
      await inBatches(stalled.slice(0, 100), async (reader, index) => {
        await reader.rest();
        const back = await follow(way, reader.person, `back${index}`, { after: reader.told.at(-1)?.cursor });
        expect([...seqsOf(reader.told), ...seqsOf(back.told)]).toEqual(seqs);
        expect(seqsOf(back.told).length).toBeGreaterThan(2);
        back.cut();
      });
      for (const { cut } of attentive) cut();
    },
  );

  it('[LV50] a reader whose network takes a little at a time is told two megabytes of the past', async () => {
    const { people, seqs, say } = await room();
    const reader = await follow(way, people[1]!, 'before');
    reader.cut();
    for (let count = 0; count < 25; count += 1)
      await Promise.all(Array.from({ length: 10 }, () => say('word '.repeat(1999))));
    const back = await follow(way, people[1]!, 'far', { after: reader.told.at(-1)?.cursor, isFar: true });
    expect(seqsOf(back.told)).toEqual(seqs.toSorted((one, other) => one - other));
    back.cut();
  });

  it('[LV50] a reader whose network takes a little at a time is told five hundred messages that come at once', async () => {
    const { people, seqs, say } = await room();
    const reader = await follow(way, people[1]!, 'far', { isFar: true });
    const older = new pg.Client({ connectionString: parley.database.url });
    await older.connect();
    await older.query('begin; select pg_current_xact_id()');
    for (let count = 0; count < 10; count += 1)
      await Promise.all(Array.from({ length: 50 }, () => say('word '.repeat(200))));
    await older.query('rollback');
    await older.end();
    await say('and right behind them');
    while ((await reader.next())?.message?.body !== 'and right behind them');
    expect(seqsOf(reader.told)).toEqual(seqs.toSorted((one, other) => one - other));
    reader.cut();
  });
});

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

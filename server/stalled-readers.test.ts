import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settled } from '../schema/testing/settled.ts';
import { AtOnce } from './at-once.ts';
import { nobody } from './context.ts';
import { Pipeline } from './graphql/pipeline.ts';
import { Metrics } from './metrics.ts';
import { openSockets } from './sockets.ts';
import { type Parley, startParley } from './testing/parley.ts';
import { changesDocument, type Person, type Told } from './testing/person.ts';
import { Socket } from './testing/socket.ts';

const readers = 1000;
/** 40 kB each: some ten of them fill what a system keeps for one socket, and what we do. */
const body = '🦜'.repeat(10_000);
/** What docs/reliability.md promises of each reader: this much, and the frame that goes beyond it. */
const waitingAtMost = 256 * 1024 + Buffer.byteLength(body) + 1024;
/** Of them all, and as much again for the clients, which live in this process, too. */
const memoryAtMost = 2 * readers * waitingAtMost;

/**
 * The server's sockets, and a door to them that is a file: what the system keeps for a connection of that kind is little
 * and always the same, where TCP may take megabytes before anybody stalls.
 */
let parley: Parley;
const folder = mkdtempSync(join(tmpdir(), 'parley-door-'));
const path = join(folder, 'door');
const door = createServer();
const streams = new Set<NetSocket>();
/** The door's own. */
const metrics = new Metrics();
let sockets: ReturnType<typeof openSockets>;

beforeAll(async () => {
  parley = await startParley({ settings: { LOG_LEVEL: 'error' } });
  const instance = { ...parley.instance, metrics };
  const logger = pino({ level: 'silent' });
  sockets = openSockets(door, {
    instance,
    pipeline: new Pipeline(instance, logger),
    logger,
    places: new AtOnce(Infinity),
    allows: () => true,
    callerOf: async ({ headers: { viewer, session } }) => ({
      ...nobody,
      viewer: { userId: String(viewer), sessionId: String(session) },
    }),
  });
  door.on('connection', (stream) => streams.add(stream));
  door.listen(path);
  await once(door, 'listening');
});
afterAll(async () => {
  await sockets.close();
  door.close();
  await parley.stop();
  rmSync(folder, { recursive: true });
});

interface Reader {
  person: Person;
  socket: Socket;
  /** What it was told and has looked at, in order. */
  told: Told[];
  next(): Promise<Told | null>;
  /** Looks at all that has come. */
  rest(): Promise<void>;
}

/** @returns once it has caught up */
async function follow(person: Person, name: string, after: string | null = null): Promise<Reader> {
  const headers = { viewer: person.id, session: `ses_${name}` };
  const socket = await Socket.open(`ws+unix:${path}:/graphql`, { headers });
  if (typeof socket === 'number') throw new Error(`Refused with ${socket}.`);
  await socket.init();
  const { results } = socket.run(changesDocument, { after });
  const told: Told[] = [];
  const next = async () => {
    const result = await results.next();
    if (result === 'complete') return null;
    const change = result.data?.changes as Told;
    told.push(change);
    return change;
  };
  while ((await next())?.__typename !== 'CaughtUp');
  const rest = async () => {
    while (results.rest.length > 0) await next();
  };
  return { person, socket, told, next, rest };
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

it(
  '[LV13] a thousand readers who read nothing are closed with 4513, hold up nobody, and resume with nothing lost',
  { timeout: 300_000 },
  async () => {
    const people = await parley.people(5);
    const [sender] = people as [Person];
    const participantIds = people.slice(1).map(({ id }) => id);
    const { thread } = await sender.does('createGroup', { name: 'Room', participantIds });
    await settled(parley.instance);
    const attentive = await Promise.all(people.map((person, index) => follow(person, `attentive${index}`)));
    const stalled = await inBatches(Array.from({ length: readers }), (_, index) =>
      follow(people[index % people.length]!, `stalled${index}`),
    );
    for (const { socket } of stalled) socket.pause();
    const before = memory();

    let mostWaiting = 0;
    let mostMemory = 0;
    const seqs: number[] = [];
    const say = async () => {
      const { message } = await sender.does('sendMessage', { threadId: thread.id, body });
      seqs.push(message.seq);
      // Who reads is told, whoever else does not.
      for (const reader of attentive) while ((await reader.next())?.message?.seq !== message.seq);
      for (const stream of streams) mostWaiting = Math.max(mostWaiting, stream.writableLength);
      mostMemory = Math.max(mostMemory, memory() - before);
    };
    const givenUp = `slow_readers_closed_total{over="socket"} ${readers}\n`;
    while (seqs.length < 50 && !(await metrics.page()).includes(givenUp)) await say();
    expect(await metrics.page()).toContain(givenUp);
    expect(mostWaiting).toBeGreaterThan(256 * 1024);
    expect(mostWaiting).toBeLessThanOrEqual(waitingAtMost);
    expect(mostMemory).toBeLessThan(memoryAtMost);

    await inBatches(stalled, async ({ socket }) => {
      socket.resume();
      expect(await socket.closed).toMatchObject({ code: 4513 });
    });
    for (let count = 0; count < 3; count += 1) await say();
    await inBatches(stalled, async (reader, index) => {
      await reader.rest();
      const back = await follow(reader.person, `back${index}`, reader.told.at(-1)?.cursor);
      expect([...seqsOf(reader.told), ...seqsOf(back.told)]).toEqual(seqs);
      expect(seqsOf(back.told).length).toBeGreaterThan(2);
      back.socket.cut();
    });
    for (const { socket } of attentive) socket.close();
  },
);

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

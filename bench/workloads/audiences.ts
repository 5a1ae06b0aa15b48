import type { Audience } from '../audiences/audience.ts';
import { openParley, parleyAudience, sendAlone } from '../audiences/parley.ts';
import { rawAudience, socketIoAudience, yogaAudience } from '../audiences/plain.ts';
import type { Bench } from '../measure/bench.ts';
import { onDatabase } from '../measure/databases.ts';
import { addGroups, addPeople, settle, threadId, userId } from '../measure/world.ts';

/** Somebody who fans out, with listeners. */
export interface Contender {
  audience: Audience;
  /** What a send costs beside its fan-out, in CPU-seconds, where it costs anything. */
  sendAlone?: () => Promise<number>;
}

const fields = 'id seq body createdAt author { id displayName }';

/** Those who fan out, each with an audience of every size: one server for all of its audiences. */
export async function openContenders(
  bench: Bench,
  sizes: readonly number[],
  names: readonly string[],
): Promise<Contender[][]> {
  const openers: Record<string, () => Promise<Contender[]>> = {
    Parley: () => parley(bench, sizes),
    'raw ws': () => raw(bench, sizes),
    'socket.io': () => socketIo(bench, sizes),
    Yoga: () => yoga(bench, sizes),
    'Yoga + Prisma': () => yogaPrisma(bench, sizes),
  };
  const opened: Contender[][] = [];
  for (const name of names) opened.push((await openers[name]?.()) ?? []);
  return sizes.map((_size, index) => opened.flatMap((contenders) => contenders[index] ?? []));
}

async function parley(bench: Bench, sizes: readonly number[]): Promise<Contender[]> {
  // The last group has only writers.
  const world = await openParley(bench, [...sizes, 0]);
  const alone = await sendAlone(bench, world, sizes.length + 1);
  const contenders: Contender[] = [];
  for (const index of sizes.keys()) {
    contenders.push({ audience: await parleyAudience(bench, world, sizes, index + 1), sendAlone: alone });
  }
  return contenders;
}

async function raw(bench: Bench, sizes: readonly number[]): Promise<Contender[]> {
  const server = await bench.start({ file: 'bench/anchors/raw-ws.ts' });
  return Promise.all(sizes.map(async (size) => ({ audience: await rawAudience(bench, server, size) })));
}

async function socketIo(bench: Bench, sizes: readonly number[]): Promise<Contender[]> {
  const server = await bench.start({ file: 'bench/anchors/socket-io.ts' });
  return Promise.all(sizes.map(async (size) => ({ audience: await socketIoAudience(bench, server, size) })));
}

async function yoga(bench: Bench, sizes: readonly number[]): Promise<Contender[]> {
  const server = await bench.start({ file: 'bench/anchors/yoga.ts' });
  const query = `mutation Send($room: String!, $body: String!) { sendMessage(room: $room, body: $body) { id } }`;
  return Promise.all(
    sizes.map(async (listeners) => {
      const room = String(listeners);
      const send = (body: string) => ({ query, variables: { room, body } });
      return { audience: await yogaAudience(bench, { name: 'Yoga', server, listeners, room, send, fields }) };
    }),
  );
}

async function yogaPrisma(bench: Bench, sizes: readonly number[]): Promise<Contender[]> {
  const url = await bench.databases.create('fan_prisma');
  await onDatabase(url, async (db) => {
    await addPeople(db, 1);
    await addGroups(db, { from: 1, to: sizes.length, people: { from: 1, to: 1 } });
    await settle(db);
  });
  const server = await bench.start({ file: 'bench/anchors/yoga-prisma.ts', env: { DATABASE_URL: url } });
  const query = `mutation Send($room: String!, $body: String!) { sendMessage(threadId: $room, body: $body) { id } }`;
  return Promise.all(
    sizes.map(async (listeners, index) => {
      const room = threadId(index + 1);
      const send = (body: string) => ({ query, variables: { room, body } });
      const headers = { 'x-user': userId(1) };
      const given = { name: 'Yoga + Prisma', server, listeners, room, send, fields, headers };
      return { audience: await yogaAudience(bench, given) };
    }),
  );
}

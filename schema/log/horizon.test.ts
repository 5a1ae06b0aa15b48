import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { pick, random, saySeed } from '../testing/random.ts';
import { settled } from '../testing/settled.ts';
import { openWorld } from '../testing/world.ts';
import type { LogEvent, Position } from './event.ts';
import type { Log } from './log.ts';

const world = await openWorld();
afterAll(() => world.close());
beforeAll(saySeed);

const append = async (client: Pick<PoolClient, 'query'>): Promise<string> => {
  const messageId = newId('msg');
  await client.query(`insert into "Event" (kind, "messageId") values ('MESSAGE_ADDED', $1)`, [messageId]);
  return messageId;
};

/** Reads on to the horizon, as the tail of an instance does. */
async function readOn(
  log: Log,
  from: Position,
  found: string[],
): Promise<{ position: Position; heldBack: LogEvent[] }> {
  let position = from;
  for (;;) {
    const { events, heldBack } = await log.read(position, 1 + random(5));
    if (events.length === 0) return { position, heldBack };
    for (const event of events) found.push(event.messageId!);
    position = events.at(-1)!;
  }
}

/** What everybody writes first: "everything after the last id". */
async function readById(from: bigint, found: string[]): Promise<bigint> {
  const rows = await world.prisma.event.findMany({ where: { id: { gt: from } }, orderBy: { id: 'asc' } });
  found.push(...rows.map((row) => row.messageId!));
  return rows.at(-1)?.id ?? from;
}

const inOrder = async (from: Position) =>
  (
    await world.prisma.$queryRaw<{ messageId: string }[]>`
      select "messageId" from "Event" where (transaction, id) > (${from.transaction}, ${from.id}) order by transaction, id`
  ).map((row) => row.messageId);

describe('reading while slow transactions run', () => {
  it(
    '[LV3] misses nothing, whatever the order in which they end; reading by id does',
    { timeout: 120_000 },
    async () => {
      let lostById = 0;
      for (let round = 0; round < 12; round += 1) {
        const start = await world.log.head();
        const byHorizon: string[] = [];
        const byId: string[] = [];
        let position = start;
        let lastId = (await world.prisma.event.aggregate({ _max: { id: true } }))._max.id ?? 0n;
        const open: PoolClient[] = [];
        const committed: string[] = [];
        const pending = new Map<PoolClient, string[]>();
        const end = async (client: PoolClient) => {
          open.splice(open.indexOf(client), 1);
          // Some never come to be.
          const kept = random(5) > 0;
          await client.query(kept ? 'commit' : 'rollback');
          if (kept) committed.push(...pending.get(client)!);
          client.release();
        };
        for (let step = 0; step < 60; step += 1) {
          const what = random(10);
          if (what < 3 && open.length < 6) {
            const client = await world.pool.connect();
            await client.query('begin');
            open.push(client);
            pending.set(client, [await append(client)]);
          } else if (what < 4 && open.length > 0) {
            const client = pick(open);
            pending.get(client)!.push(await append(client));
          } else if (what < 6 && open.length > 0) await end(pick(open));
          else if (what < 8) committed.push(await append(world.pool));
          else {
            ({ position } = await readOn(world.log, position, byHorizon));
            lastId = await readById(lastId, byId);
          }
        }
        while (open.length > 0) await end(pick(open));
        await settled(world);
        const { heldBack } = await readOn(world.log, position, byHorizon);
        await readById(lastId, byId);
        expect(heldBack).toEqual([]);
        expect(byHorizon.toSorted()).toEqual(committed.toSorted());
        expect(byHorizon).toEqual(await inOrder(start));
        lostById += committed.length - new Set(byId).size;
      }
      expect(lostById).toBeGreaterThan(0);
    },
  );

  it('[LV3] says what is waiting behind one that still runs', async () => {
    const start = await world.log.head();
    const slow = await world.pool.connect();
    await slow.query('begin');
    const first = await append(slow);
    const second = await append(world.pool);
    expect(await world.log.read(start, 10)).toMatchObject({ events: [], heldBack: [{ messageId: second }] });
    await slow.query('commit');
    slow.release();
    await settled(world);
    const { events, heldBack } = await world.log.read(start, 10);
    expect(events.map((event) => event.messageId)).toEqual([first, second]);
    expect(heldBack).toEqual([]);
    expect(await world.log.read(events.at(-1)!, 10)).toMatchObject({ events: [], heldBack: [] });
  });

  it('[LV3] reads on while twelve write without a pause', { timeout: 180_000 }, async () => {
    const start = await world.log.head();
    const found: string[] = [];
    const written: string[] = [];
    const state = { running: true };
    const write = async () => {
      const client = await world.pool.connect();
      try {
        for (let round = 0; round < 25; round += 1) {
          await client.query('begin');
          const mine: string[] = [];
          for (let count = 1 + random(4); count > 0; count -= 1) mine.push(await append(client));
          await client.query('commit');
          written.push(...mine);
        }
      } finally {
        client.release();
      }
    };
    const read = async () => {
      let position = start;
      for (;;) {
        const last = !state.running;
        const step = await readOn(world.log, position, found);
        position = step.position;
        if (last && step.heldBack.length === 0) return;
      }
    };
    await Promise.all([
      read(),
      Promise.all(Array.from({ length: 12 }, write)).finally(() => (state.running = false)),
    ]);
    expect(found).toHaveLength(written.length);
    expect(found).toEqual(await inOrder(start));
  });
});

describe('the head', () => {
  it('[LV11] stands before whatever may still be committed', async () => {
    const slow = await world.pool.connect();
    await slow.query('begin');
    const late = await append(slow);
    const before = await append(world.pool);
    const head = await world.log.head();
    const after = await append(world.pool);
    await slow.query('commit');
    slow.release();
    await settled(world);
    const found: string[] = [];
    await readOn(world.log, head, found);
    // What was committed before may come again; what came after must.
    expect(found).toEqual([late, before, after]);
  });
});

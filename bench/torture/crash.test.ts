import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PrismaClient } from '../../prisma/client/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import { Statements } from '../../prisma/statements.ts';
import { presentEpoch } from '../../schema/log/epoch.ts';
import { comparePositions } from '../../schema/log/event.ts';
import { Log } from '../../schema/log/log.ts';
import { Membership } from '../../schema/log/membership.ts';
import { Postgres } from './postgres.ts';

const undo: (() => Promise<unknown>)[] = [];
let postgres: Postgres;
beforeEach(startAnew);
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function startAnew(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'parley-crash-'));
  undo.push(() => rm(home, { recursive: true, force: true }));
  await chmod(home, 0o711);
  postgres = await Postgres.start(home);
  undo.push(() => postgres.stop());
  await migrate(postgres.adminUrl);
}

/** The log, as one instance reads it. */
async function open() {
  const pool = new pg.Pool({ connectionString: postgres.adminUrl });
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  undo.push(
    () => pool.end(),
    () => prisma.$disconnect(),
  );
  const rolledBack = async (sql: string): Promise<string> => {
    const client = await pool.connect();
    await client.query('begin');
    const { rows } = await client.query<{ transaction: string }>(sql);
    await client.query('rollback');
    client.release();
    return rows[0]!.transaction;
  };
  const sql = new Statements(pool);
  return { sql, log: new Log(prisma, sql, await presentEpoch(prisma)), rolledBack };
}

const arrival = `insert into "Event" (kind, "threadId", "userId") values ('THREAD_ADDED', 'thr', 'usr') returning transaction`;

/** Ends PostgreSQL behind something that was rolled back; the next thing that is written may be given its id again. */
async function crashBehind(begin: () => Promise<unknown>) {
  const before = await open();
  await begin();
  const rolledBack = await before.rolledBack(arrival);
  const head = await before.log.head();
  const membership = await Membership.load(before.sql, 'usr', null);
  await postgres.end();
  await postgres.begin();
  const [written] = await postgres.ask<{ transaction: string }>(arrival);
  return { rolledBack, head, membership, written: written!.transaction };
}

it.each([
  ['in an empty log', async () => {}],
  ['behind the last event', () => postgres.ask(arrival)],
  [
    'behind all that was forgotten',
    async () => {
      await postgres.ask(`update "LogEpoch" set "prunedThrough" = txid_current()`);
    },
  ],
])(
  '[LV21] what is written after a crash stands behind every place that was given out, %s',
  async (_, begin) => {
    let crash = await crashBehind(begin);
    // Every ten seconds PostgreSQL writes down by itself how far its ids are. If it was just then, it has forgotten nothing.
    for (let tries = 1; crash.written !== crash.rolledBack && tries < 5; tries += 1) {
      await startAnew();
      crash = await crashBehind(begin);
    }
    const { rolledBack, head, membership, written } = crash;
    // PostgreSQL forgot that it had given this id to one that was rolled back.
    expect(written).toBe(rolledBack);
    const after = await open();
    for (const place of [head, membership.horizon]) {
      expect(() => after.log.open(after.log.seal(place))).not.toThrow();
      const { events } = await after.log.read(place, 10);
      expect(events).toMatchObject([{ transaction: BigInt(written), kind: 'THREAD_ADDED' }]);
      expect(comparePositions(events[0]!, place)).toBe(1);
      // Of a stream that has outlived the crash.
      expect(membership.admits(events[0]!)).toBe(true);
      expect(membership.has('thr')).toBe(true);
    }
  },
);

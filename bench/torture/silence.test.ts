import { once } from 'node:events';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { freshDatabase } from '../../prisma/testing.ts';
import { endSilent } from '../../server/silence.ts';
import { Link } from './proxy.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A pool whose way to the database can be closed in silence. */
async function connected(patienceMs: number) {
  const database = await freshDatabase();
  undo.push(() => database.drop());
  const url = new URL(database.url);
  const socket = url.searchParams.get('host');
  const link = await Link.open(socket ? `${socket}/.s.PGSQL.${url.port || 5432}` : Number(url.port || 5432));
  undo.push(() => link.close());
  url.searchParams.delete('host');
  Object.assign(url, { hostname: '127.0.0.1', port: String(link.port) });
  const pool = new pg.Pool({ connectionString: url.href, max: 3 });
  pool.on('error', () => {});
  undo.push(() => pool.end());
  undo.push(endSilent(pool, patienceMs));
  return { pool, link };
}

it('a database that says nothing any more is given up, and all connections that lead there with it', async () => {
  const { pool, link } = await connected(3000);
  await Promise.all([1, 2, 3].map(() => pool.query('select pg_sleep(0.05)')));
  expect(pool.totalCount).toBe(3);
  link.strand();
  await expect(pool.query('select 1')).rejects.toThrow('has not answered');
  // The other two lead the same way: nobody else has to find that out for themselves.
  await expect.poll(() => pool.totalCount).toBe(0);
  expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

it('a database that takes its time is waited for', async () => {
  const { pool } = await connected(5000);
  const removed = once(pool, 'remove').then(() => 'removed');
  const slow = pool.query('select pg_sleep(0.7)').then(() => 'answered');
  expect(await Promise.race([slow, removed])).toBe('answered');
});

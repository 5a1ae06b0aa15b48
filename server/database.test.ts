import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../prisma/testing.ts';
import { appConnection, openDatabase, whyUnusable } from './database.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

async function open(databaseUrl: string) {
  return openDatabase({ databaseUrl, dataDir: '/nowhere' }, quiet);
}

/** Somebody who takes connections and answers the first bytes so. */
async function listener(answer: Buffer): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() };
}

describe('openDatabase with DATABASE_URL', () => {
  it('takes a database that can be used, and leaves it running', async () => {
    const opened = await open(database.url);
    expect(opened).toMatchObject({ kind: 'external', url: database.url });
    await opened.stop();
    await (await open(database.url)).stop();
  });

  it('says what to do when the database is not there', async () => {
    const missing = changed((url) => (url.pathname = '/parley_of_nobody'));
    await expect(open(missing)).rejects.toThrow(
      /^DATABASE_URL names a database that is not there \(database "parley_of_nobody" does not exist\): make it with "createdb"\.$/,
    );
  });

  it('says what to do when the user may not come in', async () => {
    const stranger = changed((url) => (url.username = 'nobody_at_all'));
    await expect(open(stranger)).rejects.toThrow(
      /does not let Parley in .*check the user and the password in DATABASE_URL\.$/,
    );
  });

  it('waits a while for one that is not up, then says so', async () => {
    const { port, close } = await listener(Buffer.alloc(0));
    close();
    await expect(open(`postgresql://127.0.0.1:${port}/parley`)).rejects.toThrow(
      `No PostgreSQL answers at 127.0.0.1:${port}: start it, or check the host and the port in DATABASE_URL.`,
    );
  });

  it('says so when somebody else answers, or the host is not found', async () => {
    const { port, close } = await listener(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expect(open(`postgresql://127.0.0.1:${port}/parley`)).rejects.toThrow(
      new RegExp(`^PostgreSQL at 127\\.0\\.0\\.1:${port} cannot be used \\(.+\\): check DATABASE_URL\\.$`),
    );
    close();
    await expect(open('postgresql://parley.invalid/parley')).rejects.toThrow(
      /names the host parley\.invalid, which cannot be found/,
    );
  });

  it('wants UTF-8 and the right to make tables', async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_SERVER_URL'] });
    await client.connect();
    const latin = `${new URL(database.url).pathname.slice(1)}_latin`;
    try {
      await client.query(`create database ${latin} encoding LATIN1 locale 'C' template template0`);
      await expect(open(changed((url) => (url.pathname = `/${latin}`)))).rejects.toThrow(
        /stores text as LATIN1/,
      );
    } finally {
      await client.query(`drop database if exists ${latin}`);
      await client.end();
    }
    const nowhere = changed((url) => url.searchParams.set('options', '-c search_path=nowhere'));
    await expect(open(nowhere)).rejects.toThrow(/may not create tables/);
  });
});

describe('whyUnusable', () => {
  const usable = { version: 150_000, replica: false, encoding: 'UTF8', mayCreate: true };

  it('takes version 15 and newer, of a primary', () => {
    expect(whyUnusable(usable)).toBeUndefined();
    expect(whyUnusable({ ...usable, version: 180_004 })).toBeUndefined();
    expect(whyUnusable({ ...usable, version: 149_999 })).toBe(
      'Parley needs PostgreSQL 15 or newer, but DATABASE_URL leads to version 14.',
    );
    expect(whyUnusable({ ...usable, replica: true })).toMatch(/read-only replica: let it name the primary/);
  });
});

describe('appConnection', () => {
  it('gives up on long statements, locks and idle transactions, and keeps what the address asks for', async () => {
    const url = changed((address) => address.searchParams.set('options', '-c geqo=off'));
    const pool = new pg.Pool(appConnection(url));
    try {
      const { rows } = await pool.query(
        `select name, setting from pg_settings where name in
         ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'enable_seqscan', 'jit', 'geqo', 'application_name')
         order by name`,
      );
      expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
        application_name: 'parley',
        geqo: 'off',
        idle_in_transaction_session_timeout: '5000',
        enable_seqscan: 'off',
        jit: 'off',
        lock_timeout: '5000',
        statement_timeout: '10000',
      });
    } finally {
      await pool.end();
    }
  });
});

import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { databaseName, withDatabase } from '../../prisma/testing.ts';
import { type Log, startEmbedded } from '../../server/embedded/embedded.ts';

const log: Log = { info: () => {}, warn: console.warn, error: console.error };
const folderPrefix = 'parley-test-';
/** In a run's folder: the number of its process. */
const runFile = 'run.pid';
const databasePrefix = 'parley_test_';

/**
 * Before all tests: a PostgreSQL (that of DATABASE_URL, else one of our own that nobody needs to survive a power cut)
 * with a migrated template, which `freshDatabase` copies. After them: nothing is left of either.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  // Of several projects in one run the first one sets up for all.
  if (process.env['TEST_DATABASE_URL']) return async () => {};
  const server = process.env['DATABASE_URL']
    ? { url: process.env['DATABASE_URL'], stop: async () => {} }
    : await ownServer();
  try {
    const run = await openRun(server.url);
    process.env['TEST_SERVER_URL'] = server.url;
    process.env['TEST_DATABASE_URL'] = run.templateUrl;
    return async () => {
      await run.close();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await clearLeftFolders();
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  writeFileSync(join(folder, runFile), String(process.pid));
  const server = await startEmbedded(folder, log, {
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  });
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query('alter role parley createdb');
  await admin.end();
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run that was killed leaves its PostgreSQL behind: it is taken over and ended. A run that lives keeps its own. */
async function clearLeftFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, runFile), 'utf8')))) continue;
      if (existsSync(join(folder, 'postgres', 'postmaster.pid'))) {
        const left = await startEmbedded(folder, log);
        await left.stop();
      }
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Just being made, or somebody else's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A template under a name of its own, and a connection that says "this run lives": databases of runs that have none are
 * left over from killed ones, and dropped.
 */
async function openRun(url: string): Promise<{ templateUrl: string; close(): Promise<void> }> {
  const name = `${databasePrefix}${randomBytes(5).toString('hex')}`;
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => {});
  await client.connect();
  const drop = async (databases: readonly string[]) => {
    for (const database of databases) await client.query(`drop database if exists ${database} with (force)`);
  };
  const { rows: left } = await client.query<{ name: string }>(
    // pg_stat_activity has a column datname, too: without its table's name that would be meant, and no run would live.
    `select left_over.datname as name from pg_database left_over
     where left_over.datname ~ '^${databasePrefix}[0-9a-f]{10}(_|$)' and pg_has_role(left_over.datdba, 'member')
       and not exists (
         select from pg_stat_activity where application_name = substring(left_over.datname for ${name.length}))`,
  );
  await drop(left.map((row) => row.name));
  await client.query(`create database ${name}`);
  const templateUrl = withDatabase(url, name);
  await migrate(templateUrl);
  return {
    templateUrl,
    close: async () => {
      const { rows } = await client.query<{ name: string }>(
        'select datname as name from pg_database where starts_with(datname, $1)',
        [databaseName(templateUrl)],
      );
      await drop(rows.map((row) => row.name));
      await client.end();
    },
  };
}

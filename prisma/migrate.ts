import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A migration that did not go in. It left nothing behind; the message names it and gives PostgreSQL's reason. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

export type Migrated = {
  /** What this call applied, in order. */
  readonly applied: readonly string[];
  /** What the database has and this version of Parley does not know: a newer one was here. */
  readonly unknown: readonly string[];
};

/** By the package's own map, since this file also stands in the built server. */
export const migrationsFolder = dirname(
  createRequire(import.meta.url).resolve('#migrations/migration_lock.toml'),
);

/** The lock that Prisma's own tools take, so that they and we keep out of each other's way. */
const migrationLock = 72_707_369;

/**
 * Applies what is pending, each migration in one transaction together with its row in `_prisma_migrations`. Of several
 * instances that start at once one does it and the others wait for it.
 *
 * We run the SQL ourselves, since the engine's adapter cuts a script at every semicolon, also at those inside a function
 * or a comment, and runs the pieces without a transaction.
 * @throws {MigrationError}
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: 'parley migrate' });
  // A broken connection also fails the query in flight; without a listener it would end the process first.
  client.on('error', () => {});
  await client.connect();
  try {
    const known = await migrationNames(folder);
    if (await isBehind(client, known)) {
      await client.query('select pg_advisory_lock($1)', [migrationLock]);
      return await applyPending(client, folder, known);
    }
    return { applied: [], unknown: await unknownTo(client, known) };
  } finally {
    // Ends the session, and the lock with it.
    await client.end();
  }
}

/** The migrations of a folder, oldest first. */
export async function migrationNames(folder = migrationsFolder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

async function applyPending(client: pg.Client, folder: string, known: readonly string[]): Promise<Migrated> {
  await client.query(`
    create table if not exists _prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0
    )`);
  const done = await appliedNames(client);
  const applied: string[] = [];
  for (const name of known) {
    if (done.has(name)) continue;
    await apply(client, name, await readFile(join(folder, name, 'migration.sql'), 'utf8'));
    applied.push(name);
  }
  return { applied, unknown: await unknownTo(client, known) };
}

async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  // A migration that waits for a lock makes everybody behind it wait too: better to give up, and try at the next start.
  await client.query(`begin; set local statement_timeout = 0; set local lock_timeout = '30s'`);
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration ${name} could not be applied, and nothing of it was: ${reason}.`);
  }
}

async function isBehind(client: pg.Client, known: readonly string[]): Promise<boolean> {
  const done = await appliedNames(client);
  return known.some((name) => !done.has(name));
}

async function unknownTo(client: pg.Client, known: readonly string[]): Promise<string[]> {
  return [...(await appliedNames(client))].filter((name) => !known.includes(name));
}

/** @throws {MigrationError} when Prisma's own tools left one half done. */
async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query<{ found: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as found`,
  );
  if (!tables[0]?.found) return new Set();
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `select migration_name as name, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  const halfDone = rows.find((row) => !row.finished);
  if (halfDone)
    throw new MigrationError(
      `The migration ${halfDone.name} was begun by another tool and not finished; put the database right and set its rolled_back_at in _prisma_migrations.`,
    );
  return new Set(rows.map((row) => row.name));
}

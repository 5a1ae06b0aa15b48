import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** What a drop is told while one of PostgreSQL's own workers looks after what was written: in use, or nobody may send it away. */
const worked = ['55006', '42501'];

export type TestDatabase = {
  readonly url: string;
  /** Drops it, whoever is still connected. */
  readonly drop: () => Promise<void>;
};

/**
 * A migrated, empty database of one's own: a copy of the template that `.tools/vitest/global-setup.ts` made before the
 * tests began.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { template } = fromSetup();
  return create(`template ${databaseName(template)}`);
}

/** A database without a single table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return create('template template0 encoding UTF8');
}

/** A copy of a database as it stands, as a backup that is put back beside it. Whoever is connected to it is sent away. */
export async function copyOf(url: string): Promise<TestDatabase> {
  const name = databaseName(url);
  await execute(
    fromSetup().server,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename = current_user`,
  );
  return create(`template ${name}`);
}

async function create(how: string): Promise<TestDatabase> {
  const { template, server } = fromSetup();
  // Begins as the run's own name, by which what it leaves behind is found.
  const name = `${databaseName(template)}_${randomBytes(6).toString('hex')}`;
  // Said from another database: one with somebody in it cannot be copied.
  await execute(server, `create database ${name} ${how}`);
  return {
    url: withDatabase(template, name),
    drop: () => drop(server, name),
  };
}

/** Those workers are told to go as well, where that is allowed, and may take longer than it waits. */
async function drop(server: string, name: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    try {
      return await execute(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !worked.includes(error.code ?? '') || Date.now() > deadline)
        throw error;
    }
  }
}

function fromSetup(): { template: string; server: string } {
  const { TEST_DATABASE_URL: template, TEST_SERVER_URL: server } = process.env;
  if (!template || !server)
    throw new Error(
      'There is no test database: run the tests through vitest, with .tools/vitest/global-setup.ts.',
    );
  return { template, server };
}

export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

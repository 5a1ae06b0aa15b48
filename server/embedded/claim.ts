import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { InUse, NotReady } from './failure.ts';

export type Claim = {
  /** Resolves when the connection ends, and the claim with it. */
  readonly lost: Promise<void>;
  readonly release: () => Promise<void>;
};

/** Any number, the same for all servers: "parley" in ASCII. */
const lockKey = 0x7061726c6579;
/** How long a killed server's connection may take to be noticed. */
const patienceMs = 2_000;

/**
 * Makes a server the only one on its folder, by an advisory lock that lives as long as one connection. Nothing is left
 * behind when the server is killed: the system closes the connection, and PostgreSQL lets go of the lock.
 * @throws {InUse} when another server has it
 * @throws {NotReady}
 */
export async function claim(adminUrl: string, home: string): Promise<Claim> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: `parley server ${process.pid}`,
  });
  client.on('error', () => {});
  const lost = new Promise<void>((resolve) => client.once('end', () => resolve()));
  try {
    await client.connect();
    for (const deadline = performance.now() + patienceMs; !(await tryLock(client)); await sleep(50)) {
      if (performance.now() > deadline)
        throw new InUse(
          `Another Parley (process ${await holder(client)}) already uses ${home}: stop it first, or give this one another DATA_DIR.`,
        );
    }
  } catch (error) {
    await client.end().catch(() => {});
    throw error instanceof InUse
      ? error
      : new NotReady(error instanceof Error ? error.message : String(error));
  }
  return { lost, release: () => client.end().catch(() => {}) };
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    lockKey,
  ]);
  return rows[0]?.locked === true;
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and granted and (classid::bigint << 32 | objid::bigint) = $1`,
    [lockKey],
  );
  return /\d+$/.exec(rows[0]?.name ?? '')?.[0] ?? 'unknown';
}

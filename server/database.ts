import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from './config.ts';
import { type Log, startEmbedded } from './embedded/embedded.ts';
import { DatabaseError } from './embedded/failure.ts';

export type OpenedDatabase = {
  /** For migrations and tools as it is; for everything that serves people through {@link appConnection}. */
  readonly url: string;
  readonly kind: 'embedded' | 'external';
  /** Resolves, with why, when the embedded PostgreSQL is another server's by now. */
  readonly lost: Promise<DatabaseError>;
  /** Ends the embedded PostgreSQL; of another one there is nothing to end. */
  readonly stop: () => Promise<void>;
};

const oldestVersion = 15;
const connectMs = 5_000;

/**
 * A long transaction holds up the log for everybody, and a lock that is waited for is a request that hangs, so the
 * connections that serve people give up early.
 */
const timeouts = { statement_timeout: '10s', lock_timeout: '5s', idle_in_transaction_session_timeout: '5s' };

/**
 * Every statement that serves people has an index. In a table that is nearly empty, reading all of it looks cheaper still, and a
 * prepared statement stays with that while the table grows, until it is analysed. Nor is any worth being compiled.
 */
const planning = { enable_seqscan: 'off', jit: 'off' };

/**
 * The database that the configuration names, ready to take connections: the one of DATABASE_URL, else our own.
 * @throws {DatabaseError} with plain sentences that say what to do
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
): Promise<OpenedDatabase> {
  if (config.databaseUrl === undefined) {
    const { url, lost, stop } = await startEmbedded(config.dataDir, log);
    return { url, kind: 'embedded', lost, stop };
  }
  await assertUsable(config.databaseUrl);
  return { url: config.databaseUrl, kind: 'external', lost: new Promise(() => {}), stop: async () => {} };
}

/** How the connections that serve people are opened; give it to `pg.Pool` or to Prisma's adapter. */
export function appConnection(url: string): pg.PoolConfig {
  const own = new URL(url).searchParams.get('options');
  const options = Object.entries({ ...timeouts, ...planning }).map(([name, value]) => `-c ${name}=${value}`);
  // pg lets the address win over the settings beside it, so what the address says is joined to ours.
  const address = new URL(url);
  address.searchParams.set('options', [...options, ...(own ? [own] : [])].join(' '));
  return { connectionString: address.href, application_name: 'parley', connectionTimeoutMillis: connectMs };
}

type Facts = { version: number; replica: boolean; encoding: string; mayCreate: boolean };

async function assertUsable(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<Facts>(
      `select current_setting('server_version_num')::int as version, pg_is_in_recovery() as replica,
              current_setting('server_encoding') as encoding,
              coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreate"`,
    );
    const reason = rows[0] && whyUnusable(rows[0]);
    if (reason !== undefined) throw new DatabaseError(reason);
  } finally {
    await client.end().catch(() => {});
  }
}

export function whyUnusable({ version, replica, encoding, mayCreate }: Facts): string | undefined {
  if (version < oldestVersion * 10_000)
    return `Parley needs PostgreSQL ${oldestVersion} or newer, but DATABASE_URL leads to version ${Math.floor(version / 10_000)}.`;
  if (replica) return 'DATABASE_URL leads to a read-only replica: let it name the primary.';
  if (encoding !== 'UTF8')
    return `The database of DATABASE_URL stores text as ${encoding}: create one with "encoding UTF8".`;
  if (!mayCreate)
    return 'The user of DATABASE_URL may not create tables: make it the owner of the database ("alter database … owner to …").';
  return undefined;
}

/** Tries for a while where nobody answers yet, since a database is often started together with us. */
async function connect(url: string): Promise<pg.Client> {
  const address = new URL(url);
  const host = address.searchParams.get('host') ?? address.host;
  for (const deadline = performance.now() + connectMs; ; await sleep(250)) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'parley',
      connectionTimeoutMillis: connectMs,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (isPassing(code) && performance.now() < deadline) continue;
      throw new DatabaseError(reasonOf(code, error, host));
    }
  }
}

/** Nobody listens yet, or PostgreSQL is still starting. */
function isPassing(code: string): boolean {
  return code === 'ECONNREFUSED' || code === 'ENOENT' || code === '57P03';
}

function reasonOf(code: string, error: unknown, host: string): string {
  const said = error instanceof Error && error.message ? error.message : code;
  if (code === '3D000')
    return `DATABASE_URL names a database that is not there (${said}): make it with "createdb".`;
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${host} does not let Parley in (${said}): check the user and the password in DATABASE_URL.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `DATABASE_URL names the host ${host}, which cannot be found: check its name.`;
  if (isPassing(code))
    return `No PostgreSQL answers at ${host}: start it, or check the host and the port in DATABASE_URL.`;
  return `PostgreSQL at ${host} cannot be used (${said}): check DATABASE_URL.`;
}

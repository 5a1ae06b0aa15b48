import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, realpath, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { BaseLogger } from 'pino';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { loopbackPassword, openCluster } from './cluster.ts';
import { DatabaseError, InUse, NotReady } from './failure.ts';
import { claim, type Claim } from './claim.ts';
import { keepShort, shorten } from './log-file.ts';
import { enter, type Presence } from './presence.ts';
import {
  fencePostmaster,
  type Postmaster,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { databaseUrl, type Endpoint, socketFolder, socketPort } from './socket.ts';

export type Log = Pick<BaseLogger, 'info' | 'warn' | 'error'>;

export type EmbeddedPostgres = {
  /** For Parley itself: a role that owns its database and nothing else. */
  readonly url: string;
  /** For whoever looks after the cluster. */
  readonly adminUrl: string;
  readonly pid: number;
  /** Whether a killed server had left it running. */
  readonly adopted: boolean;
  /** Resolves when another server has the folder by now, with how it came: this one can only end. */
  readonly lost: Promise<InUse>;
  /** Ends PostgreSQL, also one that was adopted, but not another server's. */
  readonly stop: () => Promise<void>;
};

type Held = { endpoint: Endpoint; pid: number; adopted: boolean; claim: Claim };

const attachMs = 60_000;
const stopPatienceMs = 5_000;
const role = 'parley';
const database = 'parley';

/**
 * A PostgreSQL of our own in `<dataDir>/postgres`, started, or adopted where a killed server left it running. Should it
 * end by itself while we live, it is started again.
 * @param settings what differs from the usual, on PostgreSQL's command line
 * @throws {DatabaseError}
 */
export async function startEmbedded(
  dataDir: string,
  log: Log,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new DatabaseError(
      `DATA_DIR must be a folder that Parley can write, but ${dataDir} could not be made (${String(error)}).`,
    );
  });
  const home = await realpath(dataDir);
  const presence = await enter(home);
  try {
    return await startIn(home, presence, log, settings);
  } catch (error) {
    await presence.leave();
    throw error;
  }
}

async function startIn(
  home: string,
  presence: Presence,
  log: Log,
  settings: Readonly<Record<string, string>>,
): Promise<EmbeddedPostgres> {
  const folder = join(home, 'postgres');
  const logPath = join(home, 'postgres.log');
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const name = `parley-${id}`;
  const account = await databaseAccount(folder);
  const binaries = await findBinaries(account);
  const cluster = await openCluster(folder, binaries, account);
  await shorten(logPath);

  // One that was started again must be found where the first one was.
  let place: Endpoint | undefined;
  const newPlace = async (): Promise<Endpoint> =>
    process.platform === 'win32'
      ? { kind: 'loopback', port: await freePort(), password: await loopbackPassword(folder) }
      : { kind: 'socket', folder: await socketFolder(id, account), port: socketPort };

  const findOrStart = async (): Promise<{ postmaster: Postmaster; adopted: boolean }> => {
    await presence.assertKept();
    const running = await runningPostmaster(folder, name);
    if (running) return { postmaster: running, adopted: true };
    // Whoever was just ending may have taken the folder away with them.
    if (!place || (place.kind === 'socket' && !existsSync(place.folder))) place = await newPlace();
    const start = { binaries, cluster, account, name, endpoint: place, settings, logPath };
    return { postmaster: await startPostmaster(start), adopted: false };
  };

  const attach = async (): Promise<Held> => {
    for (const deadline = performance.now() + attachMs; ; await sleep(50)) {
      try {
        const { postmaster, adopted } = await findOrStart();
        const endpoint: Endpoint =
          process.platform === 'win32'
            ? { kind: 'loopback', port: postmaster.port, password: await loopbackPassword(folder) }
            : { kind: 'socket', folder: postmaster.socketFolder, port: postmaster.port };
        return {
          endpoint,
          adopted,
          pid: postmaster.pid,
          claim: await claim(databaseUrl(endpoint, 'postgres', 'postgres'), home),
        };
      } catch (error) {
        if (!(error instanceof NotReady)) throw error;
        if (performance.now() > deadline)
          throw new DatabaseError(
            `A PostgreSQL runs in ${folder} and does not answer (${error.message}): stop the process that ${folder}/postmaster.pid names with "kill -INT", and start Parley again.`,
          );
      }
    }
  };

  let held = await attach().catch(async (error: unknown) => {
    if (place?.kind === 'socket') await rmdir(place.folder).catch(() => {});
    throw error;
  });
  // Somebody elsewhere may have come while it started.
  await presence.keep().catch(async (error: unknown) => {
    await fencePostmaster({ folder, name, pid: held.pid }, binaries);
    throw error;
  });
  await makeDatabase(held.endpoint);
  log.info({ folder, pid: held.pid, adopted: held.adopted }, 'embedded PostgreSQL is ready');
  const rotation = keepShort(logPath);
  let stopped: Promise<void> | undefined;
  let restored = Promise.resolve();
  let isLost = false;
  let lose = (_why: InUse) => {};
  const lost = new Promise<InUse>((resolve) => (lose = resolve));

  const restore = async (pauseMs: number): Promise<void> => {
    if (stopped || isLost) return;
    log.error({ folder }, 'the embedded PostgreSQL is gone; starting it again');
    await sleep(pauseMs);
    if (stopped || isLost) return;
    try {
      held = await attach();
    } catch (error) {
      if (error instanceof InUse) {
        isLost = true;
        return lose(error);
      }
      log.error({ folder, error: String(error) }, 'the embedded PostgreSQL could not be started again');
      return restore(Math.min(pauseMs * 2, 5_000));
    }
    log.info({ folder, pid: held.pid }, 'the embedded PostgreSQL is back');
    watch();
  };
  const watch = () =>
    void held.claim.lost.then(() => {
      restored = restore(100);
    });
  watch();

  void presence.lost.then(async (why) => {
    if (stopped || isLost) return;
    isLost = true;
    // One that was just being started must end, too.
    await restored;
    await fencePostmaster({ folder, name, pid: held.pid }, binaries);
    lose(why);
  });

  const stop = async (): Promise<void> => {
    rotation.stop();
    // One that is coming back must not outlive us.
    await restored;
    // The claim goes with PostgreSQL itself: until then no other server may come in.
    if (!isLost) await stopPostmaster({ folder, name, pid: held.pid }, binaries, stopPatienceMs);
    await held.claim.release();
    if (held.endpoint.kind === 'socket') await rmdir(held.endpoint.folder).catch(() => {});
    await presence.leave();
  };

  return {
    url: databaseUrl(held.endpoint, role, database),
    adminUrl: databaseUrl(held.endpoint, 'postgres', 'postgres'),
    get pid() {
      return held.pid;
    },
    adopted: held.adopted,
    lost,
    stop: () => (stopped ??= stop()),
  };
}

/** Parley's role and database, where they are not there yet. */
async function makeDatabase(endpoint: Endpoint): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(endpoint, 'postgres', 'postgres') });
  await client.connect();
  try {
    const password = endpoint.kind === 'loopback' ? ` password '${endpoint.password}'` : '';
    const roles = await client.query('select from pg_roles where rolname = $1', [role]);
    if (roles.rowCount === 0) await client.query(`create role ${role} login${password}`);
    const databases = await client.query('select from pg_database where datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${role}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

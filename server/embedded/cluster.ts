import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, barrierOnTheWay, canEnter } from './account.ts';
import type { Binaries } from './binaries.ts';
import { run } from './command.ts';
import { DatabaseError } from './failure.ts';

/** A folder of PostgreSQL's data, as its own programs are told of it. */
export type Cluster = {
  /** Absolute. */
  readonly folder: string;
  /** What follows `-D`, for a program that is started with `folder` as its working directory. */
  readonly dataArgument: string;
};

/** Written into a new cluster's postgresql.conf, where whoever runs Parley may change it. */
const startingSettings = {
  shared_buffers: '128MB',
  max_connections: '100',
  // The write-ahead log may grow between checkpoints, which keeps them rare under load.
  max_wal_size: '1GB',
  // Our queries are short: compiling one takes longer than running it.
  jit: 'off',
  random_page_cost: '1.1',
  // What fails is logged by Parley. PostgreSQL's own account of it would hold people's words, so only events
  // of the server itself are kept, and without their details.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/**
 * The cluster in this folder, made at the first start. It is made beside its place and moved there when it is whole,
 * so that a start that was cut off, or two at once, leave no half of one.
 * @throws {DatabaseError}
 */
export async function openCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<Cluster> {
  const cluster = { folder, dataArgument: await dataArgument(folder, account) };
  if (await isCluster(folder)) {
    await assertSameMajor(folder, binaries);
    return cluster;
  }
  const unfinished = await mkdtemp(`${folder}.new-`);
  try {
    if (account) await chown(unfinished, account.uid, account.gid);
    await initialise(unfinished, binaries, account);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await isCluster(folder)))
        throw new DatabaseError(
          `${folder} is in the way of the database (${String(error)}): move it elsewhere.`,
        );
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return cluster;
}

export async function loopbackPassword(folder: string): Promise<string> {
  return (await readFile(passwordFile(folder), 'utf8')).trim();
}

function passwordFile(folder: string): string {
  return join(dirname(folder), 'postgres-password');
}

async function isCluster(folder: string): Promise<boolean> {
  try {
    await stat(join(folder, 'PG_VERSION'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES')
      throw new DatabaseError(
        `${folder} belongs to another user: start Parley as that one (or as root), or give the folder to yours with "chown -R".`,
      );
    return false;
  }
}

async function assertSameMajor(folder: string, binaries: Binaries): Promise<void> {
  const had = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await run(binaries.postgres, ['--version'], undefined);
  const has = /(\d+)/.exec(output)?.[1];
  if (had !== has)
    throw new DatabaseError(
      `${folder} was written by PostgreSQL ${had}, but this Parley brings ${has}: start the Parley that wrote it, and move the data with pg_dump.`,
    );
}

/**
 * Below a folder that only root may enter, an account of its own still reaches its data through the working directory,
 * which it inherits: Linux follows /proc/self/cwd without asking for the way. Everything that PostgreSQL does in
 * its folder is relative to that directory, in each of its processes.
 */
async function dataArgument(folder: string, account: Account | undefined): Promise<string> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  if (await canEnter(parent, account)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new DatabaseError(
    `PostgreSQL runs as ${account?.name}, who may not enter ${await barrierOnTheWay(parent, account)}: set DATA_DIR to a folder that can be reached, such as /var/lib/parley.`,
  );
}

async function initialise(folder: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  const loopback = process.platform === 'win32';
  if (loopback) await writeFile(passwordFile(folder), randomBytes(24).toString('base64url'), { mode: 0o600 });
  const args = [
    `--pgdata=${await dataArgument(folder, account)}`,
    '--username=postgres',
    ...(loopback ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(folder)}`] : ['--auth=trust']),
    '--encoding=UTF8',
    // PostgreSQL's own Unicode rules, the same on every system: an index stays right when the folder moves.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...Object.entries(startingSettings).map(([name, value]) => `--set=${name}=${value}`),
  ];
  // What is a letter (for trigrams) comes from the system's locale, and not every system has the same ones.
  let outcome = { code: -1 as number | null, output: '' };
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    outcome = await run(binaries.initdb, [...args, `--lc-ctype=${locale}`], account, folder);
    if (outcome.code === 0) return;
    if (!outcome.output.includes('locale')) break;
  }
  throw new DatabaseError(
    `The database could not be made in ${folder}: ${outcome.output.split('\n').slice(-3).join(' | ')}`,
  );
}

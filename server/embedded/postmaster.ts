import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { plainEnvironment, run } from './command.ts';
import { DatabaseError, NotReady } from './failure.ts';
import { lastLines } from './log-file.ts';
import type { Endpoint } from './socket.ts';

/** What a running PostgreSQL says of itself in postmaster.pid. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
};

const pollMs = 20;
/** Longer than any replay of a write-ahead log of 1 GB that was seen. */
const startMs = 180_000;
/** How long a PostgreSQL that has to end at once may take for it. */
const quitMs = 3_000;

/**
 * The one that postmaster.pid names, or undefined when there is none or it is not alive.
 * @throws {NotReady} while it starts or ends: where it listens is not yet in its file, and an address without a place
 * leads to whatever PostgreSQL this machine has besides
 */
export async function runningPostmaster(folder: string, name: string): Promise<Postmaster | undefined> {
  const written = await readPidFile(folder);
  if (!written) return undefined;
  const command = await commandOf(written.pid);
  if (command === undefined) return undefined;
  if (isNamed(command, name)) {
    if (written.status !== 'ready') throw new NotReady(`PostgreSQL is ${written.status || 'starting'}`);
    return written;
  }
  if (/\bpostgres(\.exe)?\b/.test(command))
    throw new DatabaseError(
      `A PostgreSQL that Parley did not start (process ${written.pid}) seems to work in ${folder}: stop it first.`,
    );
  // The number belongs to another program by now, as it does after a container's restart. PostgreSQL would
  // not dare to start over this.
  await rm(join(folder, 'postmaster.pid'), { force: true });
  return undefined;
}

/**
 * Starts PostgreSQL in a session of its own: a Ctrl-C in the terminal is for us, and a server that is killed leaves it be.
 * @returns once it takes connections
 * @throws {DatabaseError} with the last lines of its log, when it ends instead
 * @throws {NotReady} when another one is in the folder
 */
export async function startPostmaster(start: {
  binaries: Binaries;
  cluster: Cluster;
  account: Account | undefined;
  name: string;
  endpoint: Endpoint;
  settings: Readonly<Record<string, string>>;
  logPath: string;
}): Promise<Postmaster> {
  const { cluster, account, endpoint } = start;
  const settings = {
    cluster_name: start.name,
    port: String(endpoint.port),
    listen_addresses: endpoint.kind === 'loopback' ? '127.0.0.1' : '',
    ...(endpoint.kind === 'socket' && {
      unix_socket_directories: endpoint.folder,
      unix_socket_permissions: '0700',
    }),
    logging_collector: 'off',
    ...start.settings,
  };
  const args = [
    '-D',
    cluster.dataArgument,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = await open(start.logPath, 'a', 0o600);
  const { size } = await log.stat();
  let ended = false;
  let pid: number | undefined;
  try {
    if (process.platform === 'win32') await startOnWindows(start.binaries, args, start.logPath);
    else {
      const child = spawn(start.binaries.postgres, args, {
        ...(account && { uid: account.uid, gid: account.gid }),
        cwd: cluster.folder,
        detached: true,
        env: plainEnvironment(),
        stdio: ['ignore', log.fd, log.fd],
      });
      child.on('exit', () => (ended = true));
      await once(child, 'spawn');
      pid = child.pid;
      child.unref();
    }
  } finally {
    await log.close();
  }
  for (const deadline = performance.now() + startMs; performance.now() < deadline; await sleep(pollMs)) {
    const written = await readPidFile(cluster.folder);
    // At first it may still be the file of one that was killed.
    if (written?.status === 'ready' && written.pid === (pid ?? written.pid) && !ended) return written;
    if (ended) break;
  }
  const words = await lastLines(start.logPath, size);
  // Another server was first, or the last one's processes are still on their way out.
  if (/lock file "|pre-existing shared memory/.test(words)) throw new NotReady(words);
  throw new DatabaseError(`PostgreSQL did not start in ${cluster.folder}: ${words}`);
}

/** A PostgreSQL of ours: where it works, its name, and the number that it had when it was last seen. */
type Running = { readonly folder: string; readonly name: string; readonly pid: number };

/** Has PostgreSQL end its sessions and write everything down; after `patienceMs` it must end at once and will recover. */
export async function stopPostmaster(
  running: Running,
  binaries: Binaries,
  patienceMs: number,
): Promise<void> {
  const { folder, pid } = running;
  // Its file is gone first; where nobody collects ended processes (a container without init) only that tells.
  const isGone = async () => (await readPidFile(folder))?.pid !== pid || (await commandOf(pid)) === undefined;
  if (await signalled(running, 'SIGINT', binaries, isGone, patienceMs)) return;
  if (await signalled(running, 'SIGQUIT', binaries, isGone, quitMs)) return;
  throw new DatabaseError(`PostgreSQL (process ${pid}) in ${folder} does not end.`);
}

/**
 * Ends PostgreSQL at once, and has it write nothing down: another one may work in the folder by now. An ending PostgreSQL removes
 * postmaster.pid, whosesoever that is, and one that misses its own ends, too; so the file is put back.
 */
export async function fencePostmaster(running: Running, binaries: Binaries): Promise<void> {
  const file = join(running.folder, 'postmaster.pid');
  const spare = `${file}.spare`;
  await link(file, spare).catch(() => {});
  await signalled(running, 'SIGQUIT', binaries, async () => !(await isAlive(running)), quitMs);
  await link(spare, file).catch(() => {});
  await rm(spare, { force: true });
}

/** @returns whether it is gone, in time */
async function signalled(
  running: Running,
  signal: 'SIGINT' | 'SIGQUIT',
  binaries: Binaries,
  isGone: () => Promise<boolean>,
  waitMs: number,
): Promise<boolean> {
  const { pid } = running;
  // The number may belong to another program by now.
  if (!(await isAlive(running))) return true;
  if (process.platform === 'win32')
    await run(binaries.pg_ctl, ['kill', signal.slice(3), String(pid)], undefined);
  else if (!sent(pid, signal)) return true;
  for (const deadline = performance.now() + waitMs; performance.now() < deadline; await sleep(pollMs)) {
    if (await isGone()) return true;
  }
  return false;
}

function sent(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function isAlive({ pid, name }: Running): Promise<boolean> {
  const command = await commandOf(pid);
  return command !== undefined && isNamed(command, name);
}

const isNamed = (command: string, name: string): boolean => command.includes(`cluster_name=${name}`);

async function startOnWindows(binaries: Binaries, args: readonly string[], logPath: string): Promise<void> {
  // pg_ctl drops an administrator's rights, which PostgreSQL refuses to have.
  const [, folder = '', ...rest] = args;
  const options = rest.map((arg) => (arg.startsWith('-') ? arg : `"${arg}"`)).join(' ');
  await run(binaries.pg_ctl, ['start', '-W', '-D', folder, '-l', logPath, '-o', options], undefined);
}

async function readPidFile(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder, , , status] = text.split('\n').map((line) => line.trim());
  if (!pid || !(Number(pid) > 0)) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '', status: status ?? '' };
}

/** A process's command line; undefined when there is no such process, or it has ended and only waits to be collected. */
async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.replaceAll('\0', ' ') || undefined;
  }
  const [program, ...args] =
    process.platform === 'win32'
      ? [
          'powershell',
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
        ]
      : ['ps', '-o', 'command=', '-p', String(pid)];
  const { output } = await run(program ?? '', args, undefined);
  return output || undefined;
}

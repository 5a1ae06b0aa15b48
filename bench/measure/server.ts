import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pinned } from './cores.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startMs = 60_000;
const stopMs = 10_000;

/** What the probe in a program under test is asked: `profile` begins a CPU profile; with a file, it ends there. */
type Asked = { id: number; what: 'cpu' | 'memory' | 'profile'; file?: string };
type Told = { id: number; value: number };

/** A program under test, in a process of its own. */
export interface Server {
  pid: number;
  port: number;
  /** Used so far, by all of its threads. */
  cpuSeconds(): Promise<number>;
  /** What it keeps, after its garbage has been collected. */
  residentBytes(): Promise<number>;
  /** Begins a CPU profile, or ends it in a file. */
  profile(file?: string): Promise<number>;
  stop(): Promise<void>;
}

export interface Program {
  /** From the project's root. It prints the address that it listens on. */
  file: string;
  env?: Record<string, string | undefined>;
}

/** Runs one of the project's programs as production does, on its core. What it prints goes to a file. */
export async function startServer(
  { file, env = {} }: Program,
  { core, folder }: { core: string | undefined; folder: string },
): Promise<Server> {
  const logPath = join(folder, `${file.replaceAll(/\W+/g, '-')}-${Date.now()}.log`);
  const log = openSync(logPath, 'w');
  const typescript = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const preload = [...typescript, '--import', new URL('probe.mjs', import.meta.url).href];
  const child = spawn(...pinned(core, process.execPath, [...preload, file]), {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} could not be started.`);
  const port = await listening(child, file, logPath);
  const ask = asking(child);
  return {
    pid,
    port,
    cpuSeconds: () => ask('cpu'),
    residentBytes: () => ask('memory'),
    profile: (to) => ask('profile', to),
    stop: () => end(child),
  };
}

async function listening(child: ChildProcess, file: string, logPath: string): Promise<number> {
  for (const deadline = Date.now() + startMs; ; await sleep(50)) {
    const printed = readFileSync(logPath, 'utf8');
    const port = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(printed)?.[1];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child);
      throw new Error(`${file} did not start:\n${printed}`);
    }
  }
}

function asking(child: ChildProcess): (what: Asked['what'], file?: string) => Promise<number> {
  const waiting = new Map<number, { resolve(value: number): void; reject(error: Error): void }>();
  let count = 0;
  child.on('message', (message) => {
    const { id, value } = message as Told;
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The server ended with ${code}.`));
  });
  return (what, file) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      child.send({ id: count, what, ...(file !== undefined && { file }) } satisfies Asked);
    });
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await gone;
  clearTimeout(giveUp);
}

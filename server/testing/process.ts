import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The server as a process, as `npm start` runs it. */
export interface ServerProcess {
  process: ChildProcess;
  out(): string;
  /** Standard error: the plain sentence, and nothing else. */
  err(): string;
  /** With its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
}

export function startProcess(settings: Record<string, string>): ServerProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
    cwd: root,
    env: { PATH, HOME, RATE_LIMITS: 'off', ...settings },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, out: () => out, err: () => err, ended };
}

/** @returns where it listens, once it does: with port 0 the system chose */
export function ready(server: ServerProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.process.stdout?.on('data', () => {
      const address = /"address":"([^"]+)".*"Parley is ready"/.exec(server.out())?.[1];
      if (address) resolve(address);
    });
    void server.ended.then(() => reject(new Error(server.err())));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const clock = pathToFileURL(fileURLToPath(new URL('./shift-clock.mjs', import.meta.url))).href;
/** On two busy cores a start takes seconds. */
const readyMs = 90_000;
const restartMs = 300;
const wordsOfLog = 2000;

interface Settings {
  /** Where the server's files are. */
  tree: string;
  port: number;
  env: Record<string, string>;
  logPath: string;
}

/** One server as it is shipped, and whoever starts it again when it ends. */
export class Instance {
  readonly port: number;
  readonly #settings: Settings;
  #process: ChildProcess | null = null;
  #wanted = false;
  #shiftMs = 0;
  #ready = false;
  /** Ends of a server that had been ready, and that nobody had asked for. */
  crashes = 0;

  constructor(settings: Settings) {
    this.port = settings.port;
    this.#settings = settings;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** @param shiftMs by how much its clock is wrong */
  start(shiftMs = 0): void {
    this.#wanted = true;
    this.#shiftMs = shiftMs;
    this.#begin();
  }

  #begin(): void {
    const { tree, port, env, logPath } = this.#settings;
    const log = openSync(logPath, 'a');
    const preload = this.#shiftMs === 0 ? [] : ['--import', clock];
    const child = spawn(process.execPath, [...preload, '--enable-source-maps', 'server/dist/main.js'], {
      cwd: tree,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: process.env['TMPDIR'],
        ...env,
        PORT: String(port),
        CLOCK_SHIFT_MS: String(this.#shiftMs),
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#process = child;
    this.#ready = false;
    child.once('exit', () => {
      if (this.#process !== child) return;
      this.#process = null;
      if (!this.#wanted) return;
      // It says so and ends when it cannot start, as without a database; a process manager tries again.
      if (this.#ready) this.crashes += 1;
      setTimeout(() => {
        if (this.#wanted && this.#process === null) this.#begin();
      }, restartMs);
    });
  }

  /** Until it says that it can serve. */
  async ready(): Promise<void> {
    for (const deadline = performance.now() + readyMs; performance.now() < deadline; await sleep(50)) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`, {
        signal: AbortSignal.timeout(2000),
      }).catch(() => null);
      if (answer?.ok) {
        this.#ready = true;
        return;
      }
    }
    // Said here, for the log goes with everything else when nothing can be tried.
    const log = await readFile(this.#settings.logPath, 'utf8').catch(String);
    throw new Error(`The instance on port ${this.port} does not get ready:\n${log.slice(-wordsOfLog)}`);
  }

  async kill(): Promise<void> {
    this.#wanted = false;
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  quit(): void {
    this.#wanted = false;
    this.#process?.kill('SIGKILL');
  }
}

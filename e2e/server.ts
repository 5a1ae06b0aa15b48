import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../bench/torture/ports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readyWithinMs = 60_000;

/** The built app as `npm start` runs it, in a process of its own, so that a test may stop it and start it again. */
export class AppServer {
  readonly url: string;
  readonly #databaseUrl: string;
  readonly #port: number;
  /** People's files, which outlive a restart. */
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
  #process: ChildProcess | undefined;

  private constructor(databaseUrl: string, port: number) {
    this.#databaseUrl = databaseUrl;
    this.#port = port;
    this.url = `http://localhost:${port}`;
  }

  static async start(databaseUrl: string): Promise<AppServer> {
    const server = new AppServer(databaseUrl, await freePort());
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const app = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: this.#databaseUrl,
        DATA_DIR: this.#dataDir,
        FILE_LIMIT_MB: '4',
        PORT: String(this.#port),
        PUBLIC_URL: this.url,
        SESSION_SECRET: 'a secret for the browser tests 0123456789',
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = app;
    let said = '';
    const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
    app.stdout?.on('data', listen);
    app.stderr?.on('data', listen);
    for (const deadline = Date.now() + readyWithinMs; Date.now() < deadline; await sleep(50)) {
      if (app.exitCode !== null) throw new Error(`The server ended with ${app.exitCode}: ${said}`);
      const ready = await fetch(`${this.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return;
    }
    app.kill('SIGKILL');
    throw new Error(`The server was not ready in time: ${said}`);
  }

  /** @returns its exit code */
  async stop(): Promise<number | null> {
    const app = this.#process;
    if (!app || app.exitCode !== null) return app?.exitCode ?? null;
    const ended = once(app, 'exit');
    app.kill('SIGTERM');
    await ended;
    return app.exitCode;
  }

  /** When no test needs it any more. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

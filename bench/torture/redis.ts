import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.ts';

const startMs = 20_000;

/** A Redis of one's own that keeps nothing. */
export class Redis {
  readonly port: number;
  #process: ChildProcess | null = null;

  private constructor(port: number) {
    this.port = port;
  }

  /** @returns null where none is installed */
  static async start(): Promise<Redis | null> {
    const redis = new Redis(await freePort());
    return (await redis.begin()) ? redis : null;
  }

  async begin(): Promise<boolean> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', args, { stdio: 'ignore' });
    try {
      await once(child, 'spawn');
    } catch {
      return false;
    }
    this.#process = child;
    for (const deadline = performance.now() + startMs; performance.now() < deadline; await sleep(20)) {
      if (await answers(this.port)) return true;
    }
    throw new Error('The Redis that was started does not answer.');
  }

  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  quit(): void {
    this.#process?.kill('SIGKILL');
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

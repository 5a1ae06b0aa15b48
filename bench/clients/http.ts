import { connect, type Socket } from 'node:net';

/** What has come of an answer so far; null until it is whole. */
function bodyOf(bytes: Buffer): { status: number; body: string } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const status = Number(head.slice(9, 12));
  const length = /content-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const from = end + 4;
    return bytes.length < from + Number(length) ? null : { status, body: bytes.toString('utf8', from) };
  }
  if (!head.includes('transfer-encoding: chunked')) return { status, body: '' };
  if (!bytes.subarray(-5).equals(lastChunk)) return null;
  const parts: string[] = [];
  for (let at = end + 4; ;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (!(size > 0)) return { status, body: parts.join('') };
    parts.push(bytes.toString('utf8', line + 2, line + 2 + size));
    at = line + 4 + size;
  }
}

/** Servers close what is idle for five seconds, and a request that crosses with that is not answered. */
const idleMs = 2000;

const lastChunk = Buffer.from('0\r\n\r\n');

/** One connection, one request after another: as lean as the WebSocket client beside it, for the same reason. */
export class Connection {
  readonly #port: number;
  readonly #head: string;
  #socket: Socket | null = null;
  #got: Buffer | null = null;
  #usedAt = 0;
  #answered: ((body: string) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;

  constructor(port: number, path: string, headers: Record<string, string> = {}) {
    const all = {
      host: `localhost:${port}`,
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.#port = port;
    this.#head = `POST ${path} HTTP/1.1\r\n${lines.join('')}`;
  }

  /** @throws for any status but 200 */
  post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      if (performance.now() - this.#usedAt > idleMs) this.#leave();
      this.#socket ??= this.#connect();
      this.#socket.write(`${this.#head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.#failed = null;
    this.#leave();
  }

  #leave(): void {
    this.#socket?.removeAllListeners('close').destroy();
    this.#socket = null;
    this.#got = null;
  }

  /** Made for the first request, and again for the first one after an idle while. */
  #connect(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => {
      this.#socket = null;
      this.#got = null;
      this.#failed?.(new Error('The connection was closed.'));
    });
    return socket;
  }

  #read(chunk: Buffer): void {
    this.#got = this.#got ? Buffer.concat([this.#got, chunk]) : chunk;
    const answer = bodyOf(this.#got);
    if (!answer) return;
    this.#got = null;
    this.#usedAt = performance.now();
    if (answer.status === 200) this.#answered?.(answer.body);
    else this.#failed?.(new Error(`Answered with ${answer.status}: ${answer.body.slice(0, 300)}`));
  }
}

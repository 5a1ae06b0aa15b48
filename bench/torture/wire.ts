import { type Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Answer {
  // oxlint-disable-next-line typescript/no-explicit-any
  data?: any;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** No answer came, so nobody knows what became of it. */
export class NoAnswer extends Error {}

/** What a page of ours would send along. */
export interface Person {
  origin: string;
  cookie: string;
}

/** An operation as it is sent. */
export interface Asked {
  query: string;
  variables: object;
}

const headersOf = ({ origin, cookie }: Person) => ({ origin, ...(cookie && { cookie }) });

/** What a request says with a body. */
export const bodyHeaders = (person: Person, text: string) => ({
  ...headersOf(person),
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(text),
  'x-parley-csrf': '1',
});

/** One GraphQL operation over HTTP. @throws NoAnswer */
export function post(
  port: number,
  person: Person,
  body: Asked,
  { ms, agent, onCookie }: { ms: number; agent?: Agent; onCookie?: (cookie: string) => void },
): Promise<Answer> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = bodyHeaders(person, text);
    const asked = request(
      { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => fail('the answer broke off'));
        response.on('end', () => {
          clearTimeout(timer);
          const [cookie] = response.headers['set-cookie'] ?? [];
          if (cookie) onCookie?.(cookie.split(';')[0] ?? '');
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()) as Answer);
          } catch {
            fail(`status ${response.statusCode}`);
          }
        });
      },
    );
    const fail = (why: string) => {
      clearTimeout(timer);
      asked.destroy();
      reject(new NoAnswer(why));
    };
    const timer = setTimeout(() => fail('no answer in time'), ms);
    asked.on('error', (error) => fail(error.message));
    asked.end(text);
  });
}

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

export interface Operation {
  next(answer: Answer): void;
  end(why: string): void;
}

const pingMs = 1500;
/** Nothing heard for so long: the other end is gone, whatever the system says. */
const silenceMs = 6000;

/** graphql-transport-ws as a careful client speaks it: it notices by itself when nobody answers any more. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #operations = new Map<string, Operation>();
  #count = 0;
  #heard = performance.now();
  #ping: NodeJS.Timeout | undefined;
  #end = '';
  /** Resolves with the reason. */
  readonly closed: Promise<string>;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        clearInterval(this.#ping);
        this.#end = `closed with ${code} ${String(reason)}`;
        for (const operation of this.#operations.values()) operation.end(this.#end);
        this.#operations.clear();
        resolve(this.#end);
      });
    });
    socket.on('error', () => {});
  }

  /** @throws NoAnswer */
  static async open(port: number, person: Person, ms: number): Promise<Wire> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, [GRAPHQL_TRANSPORT_WS_PROTOCOL], {
      headers: headersOf(person),
      perMessageDeflate: false,
    });
    const wire = new Wire(socket);
    const late = new AbortController();
    const acknowledged = new Promise<void>((resolve) => {
      socket.once('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('message', (data) => {
        wire.#take(JSON.parse((data as Buffer).toString()) as Message, resolve);
      });
    });
    const outcome = await Promise.race([
      acknowledged.then(() => null),
      wire.closed,
      sleep(ms, 'no acknowledgement in time', { signal: late.signal }),
    ]);
    late.abort();
    if (outcome !== null) {
      socket.terminate();
      throw new NoAnswer(outcome);
    }
    wire.#watch();
    return wire;
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** @throws NoAnswer */
  ask(query: string, variables: object, ms: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new NoAnswer('no answer in time'));
      }, ms);
      const stop = this.run(query, variables, {
        next: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        end: (why) => {
          clearTimeout(timer);
          reject(new NoAnswer(why));
        },
      });
    });
  }

  /** @returns what forgets it */
  run(query: string, variables: object, operation: Operation): () => void {
    const id = String((this.#count += 1));
    if (!this.open) {
      operation.end(this.#end || 'not open');
      return () => {};
    }
    this.#operations.set(id, operation);
    this.#socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    return () => this.#operations.delete(id);
  }

  /** As a cable that is pulled. */
  drop(): void {
    this.#socket.terminate();
  }

  close(): void {
    this.#socket.close(1000);
  }

  /** Heard of by timers alone, which run late as everything else does when this process is busy. */
  #watch(): void {
    let ticked = performance.now();
    this.#ping = setInterval(() => {
      const now = performance.now();
      const wasBusy = now - ticked > pingMs * 2;
      ticked = now;
      if (wasBusy) this.#heard = now;
      if (now - this.#heard > silenceMs) this.#socket.terminate();
      else if (this.open) this.#socket.send('{"type":"ping"}');
    }, pingMs);
  }

  #take(message: Message, onAcknowledged: () => void): void {
    this.#heard = performance.now();
    if (message.type === 'connection_ack') onAcknowledged();
    else if (message.type === 'ping') this.#socket.send('{"type":"pong"}');
    const operation = this.#operations.get(message.id ?? '');
    if (!operation) return;
    if (message.type === 'next') operation.next(message.payload as Answer);
    else if (message.type === 'error') {
      this.#operations.delete(message.id ?? '');
      operation.next({ errors: message.payload as Answer['errors'] });
      operation.end('error');
    } else if (message.type === 'complete') {
      this.#operations.delete(message.id ?? '');
      operation.end('complete');
    }
  }
}

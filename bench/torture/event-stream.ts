import { type IncomingMessage, request } from 'node:http';
import { type Asked, bodyHeaders, NoAnswer, type Operation, type Person } from './wire.ts';

const checkMs = 2000;
/** The server says something every 12 seconds. */
const silenceMs = 20_000;

/** One subscription as server-sent events, by a careful client: it notices by itself when nobody tells it anything any more. */
export class EventStream {
  readonly #response: IncomingMessage;
  #heard = performance.now();
  #why = 'the stream ended';
  /** Resolves with the reason. */
  readonly closed: Promise<string>;

  private constructor(response: IncomingMessage) {
    this.#response = response;
    const watch = setInterval(() => this.#watch(), checkMs);
    this.closed = new Promise((resolve) =>
      response.once('close', () => {
        clearInterval(watch);
        resolve(this.#why);
      }),
    );
    response.on('error', () => {});
  }

  /** @throws NoAnswer */
  static open(port: number, person: Person, asked: Asked, ms: number): Promise<EventStream> {
    const text = JSON.stringify(asked);
    return new Promise((resolve, reject) => {
      const headers = { ...bodyHeaders(person, text), accept: 'text/event-stream' };
      const asking = request(
        { host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers, agent: false },
        (response) => {
          clearTimeout(timer);
          if (response.headers['content-type']?.startsWith('text/event-stream'))
            resolve(new EventStream(response));
          else fail(`status ${response.statusCode}`);
        },
      );
      const fail = (why: string) => {
        clearTimeout(timer);
        asking.destroy();
        reject(new NoAnswer(why));
      };
      const timer = setTimeout(() => fail('no stream in time'), ms);
      asking.on('error', (error) => fail(error.message));
      asking.end(text);
    });
  }

  /** Nothing is read before. */
  read({ next, end }: Operation): void {
    let unread = '';
    this.#response.setEncoding('utf8');
    this.#response.on('data', (text: string) => {
      this.#heard = performance.now();
      const blocks = (unread + text).split('\n\n');
      unread = blocks.pop() ?? '';
      for (const block of blocks) {
        if (this.#response.destroyed) return;
        const [, name, data = ''] = /^event: (\w+)\ndata:(.*)$/.exec(block) ?? [];
        if (name === 'next') next(JSON.parse(data) as Parameters<typeof next>[0]);
        else if (name === 'complete') end('complete');
      }
    });
  }

  /** As a cable that is pulled: over HTTP nobody says goodbye. */
  drop(): void {
    this.#response.destroy();
  }

  close(): void {
    this.drop();
  }

  #watch(): void {
    if (performance.now() - this.#heard < silenceMs) return;
    this.#why = 'nothing was heard any more';
    this.drop();
  }
}

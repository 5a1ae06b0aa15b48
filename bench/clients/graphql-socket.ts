import { Wire } from './wire.ts';

interface Where {
  port: number;
  headers?: Record<string, string>;
}

export const subscribe = (id: string, query: string, variables: object = {}): string =>
  JSON.stringify({ id, type: 'subscribe', payload: { query, variables } });

/** graphql-transport-ws, through `connection_ack`. */
export async function openGraphQLSocket({ port, headers = {} }: Where): Promise<Wire> {
  const wire = await Wire.open({ port, path: '/graphql', protocol: 'graphql-transport-ws', headers });
  await new Promise<void>((resolve, reject) => {
    wire.onClose = (reason) => reject(new Error(`A socket was not let in: ${reason}.`));
    wire.take = (bytes, start, end) => {
      if (bytes.toString('latin1', start, end).includes('connection_ack')) resolve();
    };
    wire.say('{"type":"connection_init"}');
  });
  wire.onClose = () => {};
  return wire;
}

/** One operation after another over a socket of its own. */
export class Asker {
  readonly #wire: Wire;
  #count = 0;
  #answered: ((text: string) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;

  private constructor(wire: Wire) {
    this.#wire = wire;
    wire.take = (bytes, start, end) => {
      const text = bytes.toString('utf8', start, end);
      if (text.includes('"type":"next"') || text.includes('"type":"error"')) this.#answered?.(text);
    };
    wire.onClose = (reason) => this.#failed?.(new Error(`A socket went away: ${reason}.`));
  }

  static async open(where: Where): Promise<Asker> {
    return new Asker(await openGraphQLSocket(where));
  }

  /** @returns the whole frame */
  ask(query: string, variables: object): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#wire.say(subscribe(String((this.#count += 1)), query, variables));
    });
  }

  close(): void {
    this.#wire.close();
  }
}

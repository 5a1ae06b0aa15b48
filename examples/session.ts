import { setTimeout as sleep } from 'node:timers/promises';
import type { Mutation, Query } from './operations.ts';

/** Where a server is to be found, and who hears about what has to wait. */
export interface Server {
  /** The address people open, such as `http://localhost:4000`; the API is at `/graphql` below it. */
  url: URL;
  onWait?: (reason: string, seconds: number) => void;
}

/** A mutation's answer that says no: the input, a rule or the state of things forbids it. Asking again would not help. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor({ code, reason, fields = [] }: MutationError) {
    super([`${code}: ${reason}`, ...fields.map((field) => `${field.path}: ${field.reason}`)].join('; '));
    this.code = code;
  }
}

/** The request itself went wrong: not signed in, or malformed. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}

/** The answer says when to come again, or that the server failed, or none came at all. */
class ComeAgain extends Error {
  readonly seconds: number | null;

  constructor(reason: string, seconds: number | null, cause?: unknown) {
    super(reason, { cause });
    this.seconds = seconds;
  }
}

interface MutationError {
  code: string;
  reason: string;
  fields?: { path: string; reason: string }[];
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; retryAfter?: number; requestId?: string } }[];
}

const patience = 30_000;
const attempts = 8;

/** One person's conversation with the API: holds their cookie, and asks again where asking again is right. */
export class Session {
  readonly server: Server;
  readonly #cookies = new Map<string, string>();

  constructor(server: Server) {
    this.server = server;
  }

  /** What tells the server who is asking. A socket needs these too: a cookie counts only beside an `Origin` that is allowed. */
  get headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin: this.server.url.origin, ...(cookie && { cookie }) };
  }

  /** A mutation's payload. @throws Refusal when the answer is one of the errors that the mutation may give */
  async mutate<Input, Payload extends object>(
    mutation: Mutation<Input, Payload>,
    input: Input,
  ): Promise<Payload> {
    const { result } = await this.#request<{ result: Payload | MutationError }>(mutation.text, { input });
    if (isError(result)) throw new Refusal(result);
    return result;
  }

  async query<Variables, Data>(query: Query<Variables, Data>, variables: Variables): Promise<Data> {
    return this.#request<Data>(query.text, variables);
  }

  /**
   * Asks until there is an answer. Mutations too: whether a request or only its answer got lost, or what a server that
   * failed had done by then, cannot be seen from here, and need not be, since each carries an id of ours (its own, or a
   * `clientMutationId`) and is done once only.
   */
  async #request<Data>(query: string, variables: unknown): Promise<Data> {
    for (let failures = 0; ;) {
      try {
        return await this.#ask<Data>(query, variables);
      } catch (error) {
        if (!(error instanceof ComeAgain)) throw error;
        if (error.seconds === null && ++failures === attempts) throw error;
        const seconds = error.seconds ?? Math.min(2 ** failures / 10, 10);
        this.server.onWait?.(error.message, seconds);
        await sleep(seconds * 1000);
      }
    }
  }

  async #ask<Data>(query: string, variables: unknown): Promise<Data> {
    const response = await fetch(new URL('/graphql', this.server.url), {
      method: 'POST',
      // The last header proves that no foreign page made a browser send this: such pages cannot set it.
      headers: {
        ...this.headers,
        'content-type': 'application/json',
        accept: accepted,
        'x-parley-csrf': '1',
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patience),
    }).catch(this.#noAnswer);
    if ([502, 503, 504].includes(response.status))
      throw new ComeAgain(`${this.server.url.origin} answers ${response.status}`, null);

    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name && value !== undefined) this.#cookies.set(name, value);
    }

    const text = await response.text().catch(this.#noAnswer);
    const { data, errors } = parseAnswer<Data>(text, response.status);
    const error = errors?.[0];
    if (error?.extensions?.code === 'RATE_LIMITED')
      throw new ComeAgain('RATE_LIMITED', error.extensions.retryAfter ?? 1);
    // With the request's id, which finds the reason in the server's log.
    if (error?.extensions?.code === 'INTERNAL')
      throw new ComeAgain(`${error.message} ${JSON.stringify(error.extensions)}`, null);
    if (error || !data)
      throw new RequestError(`${error?.message ?? text} ${JSON.stringify(error?.extensions ?? {})}`);
    return data;
  }

  readonly #noAnswer = (cause: unknown): never => {
    throw new ComeAgain(`${this.server.url.origin} does not answer`, null, cause);
  };
}

const accepted = 'application/graphql-response+json';

function parseAnswer<Data>(text: string, status: number): Answer<Data> {
  try {
    return JSON.parse(text) as Answer<Data>;
  } catch {
    throw new RequestError(`${status}: ${text.slice(0, 200)}`);
  }
}

function isError(result: object): result is MutationError {
  return 'code' in result && 'reason' in result;
}

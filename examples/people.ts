import { createHash, createHmac } from 'node:crypto';
import { signIn, signUp } from './operations.ts';
import { Refusal, type Server, Session } from './session.ts';

interface Login {
  handle: string;
  password: string;
}

export interface Person {
  id: string;
  handle: string;
  displayName: string;
  session: Session;
}

/**
 * A handle for any name: 2–32 of a–z, 0–9, _ and -. Letters of a name that a handle may not have become dashes; a
 * fingerprint of the name as it was keeps `Ada`, `ada` and `a|da` apart, and gives the same handle in every run.
 */
export function handleOf(name: string): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 19);
  const fingerprint = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${readable || 'nick'}-${fingerprint}`;
}

/** The people of all logs, each signed in once. */
export class People {
  readonly #server: Server;
  readonly #secret: string;
  readonly #inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly #people = new Map<string, Promise<Person>>();

  /** `inTurn` bounds how many sign in at once: a server hashes passwords slowly on purpose. */
  constructor(
    server: Server,
    secret: string,
    inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {
    this.#server = server;
    this.#secret = secret;
    this.#inTurn = inTurn;
  }

  get count(): number {
    return this.#people.size;
  }

  named(name: string): Promise<Person> {
    const known = this.#people.get(name);
    if (known) return known;
    const person = this.#inTurn(() => this.#enter(name));
    this.#people.set(name, person);
    return person;
  }

  async #enter(name: string): Promise<Person> {
    const session = new Session(this.#server);
    const handle = handleOf(name);
    const displayName = name.trim();
    const { viewer } = await enter(session, { handle, displayName, password: this.#passwordOf(handle) });
    return { id: viewer.id, handle, displayName, session };
  }

  /** Random to everybody else, the same in every run here, another one for every server: none can sign in elsewhere. */
  #passwordOf(handle: string): string {
    return createHmac('sha256', this.#secret)
      .update(`${this.#server.url.origin} ${handle}`)
      .digest('base64url');
  }
}

/** Signs up; who exists from an earlier run, or from a sign-up whose answer got lost, signs in. */
async function enter(session: Session, { displayName, ...login }: Login & { displayName: string }) {
  try {
    return await session.mutate(signUp, { ...login, displayName });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'CONFLICT') throw error;
    return session.mutate(signIn, login);
  }
}

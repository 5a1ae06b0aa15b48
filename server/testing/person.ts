import { randomBytes } from 'node:crypto';
import type { Change } from '../../schema/change/change.ts';
import { mutationOf, type Outcome } from '../../schema/testing/mutations.ts';
import { csrfHeader } from '../http/origin.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { type Answer, send } from './http.ts';
import type { Inbox } from './inbox.ts';
import { Socket } from './socket.ts';

/** What an operation answers with. Tests know what they asked for. */
export interface Result {
  // oxlint-disable-next-line typescript/no-explicit-any
  data?: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
}

export const password = 'correct horse battery staple';

/** A browser: it keeps its cookie, and says where its page comes from. */
export class Browser {
  readonly origin: string;
  cookie = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  get headers(): Record<string, string> {
    return { origin: this.origin, ...(this.cookie && { cookie: this.cookie }) };
  }

  async post(body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await send(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [csrfHeader]: '1', ...this.headers, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const [cookie] = answer.headers['set-cookie'] ?? [];
    if (cookie !== undefined) this.cookie = /^[^=]+=;/.test(cookie) ? '' : (cookie.split(';')[0] ?? '');
    return answer;
  }

  async ask(query: string, variables: object = {}): Promise<Result> {
    const { text } = await this.post({ query, variables });
    return JSON.parse(text) as Result;
  }

  /** What a mutation gives back, be it its payload or one of its errors. */
  async does(mutation: string, input: object): Promise<Outcome> {
    const { data, errors } = await this.ask(mutationOf(mutation), { input });
    if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return (data as { outcome: Outcome }).outcome;
  }

  async signUp(handle = `someone-${randomBytes(6).toString('hex')}`): Promise<Person> {
    const { viewer } = await this.does('signUp', { handle, displayName: 'Someone', password });
    return Object.assign(this, { id: viewer.id, handle });
  }

  /** A socket that has been let in. */
  async connect(): Promise<Socket> {
    const socket = await Socket.open(`${this.origin}/graphql`, { headers: this.headers });
    if (typeof socket === 'number') throw new Error(`The upgrade was refused with ${socket}.`);
    return socket.init();
  }

  stream(query: string, variables: object = {}): Promise<EventStream> {
    return openEventStream(
      `${this.origin}/graphql`,
      { [csrfHeader]: '1', ...this.headers },
      { query, variables },
    );
  }
}

export interface Person extends Browser {
  id: string;
  handle: string;
}

/** Everything that somebody is told. */
export const changesDocument = `subscription ($after: Cursor) { changes(after: $after) {
  __typename cursor ... on MessageAdded { message { seq body } } ... on GroupUpdated { kind } ... on ThreadLeft { threadId }
} }`;

export interface Told {
  __typename: Change['type'];
  cursor: string;
  message: { seq: number; body: string };
  kind: string;
  threadId: string;
}

/** Follows it over a socket, from a cursor on. */
export async function follow(
  socket: Socket,
  after: string | null = null,
): Promise<Inbox<Result | 'complete'>> {
  return socket.run(changesDocument, { after }).results;
}

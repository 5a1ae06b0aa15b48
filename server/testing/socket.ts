import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Inbox, within } from './inbox.ts';
import type { Result } from './person.ts';

export interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

interface Opening {
  headers?: Record<string, string>;
  protocols?: string[];
}

/** A socket as the wire shows it: whatever is sent is sent, whatever comes is kept. */
export class Socket {
  readonly messages = new Inbox<Message>();
  readonly #closing: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  readonly #results = new Map<string, Inbox<Result | 'complete'>>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#closing = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString()) as Message));
  }

  /** @returns the status instead, where the upgrade is refused */
  static async open(
    url: string,
    { headers = {}, protocols = [GRAPHQL_TRANSPORT_WS_PROTOCOL] }: Opening,
  ): Promise<Socket | number> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), protocols, { headers });
    socket.on('error', () => {});
    const kept = new Socket(socket);
    return new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      socket.once('open', () => resolve(kept));
    });
  }

  /** How it was closed. */
  get closed(): Promise<{ code: number; reason: string }> {
    return within(this.#closing, 'the socket stays open');
  }

  say(message: Message | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Through `connection_init` and `connection_ack`. @throws when it is closed instead */
  async init(): Promise<this> {
    this.say({ type: 'connection_init' });
    const refused = this.#closing.then(({ code }) => Promise.reject(new Error(`Closed with ${code}.`)));
    await Promise.race([this.messages.until(({ type }) => type === 'connection_ack'), refused]);
    refused.catch(() => {});
    return this;
  }

  /** Begins an operation. Its results come in order; 'complete' is the last. */
  run(query: string, variables: object = {}): { results: Inbox<Result | 'complete'>; stop(): void } {
    const id = String((this.#count += 1));
    const results = new Inbox<Result | 'complete'>();
    this.#results.set(id, results);
    this.say({ id, type: 'subscribe', payload: { query, variables } });
    return { results, stop: () => this.say({ id, type: 'complete' }) };
  }

  /** A query or mutation, answered. */
  async ask(query: string, variables: object = {}): Promise<Result> {
    const result = await this.run(query, variables).results.next();
    if (result === 'complete') throw new Error('Completed without a result.');
    return result;
  }

  /** Reads nothing until told otherwise. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** As a cable that is pulled. */
  cut(): void {
    this.#socket.terminate();
  }

  close(): void {
    this.#socket.close();
  }

  #take(message: Message): void {
    const results = this.#results.get(message.id ?? '');
    if (!results) return this.messages.push(message);
    if (message.type === 'next') results.push(message.payload as Result);
    else if (message.type === 'error') results.push({ errors: message.payload as Result['errors'] });
    else results.push('complete');
  }
}

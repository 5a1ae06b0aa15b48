import type { Duplex } from 'node:stream';
import { CloseCode, type WebSocket as ProtocolSocket } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Connection } from '../schema/context.ts';
import type { Caller } from './context.ts';
import { FrameSocket } from './live/frames.ts';
import type { Metrics } from './metrics.ts';
import { Turns } from './turns.ts';
import type { Unread } from './unread.ts';

export const closing = {
  /** The session has ended, or never was: sign in before coming back. */
  signedOut: [CloseCode.Unauthorized, 'Signed out'],
  /** It was opened for a page of somebody who was signed in before: begin afresh. */
  otherViewer: [CloseCode.Unauthorized, 'Somebody else is signed in'],
  /** The reader did not keep up: come back with the last cursor. */
  tooSlow: [4513, 'Too slow: resume from the last cursor'],
  /** The server goes down: come back at once, to whichever instance answers. */
  restart: [1012, 'Service restart'],
} as const;

interface Told {
  metrics: Pick<Metrics, 'slowReaders'>;
  logger: Logger;
  unread: Unread;
}

/**
 * One socket as all see it that speak over it: graphql-ws, the fan-out, and the schema. One object with methods, since of whatever
 * is made for each, thousands lie in memory.
 */
export class OpenSocket implements Connection, ProtocolSocket {
  readonly caller: Caller;
  readonly frames: FrameSocket;
  readonly turns = new Turns();
  readonly protocol: string;
  readonly #socket: WebSocket;
  readonly #told: Told;
  readonly #onClose: (() => void)[] = [];

  /** @param stream the connection below the socket */
  constructor(socket: WebSocket, stream: Duplex, arrived: Caller, told: Told) {
    this.caller = { ...arrived, connection: this };
    this.frames = new FrameSocket(
      stream,
      () => this.#isOpen,
      () => this.giveUp(),
      arrived.viewer?.userId ?? null,
      told.unread,
    );
    this.protocol = socket.protocol;
    this.#socket = socket;
    this.#told = told;
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  onClose(listener: () => void): void {
    this.#onClose.push(listener);
  }

  /** To be called when it has closed. */
  closed(): void {
    this.frames.closed();
    for (const listener of this.#onClose) listener();
  }

  giveUp(): void {
    if (!this.#isOpen) return;
    this.#told.metrics.slowReaders.inc({ over: 'socket' });
    this.#socket.close(...closing.tooSlow);
  }

  /** A client that does not answer the close can go on speaking for a while: it is nobody's by then. */
  signOut(why: readonly [number, string] = closing.signedOut): void {
    this.caller.viewer = null;
    this.#socket.close(...why);
  }

  send(data: string): Promise<void> | undefined {
    return this.frames.answer(data);
  }

  close(code?: number, reason?: string): void {
    this.frames.flush();
    this.#socket.close(code, reason);
  }

  onMessage(listener: (data: string) => Promise<void>): void {
    // One piece, as ws gives it unless it is told otherwise.
    this.#socket.on('message', (data: Buffer) => {
      listener(data.toString()).catch((error: unknown) => {
        // Its reader went away while it was being told something.
        if (!this.#isOpen) return;
        this.#told.logger.error({ err: error }, 'a message over a socket failed');
        this.#socket.close(CloseCode.InternalServerError, 'Internal server error');
      });
    });
  }
}

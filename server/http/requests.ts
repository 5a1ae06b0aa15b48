import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { pathOf } from '../request.ts';
import { eventStream } from './accept.ts';

/** @param requestId names what is being answered */
export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => Promise<void> | void;

/** A client that has not sent its request by then is not going to. */
export const requestMs = 30_000;
const checkMs = 5000;
/** Who has been answered before they had sent everything gets so long to hear of it. Nobody reads the rest. */
const restMs = 1000;

/** Every request that runs: named, told in the log when it is over, and known while it lasts. */
export class Requests {
  readonly #logger: Logger;
  /** By when each began. */
  readonly #running = new Map<ServerResponse, number>();
  readonly #timer: NodeJS.Timeout;
  readonly #isSlow: (path: string) => boolean;

  /** @param isSlow of a path whose requests take as long as they take, and see to it themselves */
  constructor(logger: Logger, isSlow: (path: string) => boolean) {
    this.#logger = logger;
    this.#isSlow = isSlow;
    this.#timer = setInterval(() => {
      const late = performance.now() - requestMs;
      for (const [{ req }, began] of this.#running)
        if (began < late && !req.complete && !isSlow(pathOf(req))) req.socket.destroy();
    }, checkMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  take(request: IncomingMessage, response: ServerResponse, answer: Answering): void {
    const requestId = randomUUID();
    const began = performance.now();
    const { method } = request;
    const path = pathOf(request);
    this.#running.set(response, began);
    response.setHeader('x-request-id', requestId);
    response.once('close', () => {
      this.#running.delete(response);
      const line = { requestId, method, path: told(path), status: response.statusCode };
      const ms = Math.round(performance.now() - began);
      if (!request.complete && !this.#isSlow(path))
        setTimeout(() => request.complete || request.socket.destroy(), restMs).unref();
      // What a browser loads, and what looks whether we live, is many lines that nobody reads.
      this.#logger[path === '/graphql' ? 'info' : 'debug'](
        { ...line, ms, cut: !response.writableFinished },
        'request',
      );
    });
    void this.#answer(request, response, answer, requestId);
  }

  /** Event streams, which have no end of their own. */
  get streams(): ServerResponse[] {
    return [...this.#running.keys()].filter((response) =>
      String(response.getHeader('content-type')).startsWith(eventStream),
    );
  }

  /** Whoever follows one comes back to another instance. */
  endStreams(): void {
    for (const response of this.streams) response.end();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    answer: Answering,
    requestId: string,
  ): Promise<void> {
    try {
      await answer(request, response, requestId);
    } catch (error) {
      this.#logger.error({ err: error, requestId }, 'a request failed');
      if (!response.headersSent)
        response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
      const extensions = { code: 'INTERNAL', requestId };
      response.end(
        JSON.stringify({ errors: [{ message: 'Something went wrong on our side.', extensions }] }),
      );
    }
  }
}

/** The secret of an invite link stands in its path. */
const told = (path: string): string => path.replace(/^(\/i\/).+/, '$1…').slice(0, 200);

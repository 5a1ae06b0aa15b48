import { createServer, type RequestListener, type Server } from 'node:http';
import { requestMs } from './requests.ts';

interface Limits {
  /** A connection over which nothing comes and nothing goes for so long leads nowhere. An event stream says something more often. */
  silentMs: number;
  /** From a connection's first byte to the end of a request's headers. */
  headersMs: number;
  /** A file may take this long on a slow line; cut off, it is gone on with. */
  uploadMs: number;
}

const ordinary: Limits = { silentMs: 60_000, headersMs: requestMs, uploadMs: 60 * 60 * 1000 };
/** How often Node looks for requests that take too long. */
const checkMs = 5000;

/** An HTTP server that waits for nobody for ever, neither for who is silent nor for who says a letter now and then. */
export function createListener(answer: RequestListener, limits: Partial<Limits> = {}): Server {
  const { silentMs, headersMs, uploadMs } = { ...ordinary, ...limits };
  const server = createServer(
    {
      requestTimeout: uploadMs,
      headersTimeout: headersMs,
      connectionsCheckingInterval: Math.min(checkMs, headersMs / 2),
    },
    (request, response) => {
      // Who has sent everything waits for us, and for as long as it takes: a large picture may wait for its turn.
      response.on('timeout', () => {
        if (!request.complete || response.headersSent) request.socket.destroy();
      });
      answer(request, response);
    },
  );
  server.setTimeout(silentMs);
  return server;
}

import { createServer, type RequestListener, type Server } from 'node:http';
import { requestMs } from './requests.ts';

/** A file may take this long on a slow line; cut off, it is gone on with. */
const uploadMs = 60 * 60 * 1000;
/** A connection over which nothing comes and nothing goes for so long leads nowhere. An event stream says something more often. */
const silentMs = 60_000;

/** An HTTP server that waits for nobody for ever. */
export function createListener(answer: RequestListener, patienceMs = silentMs): Server {
  const server = createServer(
    { requestTimeout: uploadMs, headersTimeout: requestMs },
    (request, response) => {
      // Who has sent everything waits for us, and for as long as it takes: a large picture may wait for its turn.
      response.on('timeout', () => {
        if (!request.complete || response.headersSent) request.socket.destroy();
      });
      answer(request, response);
    },
  );
  server.setTimeout(patienceMs);
  return server;
}

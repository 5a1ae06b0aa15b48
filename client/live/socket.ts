import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';

import { viewerId } from '../session/viewer-id.ts';
import { backoff, wakeable } from './backoff.ts';
import { connection } from './connection.ts';

/** A socket that says nothing for this long is asked whether it lives, and given as long to answer. */
const KEEP_ALIVE_MS = 12_000;
const PONG_WAIT_MS = 6_000;

/** The app's one socket: opened by the first operation, brought back for as long as one is running. */
export function createSocket(url: string): Client {
  let pongDue: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url,
    connectionParams: () => ({ viewerId: viewerId.get() }),
    keepAlive: KEEP_ALIVE_MS,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Infinity,
    retryWait: (tries) => wakeable(backoff(tries)),
    // Whatever ended it, short of what graphql-ws itself holds for hopeless, such as 4401.
    shouldRetry: () => true,
    on: {
      closed: () => {
        clearTimeout(pongDue);
        // A first cut may be a blip; the second in a row, or a network that is off, is not.
        const lost = connection.get() === 'online' && navigator.onLine;
        connection.set(lost ? 'connecting' : 'offline');
      },
      ping: (received) => {
        if (received) return;
        clearTimeout(pongDue);
        pongDue = setTimeout(() => socket.terminate(), PONG_WAIT_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongDue);
      },
    },
  });
  // A laptop that was shut or a train out of a tunnel: the browser knows before the socket does.
  addEventListener('offline', () => socket.terminate());
  return socket;
}

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Connection } from '../schema/context.ts';
import { refuse } from '../schema/errors.ts';
import type { Pipeline } from './graphql/pipeline.ts';
import { maxBodyBytes } from './http/door.ts';
import type { Caller } from './context.ts';
import type { Instance } from './instance.ts';
import { FrameSocket, Wire } from './live/frames.ts';
import { pathOf } from './request.ts';
import { throttleAddress } from './throttle.ts';

const closing = {
  /** The session has ended, or never was: sign in before coming back. */
  signedOut: [CloseCode.Unauthorized, 'Signed out'],
  /** The reader did not keep up: come back with the last cursor. */
  tooSlow: [4513, 'Too slow: resume from the last cursor'],
  /** The server goes down: come back at once, to whichever instance answers. */
  restart: [1012, 'Service restart'],
} as const;

const goingDown = ['503 Service Unavailable', 'Retry-After: 1'] as const;

const path = '/graphql';
const initMs = 5000;
const pingMs = 30_000;
const drainMs = 2000;
/** Operations that run over one socket. The web app has five at most. */
const operationsAtOnce = 100;

interface Options {
  instance: Instance;
  pipeline: Pipeline;
  logger: Logger;
  allows(request: IncomingMessage): boolean;
  callerOf(request: IncomingMessage): Promise<Caller>;
}

interface Extra {
  socket: WebSocket;
  frames: FrameSocket;
  caller: Caller;
}

/** graphql-transport-ws at /graphql: the handshake, what runs over each socket, and its end. */
export function openSockets(server: Server, { instance, pipeline, logger, allows, callerOf }: Options) {
  const { operations } = pipeline;
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: maxBodyBytes,
    perMessageDeflate: false,
  });
  instance.metrics.gauge('sockets', 'Open sockets.', [], () => sockets.clients.size);
  const alive = new WeakSet<WebSocket>();
  let draining = false;

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: initMs,
    onConnect: ({ extra }) => {
      const { viewer, connection } = extra.caller;
      if (viewer && connection) {
        instance.presence.enter(viewer, connection);
        return true;
      }
      extra.socket.close(...closing.signedOut);
      return false;
    },
    onSubscribe: ({ extra: { caller, frames }, subscriptions }, id, asked) => {
      if (Object.keys(subscriptions).length > operationsAtOnce)
        return [refuse('COST_LIMIT', `At most ${operationsAtOnce} operations run over one socket.`)];
      return pipeline.read(operations.arrival(caller, { wire: new Wire(frames, id) }), asked);
    },
    execute: (args) => operations.answer(args),
    subscribe: (args) => operations.follow(args),
  });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', destroyed);
    upgrade(request, stream, head).catch((error: unknown) => {
      if (error instanceof GraphQLError && error.extensions['code'] === 'RATE_LIMITED') {
        return refuseUpgrade(
          stream,
          '429 Too Many Requests',
          `Retry-After: ${String(error.extensions['retryAfter'])}`,
        );
      }
      logger.error({ err: error }, 'a socket could not be opened');
      refuseUpgrade(stream, '500 Internal Server Error');
    });
  });

  async function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    if (pathOf(request) !== path) return refuseUpgrade(stream, '404 Not Found');
    if (draining) return refuseUpgrade(stream, ...goingDown);
    if (!allows(request)) return refuseUpgrade(stream, '401 Unauthorized');
    const caller = await callerOf(request);
    await instance.throttles.spend('socket', caller.viewer?.userId ?? throttleAddress(caller.address));
    // Whoever came in the meantime would not be sent elsewhere any more.
    if (draining) return refuseUpgrade(stream, ...goingDown);
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, stream, caller));
  }

  function open(socket: WebSocket, stream: Duplex, arrived: Caller): void {
    const onClose: (() => void)[] = [];
    const connection: Connection = {
      onClose: (listener) => void onClose.push(listener),
      giveUp: () => {
        if (socket.readyState !== socket.OPEN) return;
        instance.metrics.slowReaders.inc({ over: 'socket' });
        socket.close(...closing.tooSlow);
      },
    };
    const caller: Caller = { ...arrived, connection };
    if (caller.viewer) {
      const end = () => {
        // A client that does not answer the close can go on speaking for a while.
        caller.viewer = null;
        socket.close(...closing.signedOut);
      };
      const leave = instance.sessions.enter(caller.viewer, end);
      if (leave) onClose.push(leave);
      else end();
    }
    const frames = new FrameSocket(stream, () => socket.readyState === socket.OPEN, connection.giveUp);
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));

    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => frames.answer(data),
        close: (code, reason) => {
          frames.flush();
          socket.close(code, reason);
        },
        onMessage: (listener) =>
          // One piece, as ws gives it unless it is told otherwise.
          socket.on('message', (data: Buffer) => {
            listener(data.toString()).catch((error: unknown) => {
              // Its reader went away while it was being told something.
              if (socket.readyState !== socket.OPEN) return;
              logger.error({ err: error }, 'a message over a socket failed');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      { socket, frames, caller },
    );
    socket.once('close', (code, reason) => {
      for (const listener of onClose) listener();
      void closed(code, String(reason));
    });
  }

  // One timer for all: a socket that has not answered the last ping is gone.
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      else {
        alive.delete(socket);
        socket.ping();
      }
    }
  }, pingMs).unref();

  return {
    /** Sends everybody elsewhere, and waits a moment for them to go. */
    async close(): Promise<void> {
      draining = true;
      clearInterval(pings);
      const gone = [...sockets.clients].map(
        (socket) => new Promise<void>((resolve) => socket.once('close', resolve)),
      );
      for (const socket of sockets.clients) socket.close(...closing.restart);
      const giveUp = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), drainMs);
      await Promise.all(gone);
      clearTimeout(giveUp);
    },
  };
}

/** A function of its own would hold on to the request for as long as the socket lasts. */
function destroyed(this: Duplex): void {
  this.destroy();
}

function refuseUpgrade(stream: Duplex, status: string, ...headers: string[]): void {
  // Nobody else watches over it any more, and a client may hold its own end open for ever.
  stream.once('finish', () => stream.destroy());
  stream.end(
    [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', ...headers, '', ''].join('\r\n'),
  );
}

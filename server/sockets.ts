import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { refuse } from '../schema/errors.ts';
import type { AtOnce } from './at-once.ts';
import type { Pipeline } from './graphql/pipeline.ts';
import { maxBodyBytes } from './http/door.ts';
import type { Caller } from './context.ts';
import type { Instance } from './instance.ts';
import { Wire } from './live/frames.ts';
import { onClose } from './on-close.ts';
import { closing, OpenSocket } from './open-socket.ts';
import { pathOf } from './request.ts';
import { throttleAddress } from './throttle.ts';

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
  places: AtOnce;
  allows(request: IncomingMessage): boolean;
  callerOf(request: IncomingMessage): Promise<Caller>;
}

/** graphql-transport-ws at /graphql: the handshake, what runs over each socket, and its end. */
export function openSockets(
  server: Server,
  { instance, pipeline, logger, places, allows, callerOf }: Options,
) {
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

  const protocol = makeServer<Record<string, unknown>, OpenSocket>({
    connectionInitWaitTimeout: initMs,
    onConnect: ({ extra: socket, connectionParams }) => {
      const { viewer } = socket.caller;
      const expected = connectionParams?.['viewerId'] ?? viewer?.userId;
      if (!viewer) socket.signOut();
      else if (expected !== viewer.userId) socket.signOut(closing.otherViewer);
      else instance.presence.enter(viewer, socket);
      return socket.caller.viewer !== null;
    },
    onSubscribe: ({ extra: { caller, frames, turns }, subscriptions }, id, asked) => {
      if (Object.keys(subscriptions).length > operationsAtOnce)
        return [refuse('COST_LIMIT', `At most ${operationsAtOnce} operations run over one socket.`)];
      return pipeline.read(operations.arrival(caller, { wire: new Wire(frames, id), turns }), asked);
    },
    execute: (args) => operations.answer(args),
    subscribe: async (args) => {
      const results = await operations.follow(args);
      // graphql-ws keeps what it was given for as long as the subscription lasts, and each event has a context of its own.
      args.contextValue = null;
      return results;
    },
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
    if (caller.viewer) {
      const leave = places.enter(caller.viewer.userId);
      if (!leave) return refuseUpgrade(stream, '429 Too Many Requests', 'Retry-After: 60');
      onClose(stream, leave);
    }
    sockets.handleUpgrade(request, stream, head, (socket) => open(socket, stream, caller));
  }

  const told = { metrics: instance.metrics, logger, unread: pipeline.unread };
  const failed = (error: Error): void => logger.debug({ err: error }, 'a socket failed');
  function answered(this: WebSocket): void {
    alive.add(this);
  }

  function open(socket: WebSocket, stream: Duplex, arrived: Caller): void {
    const opened = new OpenSocket(socket, stream, arrived, told);
    const { viewer } = opened.caller;
    if (viewer) {
      const leave = instance.sessions.enter(viewer, () => opened.signOut());
      if (leave) opened.onClose(leave);
      else opened.signOut();
    }
    alive.add(socket);
    socket.on('pong', answered);
    socket.on('error', failed);
    const closed = protocol.opened(opened, opened);
    socket.on('close', (code, reason) => {
      opened.closed();
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

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { type Config, keepSessionSecret, localOrigins } from './config.ts';
import { createFiles, filesPath } from './files/files.ts';
import { Pipeline } from './graphql/pipeline.ts';
import { createApi } from './http/api.ts';
import { mayEnter, turnAway } from './http/door.ts';
import { AtOnce } from './at-once.ts';
import { answerExport, exportPath } from './http/export.ts';
import { setSecurityHeaders } from './http/headers.ts';
import { answerHealth } from './http/health.ts';
import { createListener } from './http/listener.ts';
import { answerMetrics } from './http/metrics-page.ts';
import { comesFromAllowed, viewerHeader } from './http/origin.ts';
import { type Answering, Requests } from './http/requests.ts';
import { webApp } from './http/web-app.ts';
import type { Caller } from './context.ts';
import { type Instance, openInstance } from './instance.ts';
import { onClose } from './on-close.ts';
import { addressOf, pathOf } from './request.ts';
import { SessionCookies } from './session.ts';
import { openSockets } from './sockets.ts';

export interface App {
  readonly instance: Instance;
  /** Listens. @returns the port, which the system chose where the configuration says 0 */
  start(): Promise<number>;
  /** Drains: sockets are sent elsewhere, running requests end, then everything is closed. */
  stop(): Promise<void>;
}

/** Running requests get this long to end. */
const patienceMs = 4000;
/**
 * What one account may have open at once: requests to the API that run or whose answers are not read yet; files being fetched, as
 * many as a browser asks for over one connection to a proxy; and sockets. Each is lifted with the rule that says how often.
 */
const atOnce = { query: 50, file: 100, socket: 100 };

/** @param onEpochEnded see openInstance */
export async function createApp(
  config: Config,
  databaseUrl: string,
  logger: Logger,
  onEpochEnded?: () => void,
): Promise<App> {
  const secrets =
    config.sessionSecrets.length > 0 ? config.sessionSecrets : [keepSessionSecret(config.dataDir)];
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const cookies = new SessionCookies(secrets, secure);
  const instance = await openInstance(
    { ...config, sessionSecrets: secrets },
    databaseUrl,
    logger,
    onEpochEnded,
  );
  const pipeline = new Pipeline(instance, logger);
  const api = createApi(pipeline);
  const origins = new Set(config.allowedOrigins);
  const showApp = webApp();
  const places = (rule: keyof typeof atOnce) =>
    new AtOnce(config.rateLimits[rule] === null ? Infinity : atOnce[rule]);
  const answers = places('query');
  const files = createFiles({
    prisma: instance.prisma,
    store: instance.files,
    limits: config.fileLimits,
    throttles: instance.throttles,
    downloads: places('file'),
    origins,
    enter: async (request, response) => {
      const { viewer } = await callerOf(request, response);
      const leave = viewer && instance.sessions.enter(viewer, () => request.socket.destroy());
      if (leave) onClose(response, leave);
      return leave && viewer;
    },
  });
  const requests = new Requests(logger, (path) => path.startsWith(filesPath));
  instance.metrics.gauge('event_streams', 'Open event streams.', [], () => requests.streams.length);
  let draining = false;

  async function callerOf(request: IncomingMessage, response: ServerResponse | null): Promise<Caller> {
    const address = addressOf(request, config.trustProxy);
    return {
      viewer: await cookies.viewerOf(instance.signedIn, request.headers.cookie, address),
      expected: request.headers[viewerHeader]?.toString(),
      cookie: response && {
        set: async (secret) => void response.appendHeader('set-cookie', await cookies.make(secret)),
        clear: () => void response.appendHeader('set-cookie', cookies.clear()),
      },
      userAgent: request.headers['user-agent'] ?? '',
      address,
      connection: null,
    };
  }

  const answer: Answering = async (request, response, requestId) => {
    const path = pathOf(request);
    setSecurityHeaders(response, path, secure);
    if (await answerHealth(path, response, instance, draining)) return;
    if (await answerMetrics(path, request, response, instance.metrics, config.metricsToken)) return;
    if (path.startsWith(filesPath)) return files.answer(request, response);
    const { method = '' } = request;
    if (path === exportPath && /^(GET|HEAD)$/.test(method) && comesFromAllowed(request, origins)) {
      const { viewer } = await callerOf(request, null);
      const leave = viewer && instance.sessions.enter(viewer, () => response.destroy());
      if (leave) onClose(response, leave);
      return answerExport(response, instance, leave ? viewer : null, method === 'HEAD');
    }
    if (path !== '/graphql') return showApp(request, response);
    if (!mayEnter(request, response, origins)) return;
    const caller = await callerOf(request, response);
    // What it follows by then ends with it; a body that is still on its way will be nobody's.
    const end = () => (caller.viewer = null);
    const leave = caller.viewer && instance.sessions.enter(caller.viewer, end);
    if (leave) onClose(response, leave);
    else end();
    if (caller.viewer) {
      const giveBack = answers.enter(caller.viewer.userId);
      if (!giveBack)
        return void turnAway(response, 429, `At most ${answers.most} requests at once.`, 'RATE_LIMITED');
      onClose(response, giveBack);
    }
    const onGone = (act: () => void) => onClose(response, act);
    await api(request, response, pipeline.operations.arrival(caller, { requestId, onGone }));
  };

  const server = createListener((request, response) => requests.take(request, response, answer));
  const sockets = openSockets(server, {
    instance,
    pipeline,
    logger,
    places: places('socket'),
    allows: (request) => comesFromAllowed(request, origins),
    // A program without an Origin has no cookie: it could not be told from a page of another origin.
    callerOf: async (request) => {
      const caller = await callerOf(request, null);
      return request.headers.origin === undefined ? { ...caller, viewer: null } : caller;
    },
  });

  return {
    instance,
    start: async () => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, resolve);
      });
      const { port } = server.address() as AddressInfo;
      instance.listensOn(port);
      if (config.publicUrl === undefined) for (const origin of localOrigins(port)) origins.add(origin);
      return port;
    },
    stop: async () => {
      draining = true;
      requests.stop();
      await sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      requests.endStreams();
      server.closeIdleConnections();
      const giveUp = setTimeout(() => server.closeAllConnections(), patienceMs).unref();
      await closed;
      clearTimeout(giveUp);
      await files.settled();
      await instance.stop();
    },
  };
}

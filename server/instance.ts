import type { Logger } from 'pino';
import type { PrismaClient } from '../prisma/client/client.ts';
import { SessionGate } from '../schema/account/session.ts';
import { presentEpoch } from '../schema/log/epoch.ts';
import type { Viewer } from '../schema/context.ts';
import type { LogEvent } from '../schema/log/event.ts';
import { keepSessions } from '../schema/account/session.ts';
import { Log } from '../schema/log/log.ts';
import { PrivacyRegister } from '../schema/privacy/register.ts';
import { SendGate } from '../schema/message/send-gate.ts';
import { AtOnce } from './at-once.ts';
import type { Config } from './config.ts';
import { openConnections } from './connections.ts';
import { type ContextFor, contextsOf, nobody } from './context.ts';
import { following } from './following.ts';
import { showGauges } from './gauges.ts';
import { filesPath } from './files/files.ts';
import { Keeper } from './files/keeper.ts';
import { type FileStore, openStore } from './files/store.ts';
import { csrfHeader } from './http/origin.ts';
import { endLapsedSessions } from './lapsed-sessions.ts';
import { type Bus, LocalBus } from './live/bus.ts';
import { Hub } from './live/hub.ts';
import { timeFrom } from './live/latency.ts';
import { RedisBus } from './live/redis-bus.ts';
import { keepLogFor } from './live/retention.ts';
import { batchSize, Tail } from './live/tail.ts';
import { PresenceBoard } from './live/presence.ts';
import { TypingBoard } from './live/typing.ts';
import { Metrics } from './metrics.ts';
import { OpenSessions } from './open-sessions.ts';
import { Replicas } from './replicas.ts';
import { Sealer } from './seal.ts';
import { keepSearchFast } from './search-upkeep.ts';
import { openLimitStore, Throttles } from './throttle.ts';
import { triesOf } from './tries.ts';

/** One running Parley: the database, the log's tail and what hangs on it. */
export interface Instance {
  prisma: PrismaClient;
  bus: Bus;
  replicas: Replicas;
  hub: Hub;
  tail: Tail;
  throttles: Throttles;
  metrics: Metrics;
  /** Whose session a secret is. */
  signedIn: SessionGate;
  /** Whose session is in use right now. */
  sessions: OpenSessions;
  /** Who shows nobody what they have read. */
  privacy: PrivacyRegister;
  presence: PresenceBoard;
  contextFor: ContextFor;
  /** Where the bytes of files lie. */
  files: FileStore;
  /** Says which port it was, where the configuration leaves it to the system. */
  listensOn(port: number): void;
  stop(): Promise<void>;
}

/** Of one account: the web app has five a page. Lifted with the rule that says how often sockets are opened. */
const subscriptionsAtOnce = 1000;

/** @param onEpochEnded what to do when the database turns out to have been restored or failed over: start anew */
export async function openInstance(
  config: Config,
  databaseUrl: string,
  logger: Logger,
  onEpochEnded: () => void = () => {},
): Promise<Instance> {
  const metrics = new Metrics();
  const { pool, prisma, sql, close } = openConnections(
    databaseUrl,
    config.databaseConnections,
    logger,
    metrics,
  );
  const epoch = await presentEpoch(prisma);
  const replicas = new Replicas(
    { prisma, sql },
    config.databaseReplicaUrls,
    logger,
    metrics.statementsOf('replica'),
  );
  await replicas.start();
  const log = new Log(prisma, sql, epoch);
  const bus = config.redisUrl ? new RedisBus(config.redisUrl, epoch.id, logger) : new LocalBus();
  const store = config.redisUrl ? openLimitStore(config.redisUrl, epoch.id) : null;
  const throttles = new Throttles(config.rateLimits, store);
  const sessions = new OpenSessions();
  const typing = new TypingBoard(prisma, bus);
  const privacy = new PrivacyRegister(prisma);
  const presence = new PresenceBoard({
    bus,
    privacy,
    noteUse: (ids) =>
      keepSessions(prisma, ids).then(
        () => {},
        (error: unknown) => logger.warn({ err: error }, 'the end of some sockets could not be noted'),
      ),
  });
  const head = await log.head();
  // Behind the head, so that no change is missed.
  await privacy.load();
  const hub = new Hub(sql, log, head);
  const places = new AtOnce(config.rateLimits.socket === null ? Infinity : subscriptionsAtOnce);
  let { port } = config;
  const publicUrl = () => config.publicUrl ?? `http://localhost:${port}`;
  const files = await openStore(config);
  const keeper = new Keeper(prisma, files, logger);

  const contextFor = contextsOf({
    prisma,
    sql,
    log,
    replicas,
    bus,
    sends: new SendGate(sql, metrics.sends),
    ...following({ hub, typing, presence, sessions, metrics, places }),
    publicUrl,
    files: {
      limits: config.fileLimits,
      urlOf: (id) => `${publicUrl()}${filesPath}${id}`,
      headers: [{ name: csrfHeader, value: '1' }],
      sweep: () => keeper.sweep(),
    },
    seal: new Sealer(config.sessionSecrets),
    privacy,
    throttleFor: triesOf(config, throttles, store, metrics),
  });
  const endSession = (viewer: Viewer): void => {
    sessions.end(viewer.sessionId);
    for (const board of [hub, typing, presence]) board.endSession(viewer);
  };
  const lapsed = endLapsedSessions({
    prisma,
    sessions,
    endSession,
    context: () => contextFor(nobody),
    logger,
  });

  /** A session that has ended is not heard of in its turn: whatever holds back the log would keep its sockets open. */
  const endSessionsOf = (heldBack: LogEvent[]): void => {
    for (const { sessionId, userId } of heldBack)
      if (sessionId !== null && userId !== null && !sessions.hasEnded(sessionId))
        endSession({ sessionId, userId });
    // There may be more than is seen from here.
    if (heldBack.length === batchSize) lapsed.look();
  };
  const handOn = async (events: LogEvent[], ahead: number): Promise<void> => {
    // First, so that whoever follows from now on finds that the session has ended, and who follows by now is told below.
    for (const { sessionId } of events) if (sessionId !== null) sessions.end(sessionId);
    // Noted before anybody is told, who may ask for more.
    replicas.hear(events);
    await privacy.refresh(
      events.flatMap(({ kind, userId }) => (kind === 'PRIVACY_UPDATED' && userId !== null ? [userId] : [])),
    );
    await hub.take(events, (change) =>
      timeFrom(change, { at: change.at.getTime() - ahead, observe: metrics.delivered }),
    );
    metrics.looked(events.length);
    for (const event of events) {
      typing.take(event);
      presence.take(event);
    }
  };
  /** Sign-outs and settings may be among what was not read. */
  const lookAgain = (): void => {
    void lapsed.check();
    void privacy
      .load()
      .catch((error: unknown) => logger.warn({ err: error }, 'privacy settings could not be read'));
  };
  const tail = new Tail(
    log,
    head,
    {
      batch: handOn,
      heldBack: endSessionsOf,
      forgotten: (head) => {
        hub.goOnFrom(head);
        lookAgain();
      },
      undone: (head) => {
        hub.startAfreshFrom(head);
        lookAgain();
      },
      ended: onEpochEnded,
    },
    logger,
  );
  bus.on('log', (author) => {
    // Who has written, here or elsewhere, is known before the log tells it, which an older transaction may hold back.
    if (author !== null) replicas.note(author);
    tail.hint();
  });
  tail.start();
  const stopPruning = keepLogFor(config.logRetentionDays, prisma, logger);
  const stopUpkeep = keepSearchFast(prisma, logger);
  showGauges({ metrics, hub, tail, bus, replicas, pool, store });

  return {
    prisma,
    bus,
    replicas,
    hub,
    tail,
    throttles,
    metrics,
    signedIn: new SessionGate(sql),
    sessions,
    privacy,
    presence,
    contextFor,
    files,
    listensOn: (actual) => {
      port = actual;
    },
    stop: async () => {
      lapsed.stop();
      await stopPruning();
      await stopUpkeep();
      await keeper.stop();
      await tail.stop();
      typing.stop();
      await presence.stop();
      await bus.close();
      store?.redis.disconnect();
      await replicas.stop();
      await close();
    },
  };
}

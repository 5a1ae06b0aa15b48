import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { PrismaClient } from '../prisma/client/client.ts';
import { type Sql, Statements } from '../prisma/statements.ts';
import type { Reader } from '../schema/context.ts';
import type { LogEvent } from '../schema/log/event.ts';
import { appConnection } from './database.ts';

const lookMs = 500;
/** For a connection, and for an answer: whoever takes longer is asked no more, and the primary is. */
const patienceMs = 1000;
const poolSize = 10;
/**
 * For so long it is remembered who has written, and what of. A replica is in use while it is known to have all that is older: many
 * times what a look takes, which waits its turn where the primary is busy.
 */
const rememberedMs = 8000;

interface Replica {
  /** Host and port, for the log. */
  name: string;
  pool: pg.Pool;
  prisma: PrismaClient;
  /** Asks the primary what this one cannot answer. */
  reader: Reader;
  /** Why it was left out at the last look; null where it was not. */
  trouble: string | null;
  /** How far the primary had written at the last look, and when it was asked for that. */
  written: Written | null;
  /** What was written before, it has. By the monotonic clock, as all of these. */
  hasUntil: number;
}

interface Written {
  place: string;
  at: number;
}

/**
 * Copies of the database that serve reads which may lag by a moment: people and messages that are searched for, and older pages. One
 * that is behind or gone is left out until it has caught up; with none left, the primary serves.
 */
export class Replicas {
  readonly #primary: Reader;
  readonly #logger: Logger;
  readonly #replicas: Replica[];
  readonly #recent = new Map<string, number>();
  readonly #stopping = new AbortController();
  #turn = 0;
  #watching: Promise<void>[] = [];

  /** @param onDone told how long each statement took: for the metrics */
  constructor(
    primary: Reader,
    urls: readonly string[],
    logger: Logger,
    onDone: (ms: number, statement: string) => void = () => {},
  ) {
    this.#primary = primary;
    this.#logger = logger;
    this.#replicas = urls.map((url) => {
      const impatient = { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs };
      const pool = new pg.Pool({ ...appConnection(url), ...impatient, max: poolSize });
      // A broken connection is noticed by the next look.
      pool.on('error', () => {});
      const prisma = new PrismaClient({
        adapter: new PrismaPg(pool),
        errorFormat: 'minimal',
        log: [{ emit: 'event', level: 'query' }],
      });
      prisma.$on('query', ({ duration }) => onDone(duration, 'typed'));
      const sql = new Statements(pool, onDone);
      return {
        name: new URL(url).host,
        pool,
        prisma,
        reader: { prisma: orElse(prisma, primary.prisma), sql: sqlOrElse(sql, primary.sql) },
        trouble: 'nothing is known of it yet',
        written: null,
        hasUntil: -Infinity,
      };
    });
  }

  /** Looks at once, and then twice a second. */
  async start(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => this.#look(replica)));
    this.#watching = this.#replicas.map((replica) => this.#watch(replica));
  }

  /** What somebody may be told from now on. */
  hear(events: readonly LogEvent[]): void {
    for (const { kind, threadId, userId, actorId } of events) {
      if (threadId !== null) this.note(threadId);
      // Also where they have done it through another instance.
      if (actorId !== null) this.note(actorId);
      // Who has just been let in, or out, is shown what they may see by now.
      if (userId !== null && (kind === 'THREAD_ADDED' || kind === 'THREAD_LEFT')) this.note(userId);
      if (kind === 'USER_UPDATED') this.note('people');
    }
  }

  /**
   * Somebody has written, or something was written to a thread. It is read where it was written, and from the replicas that are known
   * to have it: who has written it, or was told of it, is shown nothing from before.
   * @param what the person's id, the thread's, or `people`
   */
  note(what: string): void {
    if (this.#replicas.length === 0) return;
    // Set again to come last: the map is in the order of time, and its old front can go.
    this.#recent.delete(what);
    this.#recent.set(what, performance.now());
    for (const [old, at] of this.#recent) {
      if (performance.now() - at < rememberedMs) break;
      this.#recent.delete(old);
    }
  }

  /**
   * Whom to ask what may be a moment old: the replicas in turn, that have whatever was noted.
   * @param about who asks, and what of
   */
  reader(...about: (string | undefined)[]): Reader {
    const noted = about.map((id) => this.#recent.get(id ?? '') ?? -Infinity);
    const usable = this.#replicas.filter(
      (replica) => troubleOf(replica) === null && noted.every((at) => at < replica.hasUntil),
    );
    if (usable.length === 0) return this.#primary;
    this.#turn += 1;
    return usable[this.#turn % usable.length]?.reader ?? this.#primary;
  }

  /** The connections to each. */
  get pools(): readonly pg.Pool[] {
    return this.#replicas.map(({ pool }) => pool);
  }

  /** What is wrong with which replica. */
  troubles(): string[] {
    return this.#replicas.flatMap((replica) => {
      const trouble = troubleOf(replica);
      return trouble ? [`The replica at ${replica.name} is left out: ${trouble}.`] : [];
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#watching);
    await Promise.all(
      this.#replicas.map(async ({ prisma, pool }) => {
        await prisma.$disconnect();
        await pool.end();
      }),
    );
  }

  async #watch(replica: Replica): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(lookMs, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await this.#look(replica);
    }
  }

  async #look(replica: Replica): Promise<void> {
    const before = replica.trouble;
    const at = performance.now();
    try {
      const [primary] = await this.#primary.prisma.$queryRaw<[{ place: string; epoch: string | null }]>`
        select pg_current_wal_flush_lsn()::text as place,
          (select id from "LogEpoch" order by "startedAt" desc, id desc limit 1) as epoch`;
      const written = { place: primary.place, at };
      // Of what was written since the last look some may still be on its way, also to one that keeps up.
      const expected = replica.written ?? written;
      replica.trouble = await lookAt(replica, expected.place, primary.epoch);
      if (replica.trouble === null) replica.hasUntil = expected.at;
      replica.written = written;
    } catch {
      // Without the primary nothing new can be said of the others; /health/ready says what matters.
      return;
    }
    if (replica.trouble === before) return;
    const { name, trouble } = replica;
    if (trouble) this.#logger.warn({ replica: name, trouble }, 'a replica is left out');
    else this.#logger.info({ replica: name }, 'a replica serves');
  }
}

/** Why it is left out by now; null while it is in use. */
const troubleOf = ({ trouble, hasUntil }: Replica): string | null =>
  trouble ??
  (performance.now() - hasUntil < rememberedMs ? null : 'the primary does not say how far it should be');

/** What is wrong with it at a look; null where nothing is. */
async function lookAt({ prisma }: Replica, place: string, epoch: string | null): Promise<string | null> {
  try {
    const [state] = await prisma.$queryRaw<[{ follows: boolean; current: boolean; same: boolean }]>`
      select pg_is_in_recovery() as follows,
        coalesce(pg_last_wal_replay_lsn() >= ${place}::pg_lsn, false) as current,
        exists (select from "LogEpoch" where id = ${epoch}) as same`;
    if (!state.follows) return 'it is not a replica';
    if (!state.current) return 'it is behind';
    return state.same ? null : 'it follows another database';
  } catch {
    return 'it does not answer';
  }
}

/** The primary knows everything that a replica does, so nothing that is asked fails for want of the replica. */
const sqlOrElse = (replica: Sql, primary: Sql): Sql => ({
  all: <Row>(...asked: Parameters<Sql['all']>) =>
    replica.all<Row>(...asked).catch(() => primary.all<Row>(...asked)),
  planned: <Row>(...asked: Parameters<Sql['planned']>) =>
    replica.planned<Row>(...asked).catch(() => primary.planned<Row>(...asked)),
});

/** The same for the typed client. */
function orElse(replica: PrismaClient, primary: PrismaClient): PrismaClient {
  type Asked = Record<string, (args: unknown) => Promise<unknown>>;
  const reader = replica.$extends({
    query: {
      $allModels: {
        $allOperations: async ({ model, operation, args, query }) => {
          try {
            return await query(args);
          } catch {
            const there = Reflect.get(primary, model) as Asked;
            return there[operation]?.(args);
          }
        },
      },
    },
  });
  return reader as unknown as PrismaClient;
}

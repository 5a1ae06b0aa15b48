import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';
import type { Statements } from '../../prisma/statements.ts';
import { refuse } from '../errors.ts';
import { CursorSeal } from './cursor.ts';
import { type Epoch, isPresent, presentEpoch, type Run, serverStart, writtenEpoch } from './epoch.ts';
import { comparePositions, type LogEvent, type Position } from './event.ts';
import { newest } from './newest.ts';

const columns = Prisma.sql`id, transaction, kind, at, "threadId", "messageId", "actorId", "userId", "sessionId", emoji`;

export const resync = () =>
  refuse(
    'RESYNC_REQUIRED',
    'This cursor can no longer be resumed from. Fetch afresh, and go on from Query.cursor.',
  );

const readLog = `
  select event.*, epoch."prunedThrough", ${serverStart} <> $5 as restarted,
    extract(epoch from statement_timestamp())::float8 * 1000 as now
  from "LogEpoch" epoch left join (
    select ${columns.sql}, transaction < txid_snapshot_xmin(txid_current_snapshot()) as settled from "Event"
    where (transaction, id) > ($1, $2) order by transaction, id limit $3
  ) as event on true where epoch.id = $4 order by event.transaction, event.id`;

const headOfLog = `
  select least(txid_snapshot_xmin(txid_current_snapshot()), ${newest} + 1) as transaction, ${serverStart} as server`;

/** The kinds that change what others show, too: the message that they name, or else the group itself. */
export const rowKinds = [
  'MESSAGE_EDITED',
  'MESSAGE_DELETED',
  'REACTION_ADDED',
  'REACTION_REMOVED',
  'MESSAGE_PINNED',
  'MESSAGE_UNPINNED',
  'GROUP_RENAMED',
  'GROUP_SETTINGS_CHANGED',
  'GROUP_ARCHIVED',
  'GROUP_UNARCHIVED',
] as const satisfies readonly LogEvent['kind'][];

const kindsOfRow = Prisma.raw(rowKinds.map((kind) => `'${kind}'`).join(', '));

/** What lies behind a place. */
interface Reading {
  /** Below the horizon, in order. */
  events: LogEvent[];
  /** Committed already, and held back by an older transaction that still runs: what may come in front of it is not there yet. */
  heldBack: LogEvent[];
  /** The last transaction that had been forgotten when this was read. */
  prunedThrough: bigint;
  /** The place is in a past that a restore has undone: there is nothing to go on from. */
  undone: boolean;
  /** When the database was asked, by its clock: in milliseconds, as `Date` counts them. */
  now: number;
}

/** The log, read. Writing to it is `append`'s, inside a command's transaction. */
export class Log {
  readonly #prisma: PrismaClient;
  readonly #sql: Statements;
  #epoch: Epoch;
  /** Of each run, the last one first. */
  #seals: readonly CursorSeal[];
  /** The run in which it was last read on. */
  #readIn: string | undefined;
  #looking: Promise<Epoch> | null = null;

  constructor(prisma: PrismaClient, sql: Statements, epoch: Epoch) {
    this.#prisma = prisma;
    this.#sql = sql;
    this.#epoch = epoch;
    this.#seals = sealsOf(epoch);
    this.#readIn = epoch.runs[0]?.server;
  }

  /** Whether the epoch still lasts: after a restore or a fail-over an instance that starts begins a new one. */
  isPresent(): Promise<boolean> {
    return isPresent(this.#prisma, this.#epoch);
  }

  /**
   * PostgreSQL may have started again before the log is read on here: a place from its new run is sealed with that one's key.
   * @param server when it started, by what the place was read with
   */
  async notice(server: string): Promise<void> {
    if (server === this.#epoch.runs[0]?.server) return;
    this.#looking ??= presentEpoch(this.#prisma).finally(() => (this.#looking = null));
    this.#take(await this.#looking);
  }

  /** @returns false for another epoch: whoever asks whether this one lasts will be told */
  #take(epoch: Epoch | null): boolean {
    if (epoch?.id !== this.#epoch.id) return false;
    this.#epoch = epoch;
    this.#seals = sealsOf(epoch);
    return true;
  }

  seal(position: Position): string {
    const [seal] = this.#seals;
    if (!seal) throw new Error('An epoch without a run.');
    return seal.seal(position);
  }

  /**
   * @throws RESYNC_REQUIRED for a cursor that was made up, is of another epoch or of a past that was undone, or older than
   * what is kept
   */
  async open(cursor: string): Promise<Position> {
    const position = this.#open(cursor);
    if (position) return position;
    // Another instance may have noticed first that PostgreSQL has started again.
    this.#take(await writtenEpoch(this.#prisma, this.#epoch.id));
    return this.#open(cursor) ?? Promise.reject(resync());
  }

  #open(cursor: string): Position | null {
    for (const [index, seal] of this.#seals.entries()) {
      const position = seal.open(cursor);
      if (!position) continue;
      const next = this.#epoch.runs[index - 1];
      const isLost = position.transaction <= this.#epoch.prunedThrough || (next && isUndone(position, next));
      return isLost ? null : position;
    }
    return null;
  }

  /**
   * Asked after reading on from a place: what was read is whole if nothing behind that place has been forgotten by now.
   * @throws RESYNC_REQUIRED
   */
  async #assertKept(position: Position): Promise<void> {
    const row = await this.#prisma.logEpoch.findUnique({ where: { id: this.#epoch.id } });
    if (!row || position.transaction <= row.prunedThrough) throw resync();
  }

  /** Where the log stands: before every event that is not yet certain to have been seen by whoever reads next. */
  async head(): Promise<Position> {
    const [row] = await this.#sql.all<{ transaction: bigint; server: string }>('log_head', headOfLog, []);
    if (!row) throw new Error('The log has no end.');
    await this.notice(row.server);
    return { transaction: row.transaction, id: 0n };
  }

  /**
   * What comes after a place, below the horizon: nothing can be committed any more in front of what this returns.
   * Ids become visible out of order, so "everything after the last id" would lose whatever commits late.
   */
  async read(after: Position, limit: number): Promise<Reading> {
    type State = { prunedThrough: bigint; restarted: boolean; now: number };
    type Row = LogEvent & State & { settled: boolean };
    // The epoch's row comes also where no event does, and is read in the same snapshot.
    const rows = await this.#sql.all<Row | (State & { id: null })>('read_log', readLog, [
      after.transaction,
      after.id,
      limit,
      this.#epoch.id,
      this.#readIn,
    ]);
    const found = rows.flatMap((row) => (row.id === null ? [] : [row]));
    return {
      events: found.flatMap((row) => (row.settled ? [eventOf(row)] : [])),
      heldBack: found.flatMap((row) => (row.settled ? [] : [eventOf(row)])),
      prunedThrough: rows[0]?.prunedThrough ?? 0n,
      undone: rows[0]?.restarted === true && (await this.#goOnInNextRun(after)),
      now: rows[0]?.now ?? 0,
    };
  }

  /** PostgreSQL has started again. @returns whether a place that was reached before lies behind where it began */
  async #goOnInNextRun(reached: Position): Promise<boolean> {
    const epoch = await presentEpoch(this.#prisma);
    if (!this.#take(epoch)) return true;
    const before = epoch.runs.findIndex(({ server }) => server === this.#readIn);
    const since = before < 0 ? epoch.runs : epoch.runs.slice(0, before);
    this.#readIn = epoch.runs[0]?.server;
    return since.some((run) => isUndone(reached, run));
  }

  /**
   * Who has left some threads after a place, and what was done there to the groups themselves and to some messages, also
   * above the horizon.
   */
  async departuresAfter(
    after: Position,
    threadIds: readonly string[],
    messageIds: readonly string[],
  ): Promise<LogEvent[]> {
    return this.#prisma.$queryRaw<LogEvent[]>`
      select found.* from unnest(${threadIds}::text[]) as those (id), lateral (
        select ${columns} from "Event"
        where "threadId" = those.id and (transaction, id) > (${after.transaction}, ${after.id}) and (kind = 'THREAD_LEFT' or
          kind in (${kindsOfRow}) and ("messageId" is null or "messageId" = any(${messageIds}::text[])))
      ) as found order by transaction, id`;
  }

  /**
   * What one viewer may care for in (after, upTo]: the events of some threads and, unless `threadsOnly`, those about
   * themselves and those for everybody. Reads by index and thread, so a busy server costs a quiet person nothing.
   * @throws RESYNC_REQUIRED when some of it is not kept any more, or `after` lies behind `upTo`
   */
  async readFor(
    {
      userId,
      threadIds,
      threadsOnly,
    }: { userId: string; threadIds: readonly string[]; threadsOnly: boolean },
    after: Position,
    upTo: Position,
    limit: number,
  ): Promise<LogEvent[]> {
    const ahead = comparePositions(after, upTo);
    // No place that was ever given out lies behind where the log stands, unless what was there has been undone.
    if (ahead > 0) throw resync();
    if (ahead === 0) return [];
    const range = Prisma.sql`
      (transaction, id) > (${after.transaction}, ${after.id}) and (transaction, id) <= (${upTo.transaction}, ${upTo.id})
      order by transaction, id limit ${limit}`;
    const own = Prisma.sql`
      union (select ${columns} from "Event"
        where "userId" = ${userId} and kind in ('THREAD_ADDED', 'THREAD_LEFT', 'OWN_RECEIPT_MOVED', 'PREFERENCES_CHANGED', 'PRIVACY_UPDATED',
          'MESSAGE_SAVED', 'MESSAGE_UNSAVED') and ${range})
      union (select ${columns} from "Event" where "threadId" is null and kind = 'USER_UPDATED' and ${range})`;
    const events = await this.#prisma.$queryRaw<LogEvent[]>`
      select * from (
        select found.* from unnest(${threadIds}::text[]) as mine (id),
          lateral (select ${columns} from "Event" where "threadId" = mine.id and ${range}) as found
        ${threadsOnly ? Prisma.empty : own}
      ) as events order by transaction, id limit ${limit}`;
    await this.#assertKept(after);
    return events;
  }
}

/** Written out: every follower looks at it, and what is left over of another object is slow to look at. */
const eventOf = (row: LogEvent): LogEvent => ({
  id: row.id,
  transaction: row.transaction,
  kind: row.kind,
  at: row.at,
  threadId: row.threadId,
  messageId: row.messageId,
  actorId: row.actorId,
  userId: row.userId,
  sessionId: row.sessionId,
  emoji: row.emoji,
});

const sealsOf = ({ runs }: Epoch): CursorSeal[] => runs.map(({ key }) => new CursorSeal(key));

/** Whether a place that an earlier run has given out lies behind where a later one began. */
const isUndone = (position: Position, { first }: Run): boolean =>
  comparePositions(position, { transaction: first, id: 0n }) > 0;

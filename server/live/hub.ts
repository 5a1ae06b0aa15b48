import type { Change, LoggedChange } from '../../schema/change/change.ts';
import { toChange } from '../../schema/change/change.ts';
import { loadRows, type Rows } from '../../schema/change/rows.ts';
import type { FollowOptions, Live, Viewer } from '../../schema/context.ts';
import { refuse } from '../../schema/errors.ts';
import { gather } from '../../schema/gather.ts';
import { comparePositions, type LogEvent, type Position } from '../../schema/log/event.ts';
import { type Log, resync, rowKinds } from '../../schema/log/log.ts';
import { isPersonal, Membership, type Wanted } from '../../schema/log/membership.ts';
import { placeName } from '../../schema/thread/place.ts';
import type { Message } from '../../prisma/client/client.ts';
import type { Statements } from '../../prisma/statements.ts';
import { type Entry, Follower, type Source } from './follower.ts';
import type { Queue } from './queue.ts';

/**
 * Hands the log on to the subscriptions of this instance: each event once, in the log's order, to whoever may see it at
 * that place.
 */
export class Hub implements Live {
  readonly #sql: Statements;
  readonly #log: Log;
  readonly #memberships: (wanted: Wanted) => Promise<Membership>;
  readonly #source: Source = {
    register: (follower) => this.#register(follower),
    goLive: (follower) => this.#goLive(follower),
    leave: (follower) => this.#leave(follower),
    membership: (follower) => this.#membership(follower),
    read: (...asked) => this.#read(...asked),
    seal: (position) => this.#log.seal(position),
  };
  /** Everything up to here has been handed on. */
  #position: Position;
  /** Those that still read what they missed are given everything, to look through when they have caught up. */
  readonly #catchingUp = new Set<Follower>();
  readonly #byThread = new Map<string, Set<Follower>>();
  readonly #byUser = new Map<string, Set<Follower>>();

  constructor(sql: Statements, log: Log, position: Position) {
    this.#sql = sql;
    this.#log = log;
    this.#memberships = gather((wanted) => Membership.loadAll(sql, wanted));
    this.#position = position;
  }

  /** How many subscriptions are followed. */
  get size(): number {
    let count = 0;
    for (const followers of this.#byUser.values()) count += followers.size;
    return count;
  }

  #followers(): Follower[] {
    return [...this.#byUser.values()].flatMap((each) => [...each]);
  }

  /**
   * @throws RESYNC_REQUIRED for a cursor that is of no use
   * @throws NOT_FOUND for a thread that the viewer is not in
   */
  async follow(viewer: Viewer, options: FollowOptions): Promise<Queue<Change>> {
    const after = options.after == null ? null : await this.#log.open(options.after);
    const follower = new Follower(viewer, options, this.#source);
    if (!(await follower.start(after))) throw refuse('NOT_FOUND', 'No such thread.');
    return follower.queue;
  }

  /** What was handed on is of a past that has been undone: whoever follows has to start afresh. */
  startAfreshFrom(position: Position): void {
    this.#position = position;
    for (const follower of this.#followers()) follower.queue.fail(resync());
  }

  /**
   * What lies before this place is not handed on: who follows reads it from the log, or has to start afresh where the log has
   * forgotten it. Somebody who came with a cursor from further on misses nothing of it.
   */
  goOnFrom(position: Position): void {
    this.#position = position;
    this.#byThread.clear();
    for (const follower of this.#followers()) follower.reread();
  }

  /**
   * The next events of the log. Their rows are loaded once, for all.
   * @param note told of each change before anybody is
   */
  async take(events: LogEvent[], note: (change: LoggedChange) => void = () => {}): Promise<void> {
    // To nobody nothing is handed. Whoever comes from now on reads from behind these, or is given them with their rows.
    if (this.#byUser.size === 0) {
      this.#position = events.at(-1) ?? this.#position;
      return;
    }
    const rows = await loadRows(this.#sql, events);
    const entries = events.map((event) => this.#entry(event, rows));
    for (const { change } of entries) if (change) note(change);
    const departures = await this.#departures(entries);
    for (const entry of entries) this.#hand(entry, departures);
  }

  /**
   * Rows are shown as they are by now, and so may hold what was done behind somebody's departure, in the batch or behind it.
   * The log is read after the rows, and whatever they hold was committed with its event: so that is among what is read here,
   * or else in front of the batch, and of every departure that counts.
   */
  async #departures(entries: readonly Entry[]): Promise<Departures> {
    const open = entries.filter(mayShowMore);
    if (open.length === 0) return none;
    const threadIds = new Set(open.map(({ event }) => event.threadId ?? ''));
    const messageIds = new Set(open.flatMap(messagesOf).map(({ id }) => id));
    const events = entries.map(({ event }) => event);
    const end = events.at(-1) ?? this.#position;
    const all = [...events, ...(await this.#log.departuresAfter(end, [...threadIds], [...messageIds]))];
    const left = new Map<string, Position[]>();
    for (const event of all) {
      if (event.kind !== 'THREAD_LEFT') continue;
      const place = placeOf(event, event.userId ?? '');
      left.set(place, [...(left.get(place) ?? []), event]);
    }
    const done = all.filter(({ kind }) => changesRow.has(kind));
    return { left, done: new Map(done.map((event) => [event.messageId ?? event.threadId ?? '', event])) };
  }

  async #membership({ viewer: { userId }, threadId }: Follower): Promise<Membership> {
    const membership = await this.#memberships({ userId, threadId });
    await this.#log.notice(membership.server);
    return membership;
  }

  /** A page of what one follower has missed. */
  async #read(
    { viewer: { userId }, threadId }: Follower,
    membership: Membership,
    from: Position,
    upTo: Position,
    limit: number,
  ): Promise<Entry[]> {
    const wanted = { userId, threadIds: membership.threadIds, threadsOnly: threadId !== null };
    const events = await this.#log.readFor(wanted, from, upTo, limit);
    if (events.length === 0) return [];
    const rows = await loadRows(this.#sql, events);
    // Who has left by now is told no more than that.
    membership.narrow(await this.#memberships({ userId, threadId }));
    return events.map((event) => this.#entry(event, rows));
  }

  /** What a session follows ends with it. */
  endSession({ userId, sessionId }: Pick<LogEvent, 'userId' | 'sessionId'>): void {
    for (const follower of this.#byUser.get(userId ?? '') ?? []) follower.onRevoked(sessionId);
  }

  #entry(event: LogEvent, rows: Rows): Entry {
    return { event, change: toChange(event, this.#log.seal(event), rows), rows };
  }

  #hand(entry: Entry, { left, done }: Departures): void {
    const { event } = entry;
    this.#position = event;
    const changes = left.size === 0 ? [] : shownBy(entry).flatMap((id) => done.get(id) ?? []);
    const forOne = ({ viewer }: Follower): Entry => {
      if (changes.length === 0) return entry;
      const departure = left.get(placeOf(event, viewer.userId))?.find((each) => isBefore(event, each));
      const isHidden = departure && changes.some((change) => isBefore(departure, change));
      return isHidden ? { ...entry, withheld: true } : entry;
    };
    for (const follower of this.#catchingUp) follower.hold(forOne(follower));
    const personal = isPersonal(event);
    if (event.kind === 'SESSION_REVOKED') return this.endSession(event);
    const index = personal ? this.#byUser.get(event.userId ?? '') : this.#byThread.get(event.threadId ?? '');
    for (const follower of index ? [...index] : []) {
      if (!follower.live) continue;
      const given = forOne(follower);
      try {
        follower.take(given);
      } catch (error) {
        // One who cannot be told must not keep the others waiting.
        follower.queue.fail(error instanceof Error ? error : new Error(String(error)));
      }
      // It may be in another thread by now, or in one less.
      if ((personal || given.withheld) && event.threadId !== null) this.#index(follower, event.threadId);
    }
  }

  /** From here on nothing passes by unseen; what came before this place is read from the log. */
  #register(follower: Follower): Position {
    this.#catchingUp.add(follower);
    add(this.#byUser, follower.viewer.userId, follower);
    return this.#position;
  }

  #goLive(follower: Follower): Position {
    this.#catchingUp.delete(follower);
    for (const threadId of follower.threadIds) add(this.#byThread, threadId, follower);
    return this.#position;
  }

  #leave(follower: Follower): void {
    this.#catchingUp.delete(follower);
    remove(this.#byUser, follower.viewer.userId, follower);
    for (const threadId of follower.threadIds) remove(this.#byThread, threadId, follower);
  }

  #index(follower: Follower, threadId: string): void {
    const belongs = !follower.queue.closed && follower.threadIds.includes(threadId);
    (belongs ? add : remove)(this.#byThread, threadId, follower);
  }
}

/** Of the threads and messages that a batch shows. */
interface Departures {
  /** Those from each place, in order. */
  left: ReadonlyMap<string, readonly Position[]>;
  /** What was last done to which message, or to the group itself. */
  done: ReadonlyMap<string, Position>;
}

const changesRow = new Set<LogEvent['kind']>(rowKinds);

const none: Departures = { left: new Map(), done: new Map() };

const placeOf = ({ threadId }: LogEvent, userId: string): string =>
  placeName({ threadId: threadId ?? '', userId });

const isBefore = (event: Position, later: Position): boolean => comparePositions(event, later) < 0;

/** The message that is told, and the one that it answers. */
function messagesOf({ event, change }: Entry): Message[] {
  const message = change?.rows.messages.get(event.messageId ?? '');
  const quoted = change?.rows.messages.get(message?.replyToId ?? '');
  return [message, quoted].filter((row) => row !== undefined);
}

/** The ids of the group and of the messages that are shown with it: with a departure, none. */
const shownBy = (entry: Entry): string[] =>
  entry.event.kind === 'THREAD_LEFT'
    ? []
    : [entry.event.threadId ?? '', ...messagesOf(entry).map(({ id }) => id)];

/**
 * Whether what it shows may come from behind a departure. Each leaves a line in its group: with the message that was the last
 * there, nothing is shown from behind one, but for what messages carry and whom they mention, which is read after them.
 */
function mayShowMore(entry: Entry): boolean {
  const thread = entry.change?.rows.threads.get(entry.event.threadId ?? '');
  if (thread?.kind !== 'GROUP') return false;
  const shown = messagesOf(entry);
  return (
    thread.lastSeq !== shown[0]?.seq ||
    shown.some(({ attachmentCount, mentionCount }) => attachmentCount + mentionCount > 0)
  );
}

function add<Key>(index: Map<Key, Set<Follower>>, key: Key, follower: Follower): void {
  const there = index.get(key);
  if (there) there.add(follower);
  else index.set(key, new Set([follower]));
}

function remove<Key>(index: Map<Key, Set<Follower>>, key: Key, follower: Follower): void {
  const there = index.get(key);
  there?.delete(follower);
  if (there?.size === 0) index.delete(key);
}

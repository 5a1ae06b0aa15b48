import type { Change } from '../../schema/change/change.ts';
import { toChange } from '../../schema/change/change.ts';
import { loadRows, type Rows } from '../../schema/change/rows.ts';
import type { FollowOptions, Live, Viewer } from '../../schema/context.ts';
import { refuse } from '../../schema/errors.ts';
import { gather } from '../../schema/gather.ts';
import { comparePositions, type LogEvent, type Position } from '../../schema/log/event.ts';
import { groupRowKinds, type Log, resync } from '../../schema/log/log.ts';
import { isPersonal, Membership, type Wanted } from '../../schema/log/membership.ts';
import { placeName } from '../../schema/thread/place.ts';
import type { Message } from '../../prisma/client/client.ts';
import type { Statements } from '../../prisma/statements.ts';
import { type Entry, Follower, type Source } from './follower.ts';

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

  /**
   * @throws RESYNC_REQUIRED for a cursor that is of no use
   * @throws NOT_FOUND for a thread that the viewer is not in
   */
  async follow(viewer: Viewer, options: FollowOptions): Promise<AsyncIterable<Change>> {
    const after = options.after == null ? null : await this.#log.open(options.after);
    const follower = new Follower(viewer, options, this.#source);
    if (!(await follower.start(after))) throw refuse('NOT_FOUND', 'No such thread.');
    return follower.queue;
  }

  /** What comes before this place is not to be had any more: whoever follows has to start afresh. */
  skipTo(position: Position): void {
    this.#position = position;
    const followers = [...this.#byUser.values()].flatMap((each) => [...each]);
    for (const follower of followers) follower.queue.fail(resync());
  }

  /** The next events of the log. Their rows are loaded once, for all. */
  async take(events: LogEvent[]): Promise<void> {
    // To nobody nothing is handed. Whoever comes from now on reads from behind these, or is given them with their rows.
    if (this.#byUser.size === 0) {
      this.#position = events.at(-1) ?? this.#position;
      return;
    }
    const rows = await loadRows(this.#sql, events);
    const entries = events.map((event) => this.#entry(event, rows));
    const departures = entries.some(mayShowMore) ? await this.#departures(events) : none;
    for (const entry of entries) this.#hand(entry, departures);
  }

  /**
   * Rows are shown as they are by now, and so may hold what came after somebody's removal. Who leaves which thread last,
   * of the batch and of what has been committed behind it by now: until there, edits and new names are not for them.
   */
  async #departures(events: LogEvent[]): Promise<Departures> {
    const all = [...events, ...(await this.#log.departuresAfter(events.at(-1) ?? this.#position))];
    const left = all.filter(({ kind }) => kind === 'THREAD_LEFT');
    const renamed = all.filter(({ kind }) => showsInGroup.has(kind));
    return {
      left: new Map(left.map((event) => [placeOf(event, event.userId ?? ''), event])),
      renamed: new Map(renamed.map((event) => [event.threadId ?? '', event])),
    };
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

  #entry(event: LogEvent, rows: Rows): Entry {
    return { event, change: toChange(event, this.#log.seal(event), rows), rows };
  }

  #hand(entry: Entry, { left, renamed }: Departures): void {
    const { event } = entry;
    this.#position = event;
    const isBefore = (later: Position | undefined) => later && comparePositions(event, later) < 0;
    const showsMore = left.size > 0 && (showsAnEdit(entry) || isBefore(renamed.get(event.threadId ?? '')));
    const forOne = ({ viewer }: Follower): Entry =>
      showsMore && isBefore(left.get(placeOf(event, viewer.userId))) ? { ...entry, withheld: true } : entry;
    for (const follower of this.#catchingUp) follower.hold(forOne(follower));
    const personal = isPersonal(event);
    if (event.kind === 'SESSION_REVOKED') {
      for (const follower of this.#byUser.get(event.userId ?? '') ?? []) follower.onRevoked(event.sessionId);
      return;
    }
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

interface Departures {
  /** By the place that was left. */
  left: ReadonlyMap<string, Position>;
  /** By thread. */
  renamed: ReadonlyMap<string, Position>;
}

/** What shows in a group's own row: its name and what it is set up as. */
const showsInGroup = new Set<LogEvent['kind']>(groupRowKinds);

const none: Departures = { left: new Map(), renamed: new Map() };

const placeOf = ({ threadId }: LogEvent, userId: string): string =>
  placeName({ threadId: threadId ?? '', userId });

/** The message that is told, and the one that it answers. */
function messagesOf({ event, change }: Entry): Message[] {
  const message = change?.rows.messages.get(event.messageId ?? '');
  const quoted = change?.rows.messages.get(message?.replyToId ?? '');
  return [message, quoted].filter((row) => row !== undefined);
}

/** Whether a message that it shows says something else than it did at first, was reacted to, or is pinned. */
const showsAnEdit = (entry: Entry): boolean =>
  // By now what was set may have been taken back, too.
  entry.event.emoji !== null ||
  entry.event.kind === 'MESSAGE_PINNED' ||
  messagesOf(entry).some(
    ({ editedAt, deletedAt, reactionKinds, pinnedAt }) =>
      editedAt !== null || deletedAt !== null || reactionKinds !== null || pinnedAt !== null,
  );

/** Whether what it shows may come from behind its place. Whatever is done to a group leaves a message in it. */
function mayShowMore(entry: Entry): boolean {
  const [message] = messagesOf(entry);
  const thread = entry.change?.rows.threads.get(entry.event.threadId ?? '');
  return showsAnEdit(entry) || (thread?.kind === 'GROUP' && thread.lastSeq !== message?.seq);
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

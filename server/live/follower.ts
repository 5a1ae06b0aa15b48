import type { Change, LoggedChange } from '../../schema/change/change.ts';
import type { Rows } from '../../schema/change/rows.ts';
import type { FollowOptions, Viewer } from '../../schema/context.ts';
import { unauthenticated } from '../../schema/errors.ts';
import { comparePositions, type LogEvent, type Position } from '../../schema/log/event.ts';
import { resync } from '../../schema/log/log.ts';
import type { Membership } from '../../schema/log/membership.ts';
import { Turns } from '../../schema/turns.ts';
import { Queue } from './queue.ts';

/** An event as it is handed on: with what it tells, or null where it tells nothing. */
export interface Entry {
  event: LogEvent;
  change: LoggedChange | null;
  /** What it is about. */
  rows: Rows;
  /** Not for this reader, who is about to leave, and with it whatever comes up to there. */
  withheld?: true;
}

/** What followers need of the hub and of the log. One for all of them. */
export interface Source {
  register(follower: Follower): Position;
  goLive(follower: Follower): Position;
  leave(follower: Follower): void;
  membership(follower: Follower): Promise<Membership>;
  read(
    follower: Follower,
    membership: Membership,
    from: Position,
    upTo: Position,
    limit: number,
  ): Promise<Entry[]>;
  seal(position: Position): string;
}

const pageSize = 200;
const pageSizeAtLeast = 10;
/** How many changes may wait until somebody takes them. */
const queueLimit = 1000;
const start: Position = { transaction: 0n, id: 0n };
/** How many events may pass while the past is replayed before it begins again from further on: of the busiest instance a tenth of a second. */
const heldLimit = 2000;
/** Of one account's followers so many read at once. The others wait, and nobody else does. */
const turns = new Turns(4, Infinity);

/**
 * One subscription: register, read from the cursor, drain, live.
 *
 * Registered first, it is handed everything that passes; then it reads what lies between its cursor and the place where
 * it registered, and then looks through what it was handed. So nothing falls between the past and the present, and
 * nothing comes twice: each place in the log is taken once, in order.
 */
export class Follower {
  readonly viewer: Viewer;
  /** The one that is followed; null for all. */
  readonly threadId: string | null;
  readonly queue: Queue<Change>;
  readonly #wants: FollowOptions['wants'];
  readonly #source: Source;
  #membership: Membership | null = null;
  #position: Position = start;
  /** What comes behind this is held. */
  #upTo: Position = start;
  #held: Entry[] = [];
  #overflowed = false;
  /** For its turn, or for its reader. */
  #waits = false;
  /** That is told once, also if it has to read again later. */
  #hasCaughtUp = false;
  live = false;

  constructor(
    viewer: Viewer,
    { threadId, wants }: Pick<FollowOptions, 'threadId' | 'wants'>,
    source: Source,
  ) {
    this.viewer = viewer;
    this.threadId = threadId ?? null;
    this.#wants = wants;
    this.#source = source;
    this.queue = new Queue(queueLimit, () => source.leave(this));
  }

  get threadIds(): string[] {
    return this.#membership?.threadIds ?? [];
  }

  /** @returns false when it is about a thread that the viewer is not in */
  async start(after: Position | null): Promise<boolean> {
    try {
      await this.#enter(after);
      if (!this.#isIn()) {
        this.queue.end();
        return false;
      }
      this.#goOn();
      return true;
    } catch (error) {
      this.queue.end();
      throw error;
    }
  }

  /**
   * Passing events while the past is still being read. Of one too many, and of any that comes while it waits, all are read from
   * the log instead: kept for as long as somebody reads nothing, they would be what everybody has said meanwhile.
   */
  hold(entry: Entry): void {
    this.#overflowed ||= this.#waits || this.#held.length >= heldLimit;
    if (this.#overflowed) this.#held.length = 0;
    else this.#held.push(entry);
  }

  /** Something has passed that it was not handed: all that comes behind its place is read from the log. */
  reread(): void {
    this.#overflowed = true;
    this.#held.length = 0;
    if (!this.live) return;
    this.live = false;
    this.#goOn();
  }

  take({ event, change, rows, withheld }: Entry): void {
    if (comparePositions(event, this.#position) <= 0 || !this.#membership || this.queue.closed) return;
    this.#position = event;
    if (this.threadId !== null && event.threadId !== this.threadId) return;
    // Asked first: who has come back by now stays in, whatever is withheld from before.
    if (!this.#membership.admits(event, rows)) return;
    if (withheld) this.#membership.withhold(event.threadId);
    else this.#tell(event, change);
  }

  #tell(event: LogEvent, change: LoggedChange | null): void {
    if (change && this.#wants(change)) this.queue.push(change);
    // Of its one thread nothing can come any more.
    if (event.kind === 'THREAD_LEFT' && !this.#isIn()) this.queue.end();
  }

  onRevoked(sessionId: string | null): void {
    if (sessionId === this.viewer.sessionId) this.queue.fail(unauthenticated());
  }

  /** False once the reader is not in the one thread that is followed. */
  #isIn(): boolean {
    return this.threadId === null || this.#membership?.has(this.threadId) === true;
  }

  /**
   * From the present on everything is held; up to there it is to be read.
   * @throws RESYNC_REQUIRED for a place that is ahead of it
   */
  async #enter(after: Position | null): Promise<void> {
    const registered = this.#source.register(this);
    this.#held = [];
    this.#overflowed = false;
    // Read after registering, so that it has seen everything up to there, and up to its own horizon.
    this.#membership = await this.#source.membership(this);
    const { horizon } = this.#membership;
    const present = comparePositions(registered, horizon) < 0 ? horizon : registered;
    // No place that was ever given out lies behind where the log stands, unless what was there has been undone.
    if (after && comparePositions(after, present) > 0) throw resync();
    this.#position = after ?? present;
    this.#upTo = present;
  }

  #goOn(): void {
    this.#catchUp().catch((error: unknown) => {
      this.queue.fail(error instanceof Error ? error : new Error(String(error)));
    });
  }

  async #catchUp(): Promise<void> {
    let limit = pageSize;
    while (!this.queue.closed) {
      if (this.#overflowed || comparePositions(this.#position, this.#upTo) < 0) {
        await this.#room();
        limit = await this.#takePage(limit);
      } else if (this.#held.length > 0) {
        await this.#room();
        this.#held.splice(0, await this.#takeSome(this.#held));
      } else return this.#goLive();
    }
  }

  /**
   * What of it there was no room for is read again when there is: kept for as long as somebody reads nothing, pages are megabytes.
   * @returns how long the next is to be
   */
  async #takePage(limit: number): Promise<number> {
    this.#waits = true;
    const page = await turns.take(this.viewer.userId, () => this.#read(limit));
    const taken = await this.#takeSome(page);
    const isLast = page.length < limit && taken === page.length;
    if (isLast && comparePositions(this.#position, this.#upTo) < 0) this.#position = this.#upTo;
    return this.queue.ready() ? Math.max(taken, pageSizeAtLeast) : pageSize;
  }

  /** In its turn, so that nothing is waited for between where it begins to hold and where it reads up to there. */
  async #read(limit: number): Promise<Entry[]> {
    this.#waits = false;
    // Who has gone while they waited would be read for in vain.
    if (this.#overflowed && !this.queue.closed) {
      await this.#enter(this.#position);
      if (!this.#isIn()) this.queue.end();
    }
    if (this.queue.closed || !this.#membership) return [];
    return this.#source.read(this, this.#membership, this.#position, this.#upTo, limit);
  }

  /** @returns how many there was room for */
  async #takeSome(entries: readonly Entry[]): Promise<number> {
    let count = 0;
    for (const entry of entries) {
      this.take(entry);
      count += 1;
      const settled = this.queue.settled();
      if (settled) await settled;
      if (this.queue.ready()) break;
    }
    return count;
  }

  async #room(): Promise<void> {
    for (let ready = this.queue.ready(); ready; ready = this.queue.ready()) {
      this.#waits = true;
      await ready;
    }
    this.#waits = false;
  }

  /** In one turn with the last of what was held, so that nothing passes in between. */
  #goLive(): void {
    const reached = this.#source.goLive(this);
    this.live = true;
    if (comparePositions(this.#position, reached) < 0) this.#position = reached;
    if (this.#hasCaughtUp) return;
    this.#hasCaughtUp = true;
    const caughtUp: Change = { type: 'CaughtUp', cursor: this.#source.seal(this.#position), at: new Date() };
    if (this.#wants(caughtUp)) this.queue.push(caughtUp);
  }
}

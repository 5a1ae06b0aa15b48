import type { Change, LoggedChange } from '../../schema/change/change.ts';
import type { Rows } from '../../schema/change/rows.ts';
import type { FollowOptions, Viewer } from '../../schema/context.ts';
import { unauthenticated } from '../../schema/errors.ts';
import { comparePositions, type LogEvent, type Position } from '../../schema/log/event.ts';
import { resync } from '../../schema/log/log.ts';
import type { Membership } from '../../schema/log/membership.ts';
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
/** How many events may pass while the past is replayed before it begins again from further on. */
const heldLimit = 10_000;

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
  #held: Entry[] = [];
  #overflowed = false;
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
      const from = await this.#enter(after);
      if (!this.#isIn()) {
        this.queue.end();
        return false;
      }
      this.#catchUp(from).catch((error: unknown) => {
        this.queue.fail(error instanceof Error ? error : new Error(String(error)));
      });
      return true;
    } catch (error) {
      this.queue.end();
      throw error;
    }
  }

  /** Passing events while the past is still being read. What comes after one too many is read from the log with it. */
  hold(entry: Entry): void {
    this.#overflowed ||= this.#held.length >= heldLimit;
    if (!this.#overflowed) this.#held.push(entry);
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
   * @returns where to read up to: the present, and whatever comes after it is held
   * @throws RESYNC_REQUIRED for a place that is ahead of it
   */
  async #enter(after: Position | null): Promise<Position> {
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
    return present;
  }

  async #catchUp(registered: Position): Promise<void> {
    let upTo = registered;
    for (;;) {
      await this.#replay(upTo);
      while (this.#held.length > 0 && !this.queue.closed) {
        await this.#room();
        this.#held.splice(0, await this.#takeSome(this.#held));
      }
      if (this.queue.closed) return;
      if (!this.#overflowed) return this.#goLive();
      upTo = await this.#enter(this.#position);
      if (!this.#isIn()) this.queue.end();
    }
  }

  async #replay(upTo: Position): Promise<void> {
    let limit = pageSize;
    while (!this.queue.closed && comparePositions(this.#position, upTo) < 0) {
      await this.#room();
      limit = await this.#takePage(upTo, limit);
    }
  }

  /**
   * What of it there was no room for is read again when there is: kept for as long as somebody reads nothing, pages are megabytes.
   * @returns how long the next is to be
   */
  async #takePage(upTo: Position, limit: number): Promise<number> {
    if (!this.#membership) return limit;
    const page = await this.#source.read(this, this.#membership, this.#position, upTo, limit);
    const taken = await this.#takeSome(page);
    const isLast = page.length < limit && taken === page.length;
    if (isLast && comparePositions(this.#position, upTo) < 0) this.#position = upTo;
    return this.queue.ready() ? Math.max(taken, pageSizeAtLeast) : pageSize;
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
    for (let ready = this.queue.ready(); ready; ready = this.queue.ready()) await ready;
  }

  /** In one turn with the last of what was held, so that nothing passes in between. */
  #goLive(): void {
    const reached = this.#source.goLive(this);
    this.live = true;
    if (comparePositions(this.#position, reached) < 0) this.#position = reached;
    const caughtUp: Change = { type: 'CaughtUp', cursor: this.#source.seal(this.#position), at: new Date() };
    if (this.#wants(caughtUp)) this.queue.push(caughtUp);
  }
}

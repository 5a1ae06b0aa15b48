import type { Statements } from '../../prisma/statements.ts';
import { locksHeldOf, locksOf, type Send, type Sent, storeSends } from './store-sends.ts';

interface Waiting {
  send: Send;
  resolve(sent: Sent): void;
  reject(error: unknown): void;
}

/** Told what becomes of sends, for the metrics. */
interface Watcher {
  /** By the database, together. */
  answered(batch: readonly Sent[]): void;
  /** One was not, but with an error, or the connection broke off. */
  failed(): void;
}

/** PostgreSQL's code for a lock that was waited for in vain. */
const lockTimeout = '55P03';

/** One being committed while the next is being written; more would only wait for each other's locks. */
const batchesInFlight = 2;
const batchLimit = 200;

/**
 * Milliseconds that a lock is waited for. In a batch everybody waits, and so do all instances for the locks that it has by then: not
 * for long, and many times what a commit takes. Apart as long as any other writer waits.
 */
const patience = { together: 1000, apart: 5000 };
/** For so long nobody waits together with others for a lock that was waited for in vain, unless it is had before. */
const heldForMs = 60_000;

interface Lane {
  waitMs: number;
  inFlight: number;
}

/** What could not be stored, since a lock was waited for in vain. */
interface Left {
  batch: Waiting[];
  error: unknown;
}

/**
 * Commits the sends that arrive together together: whoever comes while batches are being written waits for the next one.
 * A lone send is written in the turn in which it comes. Each is answered after its commit.
 *
 * A lock that somebody keeps, such as a connection that leads nowhere, is waited for apart: by those alone who need it, and by at most as
 * many batches again, so that all others are stored meanwhile.
 */
export class SendGate {
  readonly #sql: Statements;
  readonly #watcher: Watcher;
  readonly #together: Lane;
  readonly #apart: Lane;
  #waiting: Waiting[] = [];
  #due = false;
  /**
   * Authors, ids and keys that are being written, and locks that are waited for apart: one author's sends keep their order, and
   * neither an id nor a key is tried twice at once.
   */
  readonly #busy = new Set<string>();
  /** Locks that were waited for in vain. */
  readonly #held = new Set<string>();

  constructor(sql: Statements, watcher: Watcher = nobody, { together, apart } = patience) {
    this.#sql = sql;
    this.#watcher = watcher;
    this.#together = { waitMs: together, inFlight: 0 };
    this.#apart = { waitMs: apart, inFlight: 0 };
  }

  send(send: Send): Promise<Sent> {
    const answer = new Promise<Sent>((resolve, reject) => {
      this.#waiting.push({ send, resolve, reject });
      if (this.#due) return;
      this.#due = true;
      // Behind whatever else has come over the network by now.
      setImmediate(() => {
        this.#due = false;
        this.#next();
      });
    });
    answer.catch(() => this.#watcher.failed());
    return answer;
  }

  #next(): void {
    this.#fill(this.#together);
    if (this.#held.size > 0) this.#fill(this.#apart);
  }

  #fill(lane: Lane): void {
    while (lane.inFlight < batchesInFlight && this.#waiting.length > 0) {
      const { batch, lock } = this.#gather(lane);
      if (batch.length === 0) return;
      lane.inFlight += 1;
      void this.#commit(batch, lane, lock);
    }
  }

  /** @returns also which lock it is that all of these wait for apart */
  #gather(lane: Lane): { batch: Waiting[]; lock: string | null } {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const claimed = new Set<string>();
    const passedOver = new Set<string>();
    let lock: string | null = null;
    for (const waiting of this.#waiting) {
      const { authorId, replyToId } = waiting.send;
      const names = namesOf(waiting.send);
      const held = this.#heldBy(waiting.send);
      if (lane === this.#apart && batch.length === 0 && held !== null && !this.#busy.has(held)) lock = held;
      // A batch does not see what it writes: a reply waits until what it answers is there.
      const answersThisBatch = replyToId !== null && claimed.has(replyToId);
      // What carries files is stored by itself.
      const room = carries(batch[0] ?? waiting) || carries(waiting) ? 1 : batchLimit;
      const fits = batch.length < room && !this.#busy.has(authorId) && !passedOver.has(authorId);
      const belongs = held === lock && (lane === this.#together || lock !== null);
      if (
        fits &&
        belongs &&
        !answersThisBatch &&
        !names.some((name) => claimed.has(name) || this.#busy.has(name))
      ) {
        batch.push(waiting);
        for (const name of names) claimed.add(name);
      } else {
        later.push(waiting);
        passedOver.add(authorId);
      }
    }
    this.#waiting = later;
    return { batch, lock };
  }

  #heldBy(send: Send): string | null {
    if (this.#held.size === 0) return null;
    return locksOf(send).find((lock) => this.#held.has(lock)) ?? null;
  }

  async #commit(batch: Waiting[], lane: Lane, lock: string | null): Promise<void> {
    const names = batch.flatMap(({ send }) => [send.authorId, ...namesOf(send)]);
    if (lock !== null) names.push(lock);
    for (const name of names) this.#busy.add(name);
    const left = await this.#settle(batch, lane);
    if (left && lane === this.#together) await this.#putBack(left.batch);
    else if (left) for (const { reject } of left.batch) reject(left.error);
    else if (lock !== null) this.#held.delete(lock);
    for (const name of names) this.#busy.delete(name);
    lane.inFlight -= 1;
    this.#next();
  }

  /** Answers all, but for those that are left since a lock is held. */
  async #settle(batch: Waiting[], lane: Lane): Promise<Left | null> {
    try {
      const sent = await this.#store(
        batch.map(({ send }) => send),
        lane.waitMs,
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = sent[index];
        if (result) resolve(result);
        else reject(new Error('A send was not answered by the database.'));
      }
    } catch (error) {
      if (codeOf(error) === lockTimeout) return { batch, error };
      // Of what broke off nobody knows whether it was done: whoever sent it asks again by its id. Tried again here, it might be refused
      // though it is stored, to who has left since.
      if (batch.length === 1 || !isRefusal(error)) for (const { reject } of batch) reject(error);
      // What failed together is tried alone, so that one bad send fails alone. Its id makes a second try safe.
      else
        for (const [place, waiting] of batch.entries()) {
          const left = await this.#settle([waiting], lane);
          if (left) return { batch: batch.slice(place), error: left.error };
        }
    }
    return null;
  }

  /** In front of whoever has come since, to be stored without those who need a lock that is held. */
  async #putBack(batch: Waiting[]): Promise<void> {
    const locks = [...new Set(batch.flatMap(({ send }) => locksOf(send)))];
    try {
      for (const name of await locksHeldOf(this.#sql, locks)) {
        this.#held.add(name);
        setTimeout(() => this.#held.delete(name), heldForMs).unref();
      }
      this.#waiting = [...batch, ...this.#waiting];
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  async #store(sends: Send[], waitMs: number): Promise<Sent[]> {
    const rows = await storeSends(this.#sql, sends, waitMs);
    this.#watcher.answered(rows);
    return rows;
  }
}

const nobody: Watcher = { answered: () => {}, failed: () => {} };

const carries = ({ send }: Waiting): boolean => send.attachmentIds.length > 0;

/** PostgreSQL's own no, which leaves nothing done; not a connection that broke off, nor a PostgreSQL that was told to end. */
const isRefusal = (error: unknown): boolean => /^(?!08|57|58|XX)[0-9A-Z]{5}$/.test(String(codeOf(error)));

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const namesOf = ({ authorId, id, key }: Send): string[] => (key === null ? [id] : [id, `${authorId} ${key}`]);

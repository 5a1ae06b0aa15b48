import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { LogEvent, Position } from '../../schema/log/event.ts';
import type { Log } from '../../schema/log/log.ts';
import { sweepMs } from './sweep.ts';

export const batchSize = 500;
/** How often it is asked whether the log is still the one that was opened. */
const epochCheckMs = 1000;
/** Committed already, and held back by an older transaction that still runs: it may end without a hint. */
const settleMs = 4;
const settleMsAtMost = 50;

interface Told {
  /**
   * @param ahead by how many milliseconds the database's clock is ahead of `performance.now()`: by no more than that, and by
   * less as long as it took to ask it
   */
  batch(events: LogEvent[], ahead: number): Promise<void>;
  /** Again at each look for as long as they are held back; at most a batch of them. */
  heldBack(events: LogEvent[]): void;
  /** Events were pruned before they were read here; it goes on from `head`. */
  forgotten(head: Position): void;
  /** Events were undone that had been read here; it goes on from `head`. */
  undone(head: Position): void;
  /** Once, if another epoch has begun: places in this one mean nothing any more. */
  ended(): void;
}

/** Follows the log from where it stands, batch by batch, each handed on before the next is read. */
export class Tail {
  readonly #log: Log;
  readonly #logger: Logger;
  readonly #on: Told;
  #position: Position;
  /** The last batch was full: more of its last transaction may follow. */
  #within = false;
  #stopped = false;
  #hinted = false;
  #wake: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #trouble: string | null = null;
  #epochChecked = performance.now();
  #heldBackSince: number | null = null;
  #atHorizon = performance.now();

  constructor(log: Log, from: Position, on: Told, logger: Logger) {
    this.#log = log;
    this.#position = from;
    this.#on = on;
    this.#logger = logger;
  }

  /** Null while the log can be read; what is wrong otherwise. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /** For how long something that is committed has waited for an older transaction to end. */
  get heldBackMs(): number {
    return this.#heldBackSince === null ? 0 : performance.now() - this.#heldBackSince;
  }

  /** How long ago it had last read all that lies below the horizon: a second at most while all is well, as it looks that often. */
  get behindMs(): number {
    return performance.now() - this.#atHorizon;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There is more, or there may be. */
  hint(): void {
    this.#hinted = true;
    this.#wake?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.hint();
    await this.#running;
  }

  async #run(): Promise<void> {
    let settling = settleMs;
    let failures = 0;
    while (!this.#stopped) {
      this.#hinted = false;
      try {
        if (await this.#hasEnded()) return;
        const looked = performance.now();
        const { events, heldBack, prunedThrough, undone, now } = await this.#log.read(
          this.#position,
          batchSize,
        );
        if (undone || this.#isBefore(prunedThrough)) {
          await this.#goOn(undone ? 'undone' : 'forgotten');
          continue;
        }
        this.#within = events.length === batchSize;
        const waiting = heldBack.length > 0;
        if (waiting) this.#on.heldBack(heldBack);
        if (events.length > 0) {
          await this.#on.batch(events, now - looked);
          this.#position = events.at(-1) ?? this.#position;
        }
        failures = 0;
        this.#trouble = null;
        if (events.length === batchSize) continue;
        this.#atHorizon = looked;
        // What held back what has come by now has ended; if something waits, it is for another transaction.
        if (events.length > 0 || !waiting) {
          this.#heldBackSince = null;
          settling = settleMs;
        }
        if (waiting) {
          this.#heldBackSince ??= performance.now();
          await this.#rest(settling);
          settling = Math.min(settling * 2, settleMsAtMost);
        } else {
          await this.#rest(sweepMs);
        }
      } catch (error) {
        failures += 1;
        this.#trouble = 'The log cannot be read.';
        this.#logger.error({ err: error, failures }, 'the log could not be read; trying again');
        await sleep(Math.min(100 * 2 ** Math.min(failures, 4), 1000));
      }
    }
  }

  /** Something may have been forgotten that was not read, as by an instance that stood still while a wrong clock pruned. */
  #isBefore(prunedThrough: bigint): boolean {
    const { transaction, id } = this.#position;
    return prunedThrough > transaction || (prunedThrough === transaction && (this.#within || id === 0n));
  }

  async #goOn(why: 'undone' | 'forgotten'): Promise<void> {
    const head = await this.#log.head();
    this.#logger.warn({ why }, 'part of the log is gone; it is followed from where it stands');
    this.#on[why](head);
    this.#position = head;
    this.#within = false;
  }

  async #hasEnded(): Promise<boolean> {
    if (performance.now() - this.#epochChecked < epochCheckMs) return false;
    this.#epochChecked = performance.now();
    if (await this.#log.isPresent()) return false;
    this.#trouble = 'The log has begun a new epoch.';
    this.#on.ended();
    return true;
  }

  async #rest(ms: number): Promise<void> {
    if (this.#hinted || this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        // Behind the answer of who has written, which is on its way: to wake the database takes longer than to give it.
        setImmediate(resolve);
      };
    });
    this.#wake = null;
  }
}

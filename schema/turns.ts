import { refuse } from './errors.ts';

/** What costs much, taken in turns by each who asks for it: a crowd of one's questions keeps nobody else waiting. */
export class Turns {
  readonly #atOnce: number;
  readonly #waitingAtMost: number;
  readonly #msAtOnce: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();
  /** How long each has computed in this turn of the event loop. */
  readonly #spent = new Map<string, number>();

  /** @param msAtOnce for how long all of one's work may compute in one turn of the event loop, before the rest waits for the next */
  constructor(atOnce: number, waitingAtMost: number, msAtOnce = Infinity) {
    this.#atOnce = atOnce;
    this.#waitingAtMost = waitingAtMost;
    this.#msAtOnce = msAtOnce;
  }

  /** @throws RATE_LIMITED where too many of them wait already */
  async take<T>(who: string, work: () => Promise<T>): Promise<T> {
    return this.#enter(who) ? this.#run(who, work) : this.#turn(who, work);
  }

  /** @returns null where one would have to wait */
  now<T>(who: string, work: () => T | Promise<T>): T | Promise<T> | null {
    if (!this.#enter(who)) return null;
    const leave = () => this.#leave(who);
    let made: T | Promise<T> | null = null;
    try {
      return (made = this.#timed(who, work));
    } finally {
      if (made instanceof Promise) made.then(leave, leave);
      else leave();
    }
  }

  #enter(who: string): boolean {
    const running = this.#running.get(who) ?? 0;
    if (running >= this.#atOnce || (this.#spent.get(who) ?? 0) >= this.#msAtOnce) return false;
    this.#running.set(who, running + 1);
    return true;
  }

  async #run<T>(who: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#timed(who, work);
    } finally {
      this.#leave(who);
    }
  }

  #turn<T>(who: string, work: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(who) ?? [];
    if (waiting.length >= this.#waitingAtMost)
      throw refuse('RATE_LIMITED', 'Too many at once. Wait a second.', { retryAfter: 1 });
    this.#waiting.set(who, waiting);
    // Begun as it is let in: whoever comes behind it is to see how long it computed.
    return new Promise((resolve) => waiting.push(() => resolve(this.#run(who, work))));
  }

  #timed<T>(who: string, work: () => T): T {
    if (this.#msAtOnce === Infinity) return work();
    const began = performance.now();
    try {
      return work();
    } finally {
      if (this.#spent.size === 0) setImmediate(() => this.#renew());
      this.#spent.set(who, (this.#spent.get(who) ?? 0) + performance.now() - began);
    }
  }

  #renew(): void {
    this.#spent.clear();
    for (const who of this.#waiting.keys()) this.#pass(who);
  }

  #leave(who: string): void {
    const running = (this.#running.get(who) ?? 1) - 1;
    if (running > 0) this.#running.set(who, running);
    else this.#running.delete(who);
    this.#pass(who);
  }

  /** To who waits longest. */
  #pass(who: string): void {
    const waiting = this.#waiting.get(who) ?? [];
    while (waiting.length > 0 && this.#enter(who)) {
      const next = waiting.shift();
      if (waiting.length === 0) this.#waiting.delete(who);
      next?.();
    }
  }
}

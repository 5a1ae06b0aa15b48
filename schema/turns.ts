import { refuse } from './errors.ts';

/** What costs much, taken in turns by each who asks for it: a crowd of one's questions keeps nobody else waiting. */
export class Turns {
  readonly #atOnce: number;
  readonly #waitingAtMost: number;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(atOnce: number, waitingAtMost: number) {
    this.#atOnce = atOnce;
    this.#waitingAtMost = waitingAtMost;
  }

  /** @throws RATE_LIMITED where too many of them wait already */
  async take<T>(who: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(who) ?? 0;
    if (running < this.#atOnce) this.#running.set(who, running + 1);
    else await this.#turn(who);
    try {
      return await work();
    } finally {
      this.#pass(who);
    }
  }

  #turn(who: string): Promise<void> {
    const waiting = this.#waiting.get(who) ?? [];
    if (waiting.length >= this.#waitingAtMost)
      throw refuse('RATE_LIMITED', 'Too many at once. Wait a second.', { retryAfter: 1 });
    this.#waiting.set(who, waiting);
    return new Promise((resolve) => waiting.push(resolve));
  }

  /** To who waits longest; the place stays taken. */
  #pass(who: string): void {
    const waiting = this.#waiting.get(who);
    const next = waiting?.shift();
    if (waiting?.length === 0) this.#waiting.delete(who);
    if (next) return next();
    const running = (this.#running.get(who) ?? 1) - 1;
    if (running > 0) this.#running.set(who, running);
    else this.#running.delete(who);
  }
}

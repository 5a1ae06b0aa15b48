import type { EventEmitter } from 'node:events';

/**
 * How much of one kind may be open for one account at once, on this instance: what is answered and not read holds memory, and a
 * connection that leads nowhere a place.
 */
export class AtOnce {
  readonly most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.most = most;
  }

  /**
   * Counts something until it closes.
   * @param open emits `close`, once
   * @returns false where there is too much already
   */
  take(who: string, open: Pick<EventEmitter, 'once'>): boolean {
    const count = this.#open.get(who) ?? 0;
    if (count >= this.most) return false;
    this.#open.set(who, count + 1);
    open.once('close', () => {
      const left = (this.#open.get(who) ?? 1) - 1;
      if (left > 0) this.#open.set(who, left);
      else this.#open.delete(who);
    });
    return true;
  }
}

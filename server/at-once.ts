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

  /** @returns to be called once, when it is over; null where there is too much already */
  enter(who: string): (() => void) | null {
    const count = this.#open.get(who) ?? 0;
    if (count >= this.most) return null;
    this.#open.set(who, count + 1);
    return () => this.#leave(who);
  }

  #leave(who: string): void {
    const left = (this.#open.get(who) ?? 1) - 1;
    if (left > 0) this.#open.set(who, left);
    else this.#open.delete(who);
  }
}

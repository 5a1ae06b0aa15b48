/** A way is chosen by it, and what is found is the same on each: a minute makes no difference. */
const freshMs = 60_000;
const atMost = 1000;

/** What was found out a moment ago, and what is being found out, by what it was asked for. */
export class Kept<Value> {
  readonly #kept = new Map<string, { value: Promise<Value>; until: number }>();

  /** @param isLasting whether it may be kept: what comes to nothing now may come to something in a moment */
  get(key: string, find: () => Promise<Value>, isLasting: (value: Value) => boolean): Promise<Value> {
    const known = this.#kept.get(key);
    if (known && known.until > performance.now()) return known.value;
    const value = find();
    const forget = () => this.#kept.get(key)?.value === value && this.#kept.delete(key);
    value.then((found) => isLasting(found) || forget(), forget);
    // Set anew, it is the last to go.
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: performance.now() + freshMs });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= atMost) break;
      this.#kept.delete(oldest);
    }
    return value;
  }
}

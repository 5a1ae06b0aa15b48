/** Thrown into a stream whose reader did not keep up. */
export class TooSlow extends Error {
  constructor() {
    super('The reader did not keep up.');
  }
}

/** A reader that takes what comes at once instead of asking for it. */
export interface Sink<T> {
  take(item: T): void;
  /** Null when all that it took has been handed on; otherwise when that is so. */
  settled(): Promise<void> | null;
  /** Null when its own reader can do with more now; otherwise a promise of when to ask again. */
  ready(): Promise<void> | null;
  /** Nothing comes any more. @param error what ended it; null for a plain end */
  end(error: Error | null): void;
}

/**
 * What waits for one reader, in order. Bounded: whoever does not read is given up, not remembered.
 * One reader at a time, as `for await` is.
 */
export class Queue<T> implements AsyncIterableIterator<T> {
  readonly #limit: number;
  #onClose: () => void;
  readonly #weigh: (item: T) => number;
  #items: T[] = [];
  /** Of all of them. */
  #weight = 0;
  #closed = false;
  #error: Error | null = null;
  #sink: Sink<T> | null = null;
  #wake: (() => void) | null = null;
  #drained: (() => void)[] = [];

  /**
   * @param limit of what waits, and the item that goes beyond it
   * @param weigh what an item counts
   */
  constructor(limit: number, onClose: () => void, weigh: (item: T) => number = () => 1) {
    this.#limit = limit;
    this.#onClose = onClose;
    this.#weigh = weigh;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Acts when nothing comes any more: at once where that is so. */
  onClose(act: () => void): void {
    if (this.#closed) return act();
    const before = this.#onClose;
    this.#onClose = () => {
      before();
      act();
    };
  }

  push(item: T): void {
    if (this.#closed) return;
    if (this.#sink) {
      this.#sink.take(item);
      return;
    }
    if (this.#weight >= this.#limit) {
      this.#forget();
      this.fail(new TooSlow());
      return;
    }
    this.#items.push(item);
    this.#weight += this.#weigh(item);
    this.#wake?.();
  }

  /** Hands what waits, and then whatever comes, to a sink at once: nothing waits here any more. */
  pipe(sink: Sink<T>): void {
    this.#sink = sink;
    const items = this.#items;
    this.#forget();
    for (const item of items) sink.take(item);
    this.#drain();
    if (this.#closed) sink.end(this.#error);
  }

  /** As of its sink. */
  settled(): Promise<void> | null {
    return this.#sink?.settled() ?? null;
  }

  /**
   * As of its sink. Without one there is room for a quarter, so that a past which is read leaves some to the present; and when half
   * of that has gone there is again, so that it is not asked for each single one.
   */
  ready(): Promise<void> | null {
    if (this.#sink) return this.#sink.ready();
    if (this.#closed || this.#weight < this.#limit / 4) return null;
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  /** Ends after what waits has been read. */
  end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#onClose();
    this.#wake?.();
    this.#drain();
    this.#sink?.end(this.#error);
  }

  /** Ends like `end`, and throws behind what waits. */
  fail(error: Error): void {
    if (this.#closed) return;
    this.#error = error;
    this.end();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) {
        this.#weight -= this.#weigh(item);
        if (this.#weight < this.#limit / 8) this.#drain();
        return { done: false, value: item };
      }
      if (this.#closed) {
        const error = this.#error;
        this.#error = null;
        if (error !== null) throw error;
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#forget();
    this.#error = null;
    this.end();
    return { done: true, value: undefined };
  }

  #forget(): void {
    this.#items = [];
    this.#weight = 0;
  }

  #drain(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}

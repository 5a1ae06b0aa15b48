/** Thrown into a stream whose reader did not keep up. */
export class TooSlow extends Error {
  constructor() {
    super('The reader did not keep up.');
  }
}

/** A reader that takes what comes at once instead of asking for it. */
export interface Sink<T> {
  take(item: T): void;
  /** Null when it can take more now; otherwise when that is so again. */
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
  readonly #onClose: () => void;
  #items: T[] = [];
  #closed = false;
  #error: Error | null = null;
  #sink: Sink<T> | null = null;
  #wake: (() => void) | null = null;
  #drained: (() => void)[] = [];

  constructor(limit: number, onClose: () => void) {
    this.#limit = limit;
    this.#onClose = onClose;
  }

  get closed(): boolean {
    return this.#closed;
  }

  push(item: T): void {
    if (this.#closed) return;
    if (this.#sink) {
      this.#sink.take(item);
      return;
    }
    if (this.#items.length >= this.#limit) {
      this.#items = [];
      this.fail(new TooSlow());
      return;
    }
    this.#items.push(item);
    this.#wake?.();
  }

  /** Hands what waits, and then whatever comes, to a sink at once: nothing waits here any more. */
  pipe(sink: Sink<T>): void {
    this.#sink = sink;
    for (const item of this.#items.splice(0)) sink.take(item);
    for (const resolve of this.#drained.splice(0)) resolve();
    if (this.#closed) sink.end(this.#error);
  }

  /** Until a page of `count` fits. */
  async room(count: number): Promise<void> {
    while (!this.#closed && this.#items.length > 0 && this.#items.length + count > this.#limit) {
      await new Promise<void>((resolve) => this.#drained.push(resolve));
    }
    await this.#sink?.ready();
  }

  /** Ends after what waits has been read. */
  end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#onClose();
    this.#wake?.();
    for (const resolve of this.#drained.splice(0)) resolve();
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
        for (const resolve of this.#drained.splice(0)) resolve();
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
    this.#items = [];
    this.#error = null;
    this.end();
    return { done: true, value: undefined };
  }
}

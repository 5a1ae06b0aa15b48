/** Carries hints between instances. None of them is needed for anything to arrive: what is lost costs latency. */
export interface Bus {
  /** Tells every instance, this one included. */
  publish<T extends keyof Hints>(topic: T, hint: Hints[T]): void;
  on<T extends keyof Hints>(topic: T, listener: (hint: Hints[T]) => void): void;
  /** Null while it works; what is wrong otherwise. */
  trouble(): string | null;
  close(): Promise<void>;
}

export interface Hints {
  /** The log has grown. */
  log: null;
  typing: { threadId: string; userId: string; typing: boolean };
}

type Listeners = { [T in keyof Hints]: ((hint: Hints[T]) => void)[] };

/** For a single instance, and the part of any bus that is within the process. */
export class LocalBus implements Bus {
  readonly #listeners: Listeners = { log: [], typing: [] };

  publish<T extends keyof Hints>(topic: T, hint: Hints[T]): void {
    for (const listener of this.#listeners[topic]) listener(hint);
  }

  on<T extends keyof Hints>(topic: T, listener: (hint: Hints[T]) => void): void {
    this.#listeners[topic].push(listener);
  }

  trouble(): string | null {
    return null;
  }

  async close(): Promise<void> {}
}

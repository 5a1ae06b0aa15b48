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
  /** The log has grown, or something has been written that is not in it; and who did that, where one is known. */
  log: string | null;
  typing: { threadId: string; userId: string; typing: boolean };
  /** Who came, went or changed through an instance, or (`whole`) all who are there; none in a heartbeat. */
  presence: {
    instance: string;
    revision: number;
    states: [userId: string, state: 'ONLINE' | 'AWAY' | null][];
    whole: boolean;
  };
  /** Somebody has missed what that instance told. */
  presenceAsked: { instance: string };
}

type Listeners = { [T in keyof Hints]: ((hint: Hints[T]) => void)[] };

/** For a single instance, and the part of any bus that is within the process. */
export class LocalBus implements Bus {
  readonly #listeners: Listeners = { log: [], typing: [], presence: [], presenceAsked: [] };

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

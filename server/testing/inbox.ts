/** Long for a loaded machine, short of a test's own end: what has not come by then is not coming. */
const patienceMs = 60_000;

/** Keeps what arrives until it is asked for, so that a test waits for a message and never for a time. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  push(item: T): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(item);
    else this.#items.push(item);
  }

  /** The next one, in the order in which they came. */
  async next(): Promise<T> {
    const item = this.#items.shift();
    if (item !== undefined) return item;
    return within(new Promise<T>((resolve) => this.#waiting.push(resolve)), 'nothing came');
  }

  /** Passes over what comes before it. */
  async until(isIt: (item: T) => boolean): Promise<T> {
    for (;;) {
      const item = await this.next();
      if (isIt(item)) return item;
    }
  }

  /** What has come and was not asked for. */
  get rest(): readonly T[] {
    return this.#items;
  }
}

/** @throws when it takes longer than anything should */
export async function within<T>(what: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`In ${patienceMs / 1000} seconds: ${otherwise}.`)), patienceMs);
  });
  try {
    return await Promise.race([what, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * "Read up to here", told seldom and only upwards: the highest seq of each thread goes out once the delay has passed since
 * the first of them. What could not be told is told later.
 */
export class ReceiptGatherer {
  readonly #tell: (threadId: string, seq: number) => Promise<boolean>;
  readonly #delayMs: number;
  readonly #retryMs: number;
  readonly #told = new Map<string, number>();
  readonly #pending = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `tell` answers false when there was no answer. */
  constructor(tell: (threadId: string, seq: number) => Promise<boolean>, delayMs: number, retryMs = 10_000) {
    this.#tell = tell;
    this.#delayMs = delayMs;
    this.#retryMs = retryMs;
  }

  note(threadId: string, seq: number): void {
    if (seq <= (this.#told.get(threadId) ?? 0) || seq <= (this.#pending.get(threadId) ?? 0)) return;
    this.#pending.set(threadId, seq);
    this.#timer ??= setTimeout(() => void this.flush(), this.#delayMs);
  }

  /** Whoever opens a thread begins where they had read to: what is marked unread while it stands open stays so. */
  begin(threadId: string, seq: number): void {
    this.#told.set(threadId, seq);
  }

  /** How far a thread has been told, or is being told. */
  toldUpTo(threadId: string): number {
    return this.#told.get(threadId) ?? 0;
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = [...this.#pending];
    this.#pending.clear();
    await Promise.all(batch.map(([threadId, seq]) => this.#send(threadId, seq)));
  }

  async #send(threadId: string, seq: number): Promise<void> {
    const before = this.#told.get(threadId) ?? 0;
    this.#told.set(threadId, Math.max(before, seq));
    if (await this.#tell(threadId, seq)) return;
    if (this.#told.get(threadId) === seq) this.#told.set(threadId, before);
    this.#pending.set(threadId, Math.max(this.#pending.get(threadId) ?? 0, seq));
    this.#timer ??= setTimeout(() => void this.flush(), this.#retryMs);
  }
}

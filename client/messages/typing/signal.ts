/** The server forgets a person after 6 s, so while they type it is told again well before that. */
const repeatMs = 3_000;
/** Whoever stops without sending is done typing after this long. */
const idleMs = 5_000;

/** Says "types" at most every 3 s, and "stopped" once. */
export class TypingSignal {
  readonly #tell: (typing: boolean) => void;
  #lastTold: number | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (typing: boolean) => void) {
    this.#tell = tell;
  }

  typed(now: number = performance.now()): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.stopped(), idleMs);
    if (this.#lastTold !== undefined && now - this.#lastTold < repeatMs) return;
    this.#lastTold = now;
    this.#tell(true);
  }

  stopped(): void {
    if (!this.#forget()) return;
    this.#tell(false);
  }

  /** A sent message ends typing on the server by itself: nothing to tell. */
  sent(): void {
    this.#forget();
  }

  #forget(): boolean {
    clearTimeout(this.#idle);
    const wasTyping = this.#lastTold !== undefined;
    this.#lastTold = undefined;
    return wasTyping;
  }
}

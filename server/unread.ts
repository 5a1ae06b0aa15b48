/** Of one account: a page of the longest messages over each of several sockets. */
const bytesAtMost = 32 * 1024 * 1024;

export const tooMuchUnread = 'Read first what you have asked for.';

/**
 * What is answered and not read holds memory: how many bytes of it each account has here, over all its requests and sockets.
 * Strangers, who are null, are shown next to nothing.
 */
export class Unread {
  readonly #bytes = new Map<string, number>();

  hasRoom(who: string | null, bytes: number): boolean {
    return who === null || (this.#bytes.get(who) ?? 0) + bytes <= bytesAtMost;
  }

  /** @param bytes that wait; fewer than none have been read */
  add(who: string | null, bytes: number): void {
    if (who === null) return;
    const waiting = (this.#bytes.get(who) ?? 0) + bytes;
    if (waiting > 0) this.#bytes.set(who, waiting);
    else this.#bytes.delete(who);
  }
}

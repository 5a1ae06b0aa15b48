import type { Arrival } from './graphql/arrival.ts';

/** Of one account: a page of the longest messages over each of several sockets. */
const bytesAtMost = 32 * 1024 * 1024;

export const tooMuchUnread = 'Read first what you have asked for.';

/** What is answered and not read holds memory: how many bytes of it each account has here, over all its requests and sockets. */
export class Unread {
  readonly #bytes = new Map<string, number>();

  hasRoom(who: string, bytes: number): boolean {
    return (this.#bytes.get(who) ?? 0) + bytes <= bytesAtMost;
  }

  /** @param bytes that wait; fewer than none have been read */
  add(who: string, bytes: number): void {
    const waiting = (this.#bytes.get(who) ?? 0) + bytes;
    if (waiting > 0) this.#bytes.set(who, waiting);
    else this.#bytes.delete(who);
  }

  /** @returns whether a request may be answered with so much, which then counts until its reader has it, or is gone */
  take({ caller: { viewer }, onGone }: Pick<Arrival, 'caller' | 'onGone'>, bytes: number): boolean {
    const who = viewer?.userId;
    // Strangers are shown next to nothing.
    if (who === undefined) return true;
    if (!this.hasRoom(who, bytes)) return false;
    this.add(who, bytes);
    onGone(() => this.add(who, -bytes));
    return true;
  }
}

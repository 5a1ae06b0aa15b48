import type { Viewer } from '../schema/context.ts';

interface Open {
  viewer: Viewer;
  /** What ends each of its sockets. */
  ends: Set<() => void>;
}

/** For how long an end is remembered: whoever set out before it has come by then, or never will. */
const rememberMs = 60_000;

/** The sessions that are in use right now: by an open socket, or a request that still runs, such as an event stream. */
export class OpenSessions {
  readonly #open = new Map<string, Open>();
  /** When which session ended, in the order of time. */
  readonly #ended = new Map<string, number>();

  /**
   * A session may end after its row was read and before this is called: whoever is on the way then is not let in.
   * @returns to be called when it is over; null where the session has ended
   */
  enter(viewer: Viewer, end: () => void): (() => void) | null {
    if (this.hasEnded(viewer.sessionId)) return null;
    const there = this.#open.get(viewer.sessionId) ?? { viewer, ends: new Set() };
    this.#open.set(viewer.sessionId, there);
    there.ends.add(end);
    return () => {
      there.ends.delete(end);
      if (there.ends.size === 0 && this.#open.get(viewer.sessionId) === there)
        this.#open.delete(viewer.sessionId);
    };
  }

  /** Whether it has ended just now: it cannot be told any more to who was not there yet. */
  hasEnded(sessionId: string): boolean {
    return this.#ended.has(sessionId);
  }

  end(sessionId: string): void {
    const now = performance.now();
    for (const [id, at] of this.#ended) {
      if (now - at < rememberMs) break;
      this.#ended.delete(id);
    }
    this.#ended.set(sessionId, now);
    for (const end of this.#open.get(sessionId)?.ends ?? []) end();
  }

  /** Those that have run out meanwhile, as `keep` says, which notes of the others that they are in use. */
  async lapsed(keep: (sessionIds: string[]) => Promise<string[]>): Promise<Viewer[]> {
    const open = new Map(this.#open);
    if (open.size === 0) return [];
    for (const id of await keep([...open.keys()])) open.delete(id);
    return [...open.values()].map(({ viewer }) => viewer);
  }
}

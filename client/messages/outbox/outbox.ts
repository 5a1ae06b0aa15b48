import { byId, isUploading, type OutboxEntry, type Refusal } from './entry.ts';
import type { OutboxStore } from './store.ts';

/** What became of one attempt. */
export type Outcome =
  | { readonly kind: 'stored'; readonly message: NonNullable<OutboxEntry['stored']> }
  /** It was stored before, and is known here already. */
  | { readonly kind: 'known' }
  /** The server has answered, and does not take it. */
  | ({ readonly kind: 'refused' } & Refusal)
  /** No answer, or "not now". */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** Signed out: nothing more until somebody signs in again. */
  | { readonly kind: 'stop' };

/** How far an entry's files are. */
export type Brought =
  | { readonly kind: 'there'; readonly attachmentIds: readonly string[] }
  /** `wake` says when to look again. */
  | { readonly kind: 'under way' }
  | ({ readonly kind: 'refused' } & Refusal);

/** Takes care of the files of entries. */
export interface Carrier {
  /** Sees to it that they are brought to the server. */
  bring(entry: OutboxEntry): Brought;
  /** Does so again from the start: the server has refused the message, or some of them. */
  bringAgain(entry: OutboxEntry): void;
  /** The entry is stored, or discarded. */
  letGo(entry: OutboxEntry): void;
}

export interface OutboxOptions {
  readonly store: OutboxStore;
  /** Without one there are no entries with files. */
  readonly carrier?: Carrier;
  readonly send: (entry: OutboxEntry) => Promise<Outcome>;
  /** One tab at a time sends. */
  readonly exclusively?: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs. */
  readonly changed?: () => void;
}

const firstRetryMs = 1_000;
const lastRetryMs = 15_000;
/** In the tab where it was written the row stands until the message does, so that one is to send it. */
const otherTabFirstMs = 1_000;
/** Long enough for the list to show the stored message, which it does within a frame or two. */
const keepStoredMs = 5_000;

/**
 * Own messages on their way. What is added is written down before it is sent, sent in the order of writing in each thread,
 * tried again until there is an answer, and never doubled: its id makes the server answer a repeat with what it stored.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #entries: readonly OutboxEntry[] = [];
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = firstRetryMs;
  #draining: Promise<void> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #changes = 0;
  #again = false;
  #stopped = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In the order of writing; the same array until something changes. */
  readonly entries = (): readonly OutboxEntry[] => this.#entries;

  /** Shows the entry at once, then writes it down, then sends. */
  async add(entry: OutboxEntry): Promise<void> {
    const written = this.#change([...this.#entries, entry], (store) => store.put(entry));
    // Told now already: this tab may be gone before it is written.
    this.#options.changed?.();
    await written;
    this.wake();
  }

  async retry(id: string): Promise<void> {
    const entry = this.#entries.find((candidate) => candidate.id === id);
    if (entry === undefined || entry.failure === null) return;
    const { attachmentIds: _asked, ...rest } = entry;
    // First: an entry that waits is looked at by whatever drains meanwhile, and its files have failed until now.
    if (entry.files) this.#options.carrier?.bringAgain(entry);
    await this.#replace({ ...rest, failure: null });
    this.wake();
  }

  async discard(id: string): Promise<void> {
    const gone = this.#entries.find((entry) => entry.id === id);
    if (gone) this.#options.carrier?.letGo(gone);
    await this.takeBack(id);
  }

  /** Takes it out, and leaves its files as they are: somebody else has them now. */
  async takeBack(id: string): Promise<void> {
    const rest = this.#entries.filter((entry) => entry.id !== id);
    await this.#change(rest, (store) => store.remove(id));
  }

  /** Reads what is written down (by an earlier visit, or by another tab), without sending. */
  async reload(): Promise<void> {
    let written: OutboxEntry[];
    let changes: number;
    do {
      // Read again what a change of our own has overtaken: it is shown already, and may not be written yet.
      await this.#writing;
      changes = this.#changes;
      written = await this.#options.store.all();
      if (this.#stopped) return;
    } while (changes !== this.#changes);
    const known = new Set(written.map((entry) => entry.id));
    const rest = this.#entries.filter((entry) => !known.has(entry.id));
    // Sent by another tab, or discarded there: nothing more of it is brought from here.
    for (const entry of rest) if (entry.stored === undefined) this.#options.carrier?.letGo(entry);
    this.#show([...written, ...rest.filter((entry) => entry.stored !== undefined)]);
  }

  /** Another tab has changed something. What it leaves waiting is sent from here: it may have been closed. */
  async follow(): Promise<void> {
    await this.reload();
    if (this.#waiting().length > 0) this.#tryAgainLater(otherTabFirstMs);
  }

  /** Tries now whatever waits: at start, when a message is added, when the connection is back. */
  readonly wake = (): void => {
    this.#retryMs = firstRetryMs;
    this.#drainSoon();
  };

  /** Resolves once nothing is being sent. */
  async settled(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#entries = [];
  }

  #drainSoon(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    if (this.#draining !== undefined) {
      this.#again = true;
      return;
    }
    const exclusively = this.#options.exclusively ?? ((work: () => Promise<void>) => work());
    this.#draining = exclusively(() => this.#drain())
      .catch(() => this.#tryAgainLater(undefined))
      .finally(() => {
        this.#draining = undefined;
        if (this.#again) {
          this.#again = false;
          this.#drainSoon();
        }
      });
  }

  async #drain(): Promise<void> {
    // What another tab sent while this one waited for its turn is gone from the store.
    await this.reload();
    const threads = new Map<string, OutboxEntry[]>();
    for (const entry of this.#waiting())
      threads.set(entry.threadId, [...(threads.get(entry.threadId) ?? []), entry]);
    await Promise.all([...threads.values()].map((entries) => this.#sendInOrder(entries)));
  }

  /** What still waits for its files lets the others pass. */
  async #sendInOrder(entries: readonly OutboxEntry[]): Promise<void> {
    for (const written of entries) {
      if (this.#stopped) return;
      const entry = this.#has(written.id) ? await this.#withFiles(written) : null;
      if (entry === null || !this.#has(entry.id)) continue;
      const outcome = await this.#options.send(entry);
      if (this.#stopped) return;
      if (outcome.kind === 'stop') return;
      if (outcome.kind === 'later') {
        this.#tryAgainLater(outcome.afterMs);
        return;
      }
      this.#retryMs = firstRetryMs;
      if (outcome.kind === 'refused') await this.#refuse(entry, outcome);
      else if (outcome.kind === 'known') await this.discard(entry.id);
      else await this.#stored(entry, outcome.message);
    }
  }

  /** Null for an entry that cannot be sent yet, or never as it is. */
  async #withFiles(entry: OutboxEntry): Promise<OutboxEntry | null> {
    const brought = isUploading(entry) ? this.#options.carrier?.bring(entry) : undefined;
    if (brought === undefined) return entry;
    if (brought.kind === 'under way') return null;
    if (brought.kind === 'refused') {
      await this.#refuse(entry, brought);
      return null;
    }
    // Written down before it is sent: a repeat has to name the same.
    const complete = { ...entry, attachmentIds: brought.attachmentIds };
    await this.#replace(complete);
    return complete;
  }

  async #stored(entry: OutboxEntry, message: NonNullable<OutboxEntry['stored']>): Promise<void> {
    const withMessage = { ...entry, stored: message };
    this.#options.carrier?.letGo(withMessage);
    const shown = this.#entries.map((candidate) => (candidate.id === entry.id ? withMessage : candidate));
    setTimeout(
      () => this.#show(this.#entries.filter((candidate) => candidate !== withMessage)),
      keepStoredMs,
    );
    await this.#change(shown, (store) => store.remove(entry.id));
  }

  #refuse(entry: OutboxEntry, { reason, final }: Refusal): Promise<void> {
    return this.#replace({ ...entry, failure: { reason, final } });
  }

  #tryAgainLater(afterMs: number | undefined): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    // Many clients lose the same server at once: they must not all come back in the same instant.
    const wait = afterMs ?? this.#retryMs * (0.5 + Math.random());
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
    this.#timer = setTimeout(() => this.#drainSoon(), wait);
  }

  #waiting(): readonly OutboxEntry[] {
    return this.#entries.filter((entry) => entry.failure === null && entry.stored === undefined);
  }

  #has(id: string): boolean {
    return this.#entries.some((entry) => entry.id === id);
  }

  /** What was discarded meanwhile stays so. */
  async #replace(entry: OutboxEntry): Promise<void> {
    if (!this.#has(entry.id)) return;
    const shown = this.#entries.map((candidate) => (candidate.id === entry.id ? entry : candidate));
    await this.#change(shown, (store) => store.put(entry));
  }

  /** Shown at once. The store writes in order. */
  #change(entries: readonly OutboxEntry[], write: (store: OutboxStore) => Promise<void>): Promise<void> {
    this.#changes += 1;
    this.#show(entries);
    const written = write(this.#options.store);
    this.#writing = Promise.allSettled([this.#writing, written]);
    return written.then(() => this.#options.changed?.());
  }

  #show(entries: readonly OutboxEntry[]): void {
    this.#entries = entries.toSorted(byId);
    for (const listener of this.#listeners) listener();
  }
}

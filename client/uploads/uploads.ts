import type { Placed } from './ask-for-place.ts';
import type { LocalFile } from './local-file.ts';
import { pathOf } from './path-of.ts';
import type { Answer, Wire } from './wire.ts';

/** How far a file is. */
export type Upload =
  /** For its turn, or for the network. */
  | { readonly status: 'waiting' }
  /** `sent` goes from 0 to 1. */
  | { readonly status: 'sending'; readonly sent: number }
  | { readonly status: 'done'; readonly attachmentId: string }
  /** `final`: it would be the same again. */
  | { readonly status: 'failed'; readonly reason: string; readonly final: boolean };

export interface UploadsOptions {
  readonly askForPlace: (file: LocalFile, key: string) => Promise<Placed>;
  readonly wire: Wire;
  /** Of the tabs that know a file one sends it. */
  readonly exclusively?: (key: string, signal: AbortSignal, work: () => Promise<void>) => Promise<void>;
  /** A file is there, or will never be. */
  readonly settled?: () => void;
}

/** The server takes six of one account; some are left for another tab or device. */
const atOnce = 3;
const firstRetryMs = 1_000;
const lastRetryMs = 15_000;
/** How often a place that has gone is asked for anew, before something must be wrong. */
const placesAtMost = 5;

const unreadable = 'This file can’t be read any more. Remove it and choose it again.';
/** Of a file of an earlier visit: its bytes were nowhere but on the server. */
export const lost = 'Lost. Choose it again.';
const waiting: Upload = { status: 'waiting' };

interface Task {
  readonly file: LocalFile;
  readonly controller: AbortController;
  /** Nobody can have sent anything of it yet, so the server need not be asked how much it has. */
  fresh: boolean;
  /** Which place this is: the first, or one after another that has gone. */
  place: number;
}

/**
 * Brings files to the server: a place is asked for, then its bytes are sent, and after a cut what is missing of them, for
 * as long as it takes. All of it can be done again from the start, in another tab too, since the key gives the same place.
 */
export class Uploads {
  readonly #options: UploadsOptions;
  readonly #states = new Map<string, Upload>();
  readonly #tasks = new Map<string, Task>();
  readonly #listeners = new Set<() => void>();
  readonly #sleepers = new Set<() => void>();
  #queue: Task[] = [];
  #running = 0;
  #retryMs = firstRetryMs;
  #stopped = false;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes; undefined for what was never begun, or forgotten. */
  readonly stateOf = (key: string): Upload | undefined => this.#states.get(key);

  /** Begins with a file; one that is under way goes on. */
  start(file: LocalFile, { fresh = false } = {}): void {
    if (this.#tasks.has(file.key)) return;
    const task = { file, controller: new AbortController(), fresh, place: 0 };
    if (file.stored) this.#have(task, { status: 'done', attachmentId: file.stored.id });
    else this.#begin(task);
  }

  /** It is known that it will never be taken. */
  refuse(file: LocalFile, reason: string): void {
    const task = { file, controller: new AbortController(), fresh: true, place: 0 };
    this.#have(task, { status: 'failed', reason, final: true });
  }

  /** Once more, whatever became of it: also what was there is looked for again. */
  retry(file: LocalFile): void {
    const before = this.#tasks.get(file.key);
    const failed = this.#states.get(file.key)?.status === 'failed';
    before?.controller.abort();
    // What was refused in one place may be another file by now, and gets one of its own.
    const place = (before?.place ?? 0) + (failed ? 1 : 0);
    this.#begin({ file, controller: new AbortController(), fresh: false, place });
  }

  /** Stops and forgets it. What the server has of it goes by itself in a day. */
  forget(key: string): void {
    this.#tasks.get(key)?.controller.abort();
    this.#tasks.delete(key);
    this.#states.delete(key);
    this.#tell();
  }

  /** Tries now whatever waits: the connection is back. */
  readonly wake = (): void => {
    this.#retryMs = firstRetryMs;
    for (const wake of this.#sleepers) wake();
  };

  /** Whoever these files were of has signed out. */
  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
    // First: who signs out has forgotten them on purpose, and nobody is to note it.
    this.#listeners.clear();
    for (const key of this.#tasks.keys()) this.forget(key);
  }

  #have(task: Task, upload: Upload): void {
    this.#tasks.set(task.file.key, task);
    this.#set(task, upload);
  }

  #begin(task: Task): void {
    this.#have(task, waiting);
    this.#queue.push(task);
    this.#next();
  }

  #next(): void {
    while (this.#running < atOnce) {
      const task = this.#queue.shift();
      if (task === undefined) return;
      if (task.controller.signal.aborted) continue;
      this.#running += 1;
      const { signal } = task.controller;
      const exclusively = this.#options.exclusively ?? ((_key, _signal, work) => work());
      exclusively(task.file.key, signal, () => this.#run(task))
        .catch(() => this.#set(task, { status: 'failed', reason: unreadable, final: true }))
        .finally(() => {
          this.#running -= 1;
          this.#next();
        });
    }
  }

  async #run(task: Task): Promise<void> {
    const { signal } = task.controller;
    const { stored } = task.file;
    if (stored) return this.#lookFor(task, stored);
    while (!signal.aborted) {
      const key = task.place === 0 ? task.file.key : `${task.file.key}.${task.place}`;
      const placed = await this.#options.askForPlace(task.file, key);
      if (placed.kind === 'placed') {
        const answer = await this.#bring(task, placed);
        if (answer === null) return;
        if (answer.kind === 'complete') {
          this.#retryMs = firstRetryMs;
          return this.#settle(task, { status: 'done', attachmentId: placed.attachmentId });
        }
        if (answer.kind === 'refused') return this.#fail(task, answer);
        await this.#goOn(task, answer);
      } else if (placed.kind === 'refused') {
        return this.#fail(task, placed);
      } else {
        await this.#goOn(task, placed);
      }
    }
  }

  /** Whether the server still has what cannot be sent again from here. */
  async #lookFor(task: Task, { id, url }: NonNullable<LocalFile['stored']>): Promise<void> {
    while (!task.controller.signal.aborted) {
      const answer = await this.#options.wire.ask(pathOf(url));
      if (answer.kind === 'complete') return this.#settle(task, { status: 'done', attachmentId: id });
      if (answer.kind !== 'later' && answer.kind !== 'stop')
        return this.#fail(task, { reason: lost, final: true });
      await this.#goOn(task, answer);
    }
  }

  /** Sends bytes for as long as some are missing. Null once nobody wants it any more. */
  async #bring(
    task: Task,
    { url, headers }: Extract<Placed, { kind: 'placed' }>,
  ): Promise<Exclude<Answer, { kind: 'more' | 'later' }> | null> {
    const { file, controller } = task;
    const { signal } = controller;
    const { size } = file.blob;
    let answer: Answer = task.fresh ? { kind: 'more', offset: 0 } : await this.#options.wire.ask(url);
    task.fresh = false;
    while (!signal.aborted) {
      if (answer.kind === 'more') {
        const { offset } = answer;
        const bytes = file.blob.slice(offset);
        // A browser does not tell a file that was changed or deleted from a network that has gone.
        await bytes.slice(0, 1).arrayBuffer();
        const show = (sent: number) => this.#set(task, { status: 'sending', sent: (offset + sent) / size });
        show(0);
        answer = await this.#options.wire.put(url, { bytes, offset, headers, signal, onSent: show });
      } else if (answer.kind === 'later') {
        if (answer.afterMs !== 0) this.#set(task, waiting);
        await this.#rest(answer.afterMs, signal);
        if (!signal.aborted) answer = await this.#options.wire.ask(url);
      } else {
        return answer;
      }
    }
    return null;
  }

  /** After what was no answer. @throws where there is no sense in trying on */
  async #goOn(task: Task, answer: Exclude<Placed, { kind: 'placed' | 'refused' }>): Promise<void> {
    if (answer.kind === 'gone') {
      task.place += 1;
      if (task.place > placesAtMost) throw new Error('A place that is asked for is gone at once.');
      return;
    }
    this.#set(task, waiting);
    // Signed out: whoever signs in begins anew.
    if (answer.kind === 'stop') await this.#rest(Infinity, task.controller.signal);
    else await this.#rest(answer.afterMs, task.controller.signal);
  }

  #rest(afterMs: number | undefined, signal: AbortSignal): Promise<void> {
    const ms = afterMs ?? this.#retryMs * (0.5 + Math.random());
    if (afterMs === undefined) this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
    return new Promise((resolve) => {
      const timer = ms === Infinity ? undefined : setTimeout(() => wake(), ms);
      const wake = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #fail(task: Task, { reason, final = false }: { reason: string; final?: boolean }): void {
    this.#settle(task, { status: 'failed', reason, final });
  }

  #settle(task: Task, upload: Upload): void {
    if (task.controller.signal.aborted) return;
    this.#set(task, upload);
    this.#options.settled?.();
  }

  #set({ file, controller }: Task, upload: Upload): void {
    if (controller.signal.aborted) return;
    this.#states.set(file.key, upload);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

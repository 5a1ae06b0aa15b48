import type { ApolloClient } from '@apollo/client';

import { readDraft, writeDraft } from '../../messages/composer/drafts.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { dropPreview } from '../../uploads/previews.ts';
import type { Uploads } from '../../uploads/uploads.ts';

/** As many as the server takes in one message. */
export const filesAtMost = 10;

const none: readonly LocalFile[] = [];

/** A thread's tray, and what it takes to fill it. */
export interface Place {
  readonly client: ApolloClient;
  readonly account: string;
  readonly uploads: Uploads;
  readonly trays: Trays;
  readonly threadId: string;
}

/** How many files the thread's draft notes that are not in its tray yet. */
export function awaitedIn({
  account,
  trays,
  threadId,
}: Pick<Place, 'account' | 'trays' | 'threadId'>): number {
  return trays.isHere(threadId) ? 0 : (readDraft(account, threadId)?.files.length ?? 0);
}

/** How many more files the thread's tray takes: those that are to come back have their room in it. */
export function roomIn(place: Pick<Place, 'account' | 'trays' | 'threadId'>): number {
  return Math.max(0, filesAtMost - place.trays.filesOf(place.threadId).length - awaitedIn(place));
}

/** What was taken to be sent, and was not, is in the tray again, ahead of what was chosen since. There has to be room for it. */
export function putBack({ account, uploads, trays, threadId }: Place, files: readonly LocalFile[]): void {
  const { files: noted = [] } = readDraft(account, threadId) ?? {};
  const notes = files.flatMap(({ key, name, contentType, stored }) =>
    stored ? { key, name, contentType, attachmentId: stored.id } : [],
  );
  // First: a file of an earlier visit stays for as long as it is noted.
  if (notes.length > 0) writeDraft(account, threadId, { files: [...notes, ...noted] });
  trays.put(threadId, [...files, ...trays.filesOf(threadId)]);
  for (const file of files) {
    // The server has refused a message with what had arrived: whether it is still there is asked anew.
    if (uploads.stateOf(file.key)?.status === 'done') uploads.retry(file);
    else uploads.start(file);
  }
}

/** The files that were chosen in each thread and are not sent yet. They are brought to the server at once. */
export class Trays {
  readonly #uploads: Uploads;
  readonly #files = new Map<string, readonly LocalFile[]>();
  readonly #here = new Set<string>();
  readonly #choosing = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(uploads: Uploads) {
    this.#uploads = uploads;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** In the order in which they were chosen; the same array until something changes. */
  readonly filesOf = (threadId: string): readonly LocalFile[] => this.#files.get(threadId) ?? none;

  remove(threadId: string, key: string): void {
    this.#uploads.forget(key);
    dropPreview(key);
    this.put(
      threadId,
      this.filesOf(threadId).filter((file) => file.key !== key),
    );
  }

  /** Hands them over to be sent. */
  take(threadId: string): readonly LocalFile[] {
    const files = this.filesOf(threadId);
    this.put(threadId, none);
    return files;
  }

  put(threadId: string, files: readonly LocalFile[]): void {
    this.#files.set(threadId, files);
    this.#tell();
  }

  /** Whether something that was chosen is not in it yet: a large picture takes a moment. */
  readonly isChoosing = (threadId: string): boolean => (this.#choosing.get(threadId) ?? 0) > 0;

  async choosing(threadId: string, work: Promise<void>): Promise<void> {
    const count = (by: number) => {
      this.#choosing.set(threadId, (this.#choosing.get(threadId) ?? 0) + by);
      this.#tell();
    };
    count(1);
    await work.finally(() => count(-1));
  }

  /** Whether what an earlier visit left in it is in it again. */
  readonly isHere = (threadId: string): boolean => this.#here.has(threadId);

  here(threadId: string): void {
    this.#here.add(threadId);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

import type { ApolloClient } from '@apollo/client';

import type { LocalFile } from '../../uploads/local-file.ts';
import { dropPreview } from '../../uploads/previews.ts';
import type { Uploads } from '../../uploads/uploads.ts';

const none: readonly LocalFile[] = [];

/** A thread's tray, and what it takes to fill it. */
export interface Place {
  readonly client: ApolloClient;
  readonly account: string;
  readonly uploads: Uploads;
  readonly trays: Trays;
  readonly threadId: string;
}

/** The files that were chosen in each thread and are not sent yet. They are brought to the server at once. */
export class Trays {
  readonly #uploads: Uploads;
  readonly #files = new Map<string, readonly LocalFile[]>();
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
    for (const listener of this.#listeners) listener();
  }
}

import { toast } from '../../ui/toast.tsx';
import type { LocalFile } from '../../uploads/local-file.ts';
import { dropPreview } from '../../uploads/previews.ts';
import type { Uploads } from '../../uploads/uploads.ts';

/** As many as the server takes in one message. */
const filesAtMost = 10;
const none: readonly LocalFile[] = [];

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

  async add(threadId: string, chosen: readonly File[]): Promise<void> {
    const room = filesAtMost - this.filesOf(threadId).length;
    const reading = await import('../../uploads/local-file.ts').catch(() => null);
    if (reading === null) {
      toast('Couldn’t attach files without a connection. Try again when it is back.');
      return;
    }
    const read = await Promise.all(chosen.slice(0, room).map(reading.readLocalFile));
    // Others may have been added meanwhile.
    const files = [...this.filesOf(threadId), ...read].slice(0, filesAtMost);
    if (chosen.length > room || files.length < this.filesOf(threadId).length + read.length)
      toast(`A message carries at most ${filesAtMost} files. The rest was left out.`);
    this.#set(threadId, files);
    for (const file of files) this.#uploads.start(file, { fresh: true });
  }

  remove(threadId: string, key: string): void {
    this.#uploads.forget(key);
    dropPreview(key);
    this.#set(
      threadId,
      this.filesOf(threadId).filter((file) => file.key !== key),
    );
  }

  /** Hands them over to be sent. */
  take(threadId: string): readonly LocalFile[] {
    const files = this.filesOf(threadId);
    this.#set(threadId, none);
    return files;
  }

  #set(threadId: string, files: readonly LocalFile[]): void {
    this.#files.set(threadId, files);
    for (const listener of this.#listeners) listener();
  }
}

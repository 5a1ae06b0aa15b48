import { type OutboxEntry, isUploading } from './entry.ts';
import type { OutboxStore } from './store.ts';

const filesLost = { reason: 'Its files are lost: the page was closed before they were kept.', final: true };

/**
 * The database takes its time, a second for a large file, and a tab that is closed meanwhile loses what it has not come to. So
 * every change is noted first, at once, under the entry's id: the entry, or null for one that is removed. The note goes when
 * the database has it, and whoever reads goes by those that were left. They hold no files: of a message with some, what is
 * left is its words.
 */
export function withNotes(store: OutboxStore, name: string): OutboxStore {
  const begun = Date.now();
  let writing: Promise<unknown> = Promise.resolve();
  let unwritten = 0;

  const write = async (id: string, noted: OutboxEntry | null, work: () => Promise<void>): Promise<void> => {
    const note = JSON.stringify(noted);
    attempt(() => localStorage.setItem(`${name}:${id}`, note));
    unwritten += 1;
    const written = writing.then(work);
    writing = written.catch(() => {});
    await written.finally(() => (unwritten -= 1));
    // What lives as long as the tab is not kept yet, and what was noted since is not written yet.
    if (noted !== null && store.fleeting()) return;
    attempt(() => {
      if (localStorage.getItem(`${name}:${id}`) === note) localStorage.removeItem(`${name}:${id}`);
    });
  };
  const remove = (id: string) => write(id, null, () => store.remove(id));

  return {
    put(entry) {
      const { files: _files, ...words } = entry;
      return write(entry.id, isUploading(entry) ? { ...words, failure: filesLost } : words, () =>
        store.put(entry),
      );
    },
    remove,
    all: async () => {
      const entries = new Map((await store.all()).map((entry) => [entry.id, entry]));
      for (const [id, note] of notesOf(name)) {
        if (note === null) {
          // Whoever began with it may be gone.
          void remove(id).catch(() => {});
          entries.delete(id);
        } else if (!entries.has(id) && (note.failure === null || Date.parse(note.createdAt) < begun)) {
          // Files are not lost yet where another tab is just writing them: what is younger than this visit is left alone.
          entries.set(id, note);
        }
      }
      return [...entries.values()];
    },
    fleeting: () => unwritten > 0 || store.fleeting(),
  };
}

function notesOf(name: string): readonly (readonly [string, OutboxEntry | null])[] {
  return (
    attempt(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(`${name}:`))
        .map(
          (key) =>
            [
              key.slice(name.length + 1),
              JSON.parse(localStorage.getItem(key) ?? 'null') as OutboxEntry | null,
            ] as const,
        ),
    ) ?? []
  );
}

/** Without storage, or with a full one, there are no notes. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

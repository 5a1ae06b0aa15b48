import { openDB, type DBSchema } from 'idb';
import type { OutboxEntry } from './entry.ts';

/** Where waiting messages survive a reload. */
export interface OutboxStore {
  all(): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
}

interface Schema extends DBSchema {
  entries: { key: string; value: OutboxEntry };
}

/** `name` holds the account's id: a sign-out deletes what does. `onGone` is called when the database is deleted. */
export function indexedStore(name: string, onGone: () => void): OutboxStore {
  const opening = openDB<Schema>(name, 1, {
    upgrade: (database) => void database.createObjectStore('entries', { keyPath: 'id' }),
    // A sign-out, here or in another tab, deletes it: let go, or the deletion waits for us.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onGone();
    },
  });
  opening.catch(() => {}); // told by the first call that needs it
  // What has no room there, since its files are large, lives as long as the tab; the rest is written down all the same.
  const tooLarge = memoryStore();
  return {
    all: async () => [...(await (await opening).getAll('entries')), ...(await tooLarge.all())],
    put: async (entry) => {
      try {
        await (await opening).put('entries', entry);
        await tooLarge.remove(entry.id);
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
        await tooLarge.put(entry);
      }
    },
    remove: async (id) => {
      await tooLarge.remove(id);
      await (await opening).delete('entries', id);
    },
  };
}

/** For a browser that keeps no database (private windows of some): what waits lives as long as the tab. */
export function memoryStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    remove: async (id) => void entries.delete(id),
  };
}

/** The first store, until it fails once; then the second for good. */
export function withFallback(first: OutboxStore, second: OutboxStore): OutboxStore {
  let current = first;
  const attempt = <T>(call: (store: OutboxStore) => Promise<T>): Promise<T> =>
    call(current).catch((error: unknown) => {
      if (current === second) throw error;
      current = second;
      return call(second);
    });
  return {
    all: () => attempt((store) => store.all()),
    put: (entry) => attempt((store) => store.put(entry)),
    remove: (id) => attempt((store) => store.remove(id)),
  };
}

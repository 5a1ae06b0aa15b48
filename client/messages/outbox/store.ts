import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { OutboxEntry } from './entry.ts';

/** Where waiting messages survive a reload. */
export interface OutboxStore {
  all(): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
  /** Whether some of it would go with the tab. */
  fleeting(): boolean;
}

interface Schema extends DBSchema {
  entries: { key: string; value: OutboxEntry };
}

/** `name` holds the account's id: a sign-out deletes what does. `onGone` is called when the database is deleted. */
export function indexedStore(name: string, onGone: () => void): OutboxStore {
  let gone = false;
  const open = () => {
    const opening = openDB<Schema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('entries', { keyPath: 'id' }),
      // A sign-out, here or in another tab, deletes it: let go, or the deletion waits for us.
      blocking: (_current, _blocked, event) => {
        gone = true;
        (event.target as IDBDatabase).close();
        onGone();
      },
    });
    opening.catch(() => {}); // told by the first call that needs it
    return opening;
  };
  let opened = open();
  /** A connection can be lost while the database is well (Safari's are, in the background), so what fails is tried over a new one. */
  const attempt = async <T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    const used = opened;
    try {
      return await work(await used);
    } catch (error) {
      if (gone || hasName(error, 'QuotaExceededError')) throw error;
      if (opened === used) {
        used.then((database) => database.close()).catch(() => {});
        opened = open();
      }
      return work(await opened);
    }
  };
  const write = (
    work: (entries: IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>) => Promise<unknown>,
  ) =>
    attempt(async (database) => {
      const writing = database.transaction('entries', 'readwrite');
      const done = work(writing.store);
      // Else the browser ends it only once this page has heard of the write, and a tab that closes before loses it.
      writing.commit();
      await Promise.all([done, writing.done]);
    });
  // What has no room there, since its files are large, lives as long as the tab; the rest is written down all the same.
  const tooLarge = memoryStore();
  return {
    all: async () => [
      ...(await attempt((database) => database.getAll('entries'))),
      ...(await tooLarge.all()),
    ],
    put: async (entry) => {
      try {
        await write((written) => written.put(entry));
        await tooLarge.remove(entry.id);
      } catch (error) {
        // A disk that is full can end the transaction without saying why.
        if (!hasName(error, 'QuotaExceededError') && !hasName(error, 'AbortError')) throw error;
        await tooLarge.put(entry);
      }
    },
    remove: async (id) => {
      await tooLarge.remove(id);
      await write((written) => written.delete(id));
    },
    fleeting: tooLarge.fleeting,
  };
}

const hasName = (error: unknown, name: string): boolean =>
  error instanceof DOMException && error.name === name;

/** For a browser that keeps no database (private windows of some): what waits lives as long as the tab. */
export function memoryStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  return {
    all: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.id, entry),
    remove: async (id) => void entries.delete(id),
    fleeting: () => entries.size > 0,
  };
}

/** The first store, until it fails once; then the second for good, with what is known of the first: that is still shown, and still to be sent. */
export function withFallback(first: OutboxStore, second: OutboxStore): OutboxStore {
  const known = new Map<string, OutboxEntry>();
  let writes = 0;
  let carrying: Promise<unknown> | undefined;
  const attempt = async <T>(call: (store: OutboxStore) => Promise<T>): Promise<T> => {
    if (!carrying) {
      try {
        return await call(first);
      } catch {
        carrying ??= Promise.all([...known.values()].map((entry) => second.put(entry)));
      }
    }
    await carrying;
    return call(second);
  };
  return {
    all: async () => {
      const before = writes;
      const entries = await attempt((store) => store.all());
      if (before === writes) {
        known.clear();
        for (const entry of entries) known.set(entry.id, entry);
      }
      return entries;
    },
    put: (entry) => {
      writes += 1;
      known.set(entry.id, entry);
      return attempt((store) => store.put(entry));
    },
    remove: async (id) => {
      writes += 1;
      known.delete(id);
      await attempt((store) => store.remove(id));
      // It may be able to do that much; else the next visit sends it again, and the server has it.
      if (carrying) await first.remove(id).catch(() => {});
    },
    fleeting: () => first.fleeting() || second.fleeting(),
  };
}

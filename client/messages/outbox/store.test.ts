import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from './entry.ts';
import { indexedStore, memoryStore, type OutboxStore, withFallback } from './store.ts';

vi.mock('idb', () => ({ openDB: vi.fn() }));

const entry = (id: string): OutboxEntry => ({
  id,
  threadId: 'thr_1',
  body: id,
  createdAt: '2025-01-01T00:00:00Z',
  replyTo: null,
  failure: null,
});
const ids = async (store: OutboxStore) => (await store.all()).map(({ id }) => id).toSorted();

describe('the database', () => {
  const written = new Map<string, OutboxEntry>();
  const close = vi.fn();
  /** What the next calls fail with. */
  let failures: Error[];
  let gone = () => {};

  beforeEach(() => {
    written.clear();
    close.mockReset();
    failures = [];
    const attempt = async <T>(work: () => T): Promise<T> => {
      const failure = failures.shift();
      if (failure) throw failure;
      return work();
    };
    const database = {
      close,
      getAll: () => attempt(() => [...written.values()]),
      transaction: () => {
        let commit = () => {};
        const committed = new Promise<void>((resolve) => (commit = resolve));
        // Not before the commit: nothing that a page does after it has heard of the write comes in time for a tab that closes.
        const write = async (work: () => unknown) => {
          await committed;
          await attempt(work);
        };
        return {
          store: {
            put: (value: OutboxEntry) => write(() => written.set(value.id, value)),
            delete: (id: string) => write(() => written.delete(id)),
          },
          commit: () => commit(),
          done: committed,
        };
      },
    };
    vi.mocked(openDB).mockReset();
    vi.mocked(openDB).mockImplementation((async (...[, , callbacks]: Parameters<typeof openDB>) => {
      gone = () => callbacks?.blocking?.(1, null, { target: database } as never);
      return database;
    }) as never);
  });
  const lost = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError');

  it('is opened anew when its connection is lost, and nothing that waits is', async () => {
    const store = indexedStore('outbox', () => {});
    await store.put(entry('1'));
    failures = [lost()];
    expect(await ids(store)).toEqual(['1']);
    failures = [lost()];
    await store.put(entry('2'));
    failures = [lost()];
    await store.remove('1');
    expect([...written.keys()]).toEqual(['2']);
    expect(openDB).toHaveBeenCalledTimes(4);
    expect(close).toHaveBeenCalledTimes(3);
  });

  it('is opened anew once for all that failed over the same connection', async () => {
    const store = indexedStore('outbox', () => {});
    failures = [lost(), lost()];
    await Promise.all([store.put(entry('1')), store.put(entry('2'))]);
    expect(await ids(store)).toEqual(['1', '2']);
    expect(openDB).toHaveBeenCalledTimes(2);
  });

  it('is not made anew once it was deleted', async () => {
    const onGone = vi.fn();
    const store = indexedStore('outbox', onGone);
    await store.all();
    gone();
    expect(onGone).toHaveBeenCalledOnce();
    failures = [new DOMException('The database connection is closing.', 'InvalidStateError')];
    await expect(store.all()).rejects.toThrow('closing');
    expect(openDB).toHaveBeenCalledOnce();
  });

  it.each(['QuotaExceededError', 'AbortError'])(
    'has no room: what does not fit lives beside it (%s)',
    async (name) => {
      const store = indexedStore('outbox', () => {});
      await store.put(entry('1'));
      failures = [new DOMException('', name), ...(name === 'AbortError' ? [new DOMException('', name)] : [])];
      await store.put(entry('2'));
      expect(await ids(store)).toEqual(['1', '2']);
      expect([...written.keys()]).toEqual(['1']);
      expect(store.fleeting()).toBe(true);
      await store.remove('2');
      expect(store.fleeting()).toBe(false);
    },
  );
});

describe('a store that fails', () => {
  function failing() {
    const store = memoryStore();
    const state = { broken: false };
    const attempt = <T>(work: () => Promise<T>) =>
      state.broken ? Promise.reject(new Error('broken')) : work();
    const first: OutboxStore = {
      all: () => attempt(store.all),
      put: (each) => attempt(() => store.put(each)),
      remove: (id) => attempt(() => store.remove(id)),
      fleeting: () => false,
    };
    return { state, store, first };
  }

  it.each<[string, (store: OutboxStore) => Promise<unknown>, string[]]>([
    ['reading', (store) => store.all(), ['1', '2']],
    ['writing', (store) => store.put(entry('3')), ['1', '2', '3']],
    ['removing', (store) => store.remove('1'), ['2']],
  ])('goes on in another with what it held: %s', async (_, call, left) => {
    const { state, first } = failing();
    await first.put(entry('1'));
    const store = withFallback(first, memoryStore());
    await store.all();
    await store.put(entry('2'));
    state.broken = true;
    await call(store);
    expect(await ids(store)).toEqual(left);
  });

  it('is not asked to send again what went out meanwhile, if it can do that much', async () => {
    const { state, store: beneath, first } = failing();
    const store = withFallback(first, memoryStore());
    await store.put(entry('1'));
    state.broken = true;
    await store.all();
    state.broken = false;
    await store.remove('1');
    expect(await ids(beneath)).toEqual([]);
  });
});

// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from './entry.ts';
import { withNotes } from './notes.ts';
import { memoryStore, type OutboxStore } from './store.ts';

const entry = (id: string): OutboxEntry => ({
  id,
  threadId: 'thr_1',
  body: id,
  createdAt: '2025-01-01T00:00:00Z',
  replyTo: null,
  failure: null,
});
const withFile = (id: string): OutboxEntry => ({
  ...entry(id),
  files: [
    {
      key: 'a',
      blob: new Blob(['a']),
      name: 'a.txt',
      contentType: 'text/plain',
      width: null,
      height: null,
    },
  ],
});
const ids = async (store: OutboxStore) => (await store.all()).map(({ id }) => id).toSorted();
const notes = () => Object.keys(localStorage);
const never = () => new Promise<never>(() => {});

/** A database, and a tab that is closed before it has done anything in it. */
function setup() {
  const database: OutboxStore = { ...memoryStore(), fleeting: () => false };
  const closing = { ...database, put: never, remove: never };
  return {
    database,
    open: () => withNotes(database, 'outbox-usr_a'),
    openClosing: () => withNotes(closing, 'outbox-usr_a'),
  };
}

beforeEach(() => localStorage.clear());

describe('what the database had not come to when the tab was closed', () => {
  it('is sent by the next visit', async () => {
    const { open, openClosing } = setup();
    const closing = openClosing();
    void closing.put(entry('1'));
    void closing.put(entry('2'));
    const store = open();
    expect(await store.all()).toEqual([entry('1'), entry('2')]);
    await store.remove('1');
    await store.remove('2');
    expect([await ids(open()), notes()]).toEqual([[], []]);
  });

  it('stays cancelled, also while its files are still being written', async () => {
    const { database, open, openClosing } = setup();
    const closing = openClosing();
    void closing.put(withFile('1'));
    void closing.remove('1');
    await database.put(withFile('1'));
    expect(await ids(open())).toEqual([]);
    await vi.waitFor(async () => expect([await ids(database), notes()]).toEqual([[], []]));
  });

  it('has lost its files, and says so; its words have not gone', async () => {
    const { open, openClosing } = setup();
    void openClosing().put(withFile('1'));
    const [left] = await open().all();
    expect(left).toMatchObject({ body: '1', failure: { final: true } });
    expect(left?.files).toBeUndefined();
  });

  it('with files is left alone by a tab that was there before: they may be on their way', async () => {
    const { database, open, openClosing } = setup();
    const other = open();
    const young = { ...withFile('1'), createdAt: new Date(Date.now() + 1_000).toISOString() };
    void openClosing().put(young);
    expect(await ids(other)).toEqual([]);
    await database.put(young);
    expect(await other.all()).toEqual([young]);
  });

  it('is of one account', async () => {
    const { database, openClosing } = setup();
    void openClosing().put(entry('1'));
    expect(await ids(withNotes(database, 'outbox-usr_b'))).toEqual([]);
  });
});

describe('what is noted', () => {
  it('goes when the database has it, and what it has is better', async () => {
    const { open, openClosing } = setup();
    const store = open();
    await store.put(withFile('1'));
    expect(notes()).toEqual([]);
    void openClosing().put({ ...entry('1'), body: 'from the note' });
    expect(await open().all()).toEqual([withFile('1')]);
  });

  it('is written in order, and tells that something could still be lost', async () => {
    const { database } = setup();
    const done: string[] = [];
    let finish = () => {};
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const store = withNotes(
      {
        ...database,
        put: ({ id }) => slow.then(() => void done.push(`put ${id}`)),
        remove: async (id) => void done.push(`remove ${id}`),
      },
      'outbox-usr_a',
    );
    const all = [store.put(entry('1')), store.remove('1')];
    expect([store.fleeting(), notes()]).toEqual([true, ['outbox-usr_a:1']]);
    finish();
    await Promise.all(all);
    expect([done, store.fleeting(), notes()]).toEqual([['put 1', 'remove 1'], false, []]);
  });

  it('stays for what lives no longer than the tab', async () => {
    const store = withNotes(memoryStore(), 'outbox-usr_a');
    await store.put(entry('1'));
    expect(store.fleeting()).toBe(true);
    expect(await ids(setup().open())).toEqual(['1']);
    await store.remove('1');
    expect([store.fleeting(), notes()]).toEqual([false, []]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from './entry.ts';
import { type Brought, Outbox, type Outcome } from './outbox.ts';
import { memoryStore, withFallback, type OutboxStore } from './store.ts';

const entry = (id: string, threadId = 'thr_1'): OutboxEntry => ({
  id: `msg_${id}`,
  threadId,
  body: id,
  createdAt: '2025-01-01T00:00:00Z',
  replyTo: null,
  failure: null,
});

const message = (from: OutboxEntry, seq: number): NonNullable<OutboxEntry['stored']> => ({
  __typename: 'Message',
  id: from.id,
  seq,
  body: from.body,
  createdAt: from.createdAt,
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author: null,
  replyTo: null,
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
});

const localFile = (key: string): NonNullable<OutboxEntry['files']>[number] => ({
  key,
  blob: new Blob([key]),
  name: `${key}.txt`,
  contentType: 'text/plain',
  width: null,
  height: null,
});

/** A server that answers as the test says; unsaid means stored. */
function server() {
  const asked: string[] = [];
  const answers = new Map<string, Outcome[]>();
  return {
    asked,
    answer: (id: string, ...outcomes: Outcome[]) => answers.set(`msg_${id}`, outcomes),
    send: async (sent: OutboxEntry): Promise<Outcome> => {
      asked.push(sent.body);
      return answers.get(sent.id)?.shift() ?? { kind: 'stored', message: message(sent, asked.length) };
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const bodies = (outbox: Outbox) => outbox.entries().map(({ body }) => body);
const waiting = (outbox: Outbox) =>
  outbox.entries().filter(({ stored, failure }) => stored === undefined && failure === null);

describe('outbox', () => {
  it('shows an entry at once, writes it down before sending, and forgets it when it is stored', async () => {
    const store = memoryStore();
    const written: string[][] = [];
    const outbox = new Outbox({
      store,
      send: async (sent) => {
        written.push((await store.all()).map(({ id }) => id));
        return { kind: 'stored', message: message(sent, 1) };
      },
    });
    const adding = outbox.add(entry('1'));
    expect(bodies(outbox)).toEqual(['1']);
    await adding;
    await outbox.settled();
    expect(written).toEqual([['msg_1']]);
    expect(await store.all()).toEqual([]);
    expect(outbox.entries()[0]?.stored?.seq).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(outbox.entries()).toEqual([]);
  });

  it('sends in the order of writing within a thread, and one thread does not wait for another', async () => {
    const { send, asked, answer } = server();
    answer('1', { kind: 'later' });
    const outbox = new Outbox({ store: memoryStore(), send });
    await Promise.all([outbox.add(entry('1')), outbox.add(entry('2')), outbox.add(entry('3', 'thr_2'))]);
    await outbox.settled();
    expect(asked.filter((body) => body !== '3')[0]).toBe('1');
    await vi.advanceTimersByTimeAsync(30_000);
    const first = asked.filter((body) => body !== '3');
    expect(first.indexOf('2')).toBeGreaterThan(first.lastIndexOf('1'));
    expect(asked.filter((body) => body === '3')).toHaveLength(1);
    expect(waiting(outbox)).toEqual([]);
  });

  it('survives a restart: a new outbox on the same store sends what waited', async () => {
    const store = memoryStore();
    const offline = new Outbox({ store, send: async () => ({ kind: 'later' }) });
    await offline.add(entry('1'));
    await offline.add(entry('2'));
    await offline.settled();
    offline.stop();
    const { send, asked } = server();
    const outbox = new Outbox({ store, send });
    outbox.wake();
    await outbox.settled();
    expect(asked).toEqual(['1', '2']);
    expect(await store.all()).toEqual([]);
  });

  it('a refused message stands with its reason, the next go on, and Retry or Delete settle it', async () => {
    const { send, asked, answer } = server();
    answer('1', { kind: 'refused', reason: 'Too long', final: true });
    const store = memoryStore();
    const outbox = new Outbox({ store, send });
    await outbox.add(entry('1'));
    await outbox.add(entry('2'));
    await outbox.settled();
    expect(asked).toEqual(['1', '2']);
    expect(outbox.entries()[0]?.failure).toEqual({ reason: 'Too long', final: true });
    expect((await store.all()).map(({ failure }) => failure)).toEqual([{ reason: 'Too long', final: true }]);
    await outbox.retry('msg_1');
    await outbox.settled();
    expect(asked).toEqual(['1', '2', '1']);

    answer('3', { kind: 'refused', reason: 'No', final: true });
    await outbox.add(entry('3'));
    await outbox.settled();
    await outbox.discard('msg_3');
    expect(await store.all()).toEqual([]);
  });

  it('waits as long as the server says, and stops when signed out', async () => {
    const { send, asked, answer } = server();
    answer('1', { kind: 'later', afterMs: 7_000 }, { kind: 'stop' });
    const outbox = new Outbox({ store: memoryStore(), send });
    await outbox.add(entry('1'));
    await outbox.settled();
    await vi.advanceTimersByTimeAsync(6_900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveLength(2);
    expect(waiting(outbox)).toHaveLength(1);
  });

  it('a reload that a change overtakes loses nothing', async () => {
    const store = memoryStore();
    const slow: OutboxStore = {
      ...store,
      all: () => new Promise((resolve) => setTimeout(() => void store.all().then(resolve), 50)),
    };
    const outbox = new Outbox({ store: slow, send: async () => ({ kind: 'stop' }) });
    const reloading = outbox.reload();
    await vi.advanceTimersByTimeAsync(25);
    const adding = outbox.add(entry('1'));
    await vi.advanceTimersByTimeAsync(500);
    await Promise.all([reloading, adding]);
    expect(bodies(outbox)).toEqual(['1']);
  });

  it('what another tab sent while this one waited for its turn is not sent again', async () => {
    const store = memoryStore();
    let release = () => {};
    const turn = new Promise<void>((resolve) => (release = resolve));
    const { send, asked } = server();
    const outbox = new Outbox({ store, send, exclusively: async (work) => turn.then(work) });
    await outbox.add(entry('1'));
    await store.remove('msg_1');
    release();
    await outbox.settled();
    expect(asked).toEqual([]);
    expect(outbox.entries()).toEqual([]);
  });

  it('what a tab has left that is closed goes out by another that is open', async () => {
    const store = memoryStore();
    const { send, asked } = server();
    const there = new Outbox({ store, send });
    const closed = new Outbox({
      store,
      send: async () => ({ kind: 'stop' }),
      changed: () => void there.follow(),
    });
    await closed.add(entry('1'));
    await closed.settled();
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['1']);
  });

  it('what another tab has sent is brought no further from this one', async () => {
    const store = memoryStore();
    const carried: string[] = [];
    const outbox = new Outbox({
      store,
      send: server().send,
      carrier: {
        bring: () => ({ kind: 'under way' }),
        bringAgain: () => {},
        letGo: ({ id }) => void carried.push(id),
      },
    });
    await outbox.add({ ...entry('1'), files: [localFile('a')] });
    await outbox.settled();
    await store.remove('msg_1');
    await outbox.follow();
    expect([carried, outbox.entries()]).toEqual([['msg_1'], []]);
  });

  it('tells the other tabs before it is written: that may take longer than the tab is there', async () => {
    const told: string[] = [];
    const slow: OutboxStore = { ...memoryStore(), put: () => new Promise(() => {}) };
    const outbox = new Outbox({
      store: slow,
      send: server().send,
      changed: () => told.push(...bodies(outbox)),
    });
    void outbox.add(entry('1'));
    expect(told).toEqual(['1']);
  });

  it('goes on in memory when the database cannot be had', async () => {
    const broken: OutboxStore = {
      all: async () => Promise.reject(new Error('no database')),
      put: async () => Promise.reject(new Error('no database')),
      remove: async () => Promise.reject(new Error('no database')),
      fleeting: () => false,
    };
    const { send, asked } = server();
    const outbox = new Outbox({ store: withFallback(broken, memoryStore()), send });
    await outbox.add(entry('1'));
    await outbox.settled();
    expect(asked).toEqual(['1']);
  });

  it('what waits for its files lets others pass, is sent when they are there, and names the same ever after', async () => {
    const store = memoryStore();
    const files = [localFile('a'), localFile('b')];
    let brought: Brought = { kind: 'under way' };
    const carried: string[] = [];
    const carrier = {
      bring: () => brought,
      bringAgain: () => void carried.push('again'),
      letGo: ({ id }: OutboxEntry) => void carried.push(`let go of ${id}`),
    };
    const asked: (readonly string[] | undefined)[] = [];
    const outcomes: Outcome[] = [{ kind: 'later' }];
    const outbox = new Outbox({
      store,
      carrier,
      send: async (sent) => {
        asked.push(sent.attachmentIds);
        return (sent.files && outcomes.shift()) ?? { kind: 'stored', message: message(sent, asked.length) };
      },
    });
    await outbox.add({ ...entry('1'), files });
    await outbox.add(entry('2'));
    await outbox.settled();
    expect(asked).toEqual([undefined]);
    expect(waiting(outbox).map(({ id }) => id)).toEqual(['msg_1']);
    brought = { kind: 'there', attachmentIds: ['att_1', 'att_2'] };
    outbox.wake();
    await outbox.settled();
    expect((await store.all())[0]?.attachmentIds).toEqual(['att_1', 'att_2']);
    // Whatever the carrier says by now, a repeat is the same.
    brought = { kind: 'there', attachmentIds: ['att_3'] };
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toEqual([undefined, ['att_1', 'att_2'], ['att_1', 'att_2']]);
    expect(carried).toEqual(['let go of msg_2', 'let go of msg_1']);
  });

  it('a refused file is the message’s failure; Retry brings it again, and what was discarded is not sent', async () => {
    let brought: Brought = { kind: 'refused', reason: 'a.png: damaged', final: false };
    const carried: string[] = [];
    const { send, asked } = server();
    const store = memoryStore();
    const outbox = new Outbox({
      store,
      send,
      carrier: {
        bring: () => brought,
        bringAgain: () => void carried.push('again'),
        letGo: () => void carried.push('let go'),
      },
    });
    await outbox.add({ ...entry('1'), files: [localFile('a')] });
    await outbox.settled();
    expect(outbox.entries()[0]?.failure).toEqual({ reason: 'a.png: damaged', final: false });
    brought = { kind: 'under way' };
    await outbox.retry('msg_1');
    await outbox.settled();
    expect([carried, outbox.entries()[0]?.failure]).toEqual([['again'], null]);
    await outbox.discard('msg_1');
    brought = { kind: 'there', attachmentIds: ['att_1'] };
    outbox.wake();
    await outbox.settled();
    expect([asked, carried, await store.all()]).toEqual([[], ['again', 'let go'], []]);
  });

  it('what is taken back is gone from it, and its files are left to who has them now', async () => {
    const carried: string[] = [];
    const store = memoryStore();
    const outbox = new Outbox({
      store,
      send: server().send,
      carrier: {
        bring: () => ({ kind: 'refused', reason: 'a.png: damaged', final: true }),
        bringAgain: () => void carried.push('again'),
        letGo: () => void carried.push('let go'),
      },
    });
    await outbox.add({ ...entry('1'), files: [localFile('a')] });
    await outbox.settled();
    await outbox.takeBack('msg_1');
    expect([outbox.entries(), await store.all(), carried]).toEqual([[], [], []]);
  });
});

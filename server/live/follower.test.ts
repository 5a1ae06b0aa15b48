import { expect, it } from 'vitest';
import type { Change, LoggedChange } from '../../schema/change/change.ts';
import type { Rows } from '../../schema/change/rows.ts';
import { comparePositions, type LogEvent, type Position } from '../../schema/log/event.ts';
import { Membership, Snapshot } from '../../schema/log/membership.ts';
import { type Entry, Follower } from './follower.ts';

const viewer = { userId: 'usr', sessionId: 'ses' };

const rows = { messages: new Map(), threads: new Map(), participants: new Map() } as unknown as Rows;

/** Each event is a transaction of its own. */
function entryAt(transaction: bigint): Entry {
  const event: LogEvent = {
    transaction,
    id: transaction,
    kind: 'MESSAGE_ADDED',
    at: new Date(),
    threadId: 'thr',
    messageId: null,
    actorId: null,
    userId: null,
    sessionId: null,
    emoji: null,
  };
  return { event, change: { type: 'MessageAdded', event } as LoggedChange, rows };
}

const lastOf = (log: Entry[]): Position => log.at(-1)?.event ?? { transaction: 0n, id: 0n };

/** A log that grows by hand: what is put in it is handed on at once, as the hub does. */
function openLog({
  isIn = () => true,
  before = async () => {},
  userId = 'usr',
  wants = ({ type }) => type === 'MessageAdded',
}: {
  wants?(change: Change): boolean;
  isIn?(): boolean;
  before?(): Promise<void>;
  userId?: string;
}) {
  const log: Entry[] = [];
  const state = { live: 0, read: before, limits: [] as number[], upTo: [] as bigint[] };
  const follower = new Follower(
    { ...viewer, userId },
    { threadId: 'thr', wants },
    {
      register: () => lastOf(log),
      goLive: () => {
        state.live += 1;
        return lastOf(log);
      },
      leave: () => {},
      membership: async () => {
        const next = lastOf(log).transaction + 1n;
        return new Membership(
          'usr',
          'server',
          new Snapshot(`${next}:${next}:`, next),
          isIn() ? [['thr', { transaction: 0n, from: 1 }]] : [],
        );
      },
      read: async (_follower, membership, from, upTo, limit) => {
        await state.read();
        state.limits.push(limit);
        state.upTo.push(upTo.transaction);
        if (!membership.has('thr')) return [];
        const between = ({ event }: Entry) =>
          comparePositions(event, from) > 0 && comparePositions(event, upTo) <= 0;
        return log.filter(between).slice(0, limit);
      },
      seal: () => '',
    },
  );
  /** Without its being handed on. */
  const passBy = (count: number) => {
    for (let i = 0; i < count; i += 1) log.push(entryAt(lastOf(log).transaction + 1n));
  };
  const grow = (count: number) => {
    for (let i = 0; i < count; i += 1) {
      passBy(1);
      follower.hold(log.at(-1)!);
    }
  };
  return { follower, state, grow, passBy };
}

it('[LV2] loses nothing when more passes while the past is replayed than is held', async () => {
  const { follower, state, grow } = openLog({});
  state.read = async () => {
    state.read = async () => {};
    // Some of these are one too many; what comes after them finds room again once the first have been read.
    grow(10_500);
  };
  await follower.start({ transaction: 0n, id: 0n });
  const told: bigint[] = [];
  for await (const change of follower.queue) {
    told.push((change as LoggedChange).event.id);
    if (told.length === 500) grow(100);
    if (told.length === 10_600) break;
  }
  expect(told).toEqual(Array.from({ length: 10_600 }, (_, i) => BigInt(i + 1)));
});

it('[LV50] leaves what there is no room for in the log until there is, and reads as much as there was room for', async () => {
  const { follower, state, grow } = openLog({});
  grow(500);
  const told: bigint[] = [];
  let ready: Promise<void> | null = null;
  follower.queue.pipe({
    take: (change) => {
      told.push((change as LoggedChange).event.id);
      if (told.length === 90 || told.length % 30 > 0) return;
      ready = new Promise((resolve) => setImmediate(resolve)).then(() => void (ready = null));
    },
    settled: () => null,
    ready: () => ready,
    end: () => {},
  });
  await follower.start({ transaction: 0n, id: 0n });
  while (state.live === 0) await new Promise(setImmediate);
  expect(told).toEqual(Array.from({ length: 500 }, (_, i) => BigInt(i + 1)));
  // Thirty at a time, but for sixty once.
  expect(state.limits.slice(0, 5)).toEqual([200, 30, 30, 200, 30]);
});

it('[LV52] holds nothing of what passes while its reader takes no more, and reads it then', async () => {
  const { follower, state, grow } = openLog({});
  grow(1);
  const told: bigint[] = [];
  let takesMore = () => {};
  let ready: Promise<void> | null = new Promise((resolve) => {
    takesMore = () => {
      ready = null;
      resolve();
    };
  });
  follower.queue.pipe({
    take: (change) => void told.push((change as LoggedChange).event.id),
    settled: () => null,
    ready: () => ready,
    end: () => {},
  });
  await follower.start({ transaction: 0n, id: 0n });
  await new Promise(setImmediate);
  grow(3);
  expect(state.limits).toEqual([]);
  state.read = async () => {
    state.read = async () => {};
    grow(1);
  };
  takesMore();
  while (state.live === 0) await new Promise(setImmediate);
  // What passed was read with the first; what passed meanwhile was held.
  expect(state.upTo).toEqual([5n]);
  expect(told).toEqual([1n, 2n, 3n, 4n, 5n]);
});

it('[LV52] four of an account read at once, and nobody else waits for them', async () => {
  const reading = { begun: 0 };
  const ends: (() => void)[] = [];
  const before = () =>
    new Promise<void>((resolve) => {
      reading.begun += 1;
      ends.push(resolve);
    });
  const follow = async (userId: string) => {
    const { follower, state, grow } = openLog({ before, userId });
    grow(1);
    await follower.start({ transaction: 0n, id: 0n });
    return { state, grow, queue: follower.queue };
  };
  const anns = await Promise.all(Array.from({ length: 6 }, () => follow('ann')));
  expect(reading.begun).toBe(4);
  await follow('bob');
  expect(reading.begun).toBe(5);
  // Who has gone is not read for; what passes while one waits is read in one's turn.
  await anns[4]!.queue.return();
  anns[5]!.grow(2);
  ends[0]!();
  while (reading.begun < 6) await new Promise(setImmediate);
  ends[5]!();
  while (anns[5]!.state.live === 0) await new Promise(setImmediate);
  expect(anns[4]!.state.limits).toEqual([]);
  expect(anns[5]!.state.limits).toHaveLength(1);
  for (const id of [1n, 2n, 3n]) expect((await anns[5]!.queue.next()).value).toMatchObject({ event: { id } });
  for (const end of ends) end();
});

it.each(['while it reads', 'while it is live'])(
  '[LV2] [LV4] reads from its place what it was not handed, %s, and has caught up once',
  async (when) => {
    const { follower, state, grow, passBy } = openLog({ wants: () => true });
    grow(2);
    const missSome = () => {
      passBy(3);
      follower.reread();
      grow(1);
    };
    const told: (bigint | string)[] = [];
    const tell = (change: Change) => told.push(change.type === 'CaughtUp' ? change.type : change.event.id);
    follower.queue.pipe({
      take: (change) => void tell(change),
      settled: () => null,
      ready: () => null,
      end: () => {},
    });
    if (when === 'while it reads') {
      state.read = async () => {
        state.read = async () => {};
        missSome();
      };
    }
    await follower.start({ transaction: 0n, id: 0n });
    while (state.live < 1) await new Promise(setImmediate);
    if (when === 'while it is live') {
      missSome();
      while (state.live < 2) await new Promise(setImmediate);
    }
    const caughtUp = told.indexOf('CaughtUp');
    expect(told.toSpliced(caughtUp, 1)).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
    expect(caughtUp).toBe(when === 'while it reads' ? 6 : 2);
    expect(follower.live).toBe(true);
  },
);

it('is not handed anything any more when it has ended while it caught up', async () => {
  const { follower, state } = openLog({});
  const started = follower.start(null);
  follower.onRevoked(viewer.sessionId);
  await started;
  await expect(follower.queue.next()).rejects.toThrow('Sign in first.');
  expect(state.live).toBe(0);
});

it('[LV8] ends when its reader has left the one thread while more passed than is held', async () => {
  let isIn = true;
  const { follower, state, grow } = openLog({ isIn: () => isIn });
  state.read = async () => {
    state.read = async () => {};
    grow(10_500);
    isIn = false;
  };
  await follower.start({ transaction: 0n, id: 0n });
  expect(await follower.queue.next()).toEqual({ done: true, value: undefined });
});

it('[LV18] does not begin ahead of the log', async () => {
  const { follower } = openLog({});
  await expect(follower.start({ transaction: 1n, id: 1n })).rejects.toMatchObject({
    extensions: { code: 'RESYNC_REQUIRED' },
  });
  expect(follower.queue.closed).toBe(true);
});

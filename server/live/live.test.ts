import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../prisma/testing.ts';
import type { Change } from '../../schema/change/change.ts';
import type { SignedIn } from '../../schema/context.ts';
import { addParticipant, createGroup, removeParticipant } from '../../schema/group/commands.ts';
import { newId } from '../../schema/id.ts';
import { sendMessage } from '../../schema/message/commands.ts';
import { settled } from '../../schema/testing/settled.ts';
import { parseConfig } from '../config.ts';
import { type Instance, openInstance } from '../instance.ts';

/** What runs differently every time is drawn from this, so that a failure can be repeated: SEED=… npm test. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let state = seed;
const random = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
};

let database: TestDatabase;
let instances: Instance[];

beforeAll(async () => {
  console.info(`seed ${seed}`);
  database = await freshDatabase();
  const config = parseConfig({ RATE_LIMITS: 'off', DATABASE_URL: database.url });
  const logger = pino({ level: 'silent' });
  // Two instances that hear nothing of each other: what arrives from the other one arrives by the sweep.
  instances = await Promise.all([0, 1].map(() => openInstance(config, database.url, logger)));
});

afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await database.drop();
});

const instance = (index: number): Instance => instances[index % instances.length]!;

async function person(on = 0): Promise<SignedIn> {
  const id = newId('usr');
  const handle = id.slice(-12);
  await instance(on).prisma.user.create({ data: { id, handle, displayName: handle, passwordHash: '' } });
  return as(id, on);
}

function as(userId: string, on: number): SignedIn {
  const viewer = { userId, sessionId: newId('ses') };
  return instance(on).contextFor({
    viewer,
    cookie: null,
    userAgent: '',
    address: '::1',
    connection: null,
  }) as SignedIn;
}

async function group(owner: SignedIn, ...members: SignedIn[]): Promise<string> {
  const participantIds = members.map(({ viewer }) => viewer.userId);
  return (await createGroup(owner, { name: 'group', participantIds })).threadId;
}

interface Reader {
  next(): Promise<Change>;
  leave(): Promise<void>;
}

async function follow(ctx: SignedIn, after: string | null, threadId: string | null = null): Promise<Reader> {
  const changes = await ctx.live.follow(ctx.viewer, { after, threadId, wants: () => true });
  const iterator = changes[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { done, value } = await iterator.next();
      if (done) throw new Error('The stream has ended.');
      return value;
    },
    leave: async () => void (await iterator.return?.()),
  };
}

/** A place in the log that is behind everything done so far, however long other transactions run. */
async function cursorNow(ctx: SignedIn): Promise<string> {
  await settled(instance(0));
  return ctx.log.seal(await ctx.log.head());
}

const bodyOf = (change: Change): string | null =>
  change.type === 'MessageAdded'
    ? (change.rows.messages.get(change.event.messageId ?? '')?.body ?? null)
    : null;

describe('a stream that is cut and resumed', () => {
  it('[LV2] tells every message once and in the thread’s order, on whichever instance one comes back', async () => {
    const writers = await Promise.all(Array.from({ length: 6 }, (_, index) => person(index)));
    const [owner] = writers as [SignedIn, ...SignedIn[]];
    const threads = await Promise.all([0, 1, 2].map(() => group(owner, ...writers.slice(1))));
    const total = 240;
    let cursor = await cursorNow(owner);

    const sending = Promise.all(
      writers.map(async (writer) => {
        for (let count = 0; count < total / writers.length; count += 1) {
          await sendMessage(writer, { threadId: threads[random(threads.length)]!, body: `${count}` });
        }
      }),
    );
    const seen = new Map<string, number[]>(threads.map((threadId) => [threadId, []]));
    let count = 0;
    for (let cuts = 0; count < total; cuts += 1) {
      const reader = await follow(as(owner.viewer.userId, cuts), cursor);
      for (let left = 1 + random(60); left > 0 && count < total; left -= 1) {
        const change = await reader.next();
        cursor = change.cursor;
        if (change.type !== 'MessageAdded') continue;
        const message = change.rows.messages.get(change.event.messageId ?? '');
        seen.get(message!.threadId)!.push(message!.seq);
        count += 1;
      }
      await reader.leave();
    }
    await sending;
    for (const seqs of seen.values()) {
      expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 2));
    }
  }, 180_000);

  it('[LV4] begins with what was missed, then says CaughtUp, then goes on live', async () => {
    const [ada, bob] = [await person(), await person()];
    const threadId = await group(ada, bob);
    const cursor = await cursorNow(ada);
    await sendMessage(ada, { threadId, body: 'missed' });
    await settled(instance(0));
    const reader = await follow(bob, cursor);
    expect(bodyOf(await reader.next())).toBe('missed');
    expect((await reader.next()).type).toBe('CaughtUp');
    await sendMessage(ada, { threadId, body: 'live' });
    expect(bodyOf(await reader.next())).toBe('live');
    await reader.leave();
  });

  it('[LV2] replays a past of many pages without a gap while others write', async () => {
    const [ada, bob] = [await person(), await person()];
    const threadId = await group(ada, bob);
    const cursor = await cursorNow(ada);
    const count = 700;
    for (let at = 0; at < count; at += 50) {
      await Promise.all(Array.from({ length: 50 }, () => sendMessage(ada, { threadId, body: 'past' })));
    }
    const reader = await follow(bob, cursor);
    const writing = Promise.all(
      Array.from({ length: 100 }, () => sendMessage(ada, { threadId, body: 'present' })),
    );
    const seqs: number[] = [];
    while (seqs.length < count + 100) {
      const change = await reader.next();
      if (change.type === 'MessageAdded')
        seqs.push(change.rows.messages.get(change.event.messageId ?? '')!.seq);
    }
    await writing;
    expect(seqs).toEqual(Array.from({ length: count + 100 }, (_, index) => index + 2));
    await reader.leave();
  }, 180_000);

  it('[LV13] gives up a reader that does not read, who then resumes and misses nothing', async () => {
    const [ada, bob] = [await person(), await person()];
    const threadId = await group(ada, bob);
    const cursor = await cursorNow(ada);
    const stalled = await follow(bob, cursor);
    const witness = await follow(ada, cursor, threadId);
    const count = 1100;
    const witnessed = (async () => {
      for (let seq = 0; seq < count + 1;) {
        const change = await witness.next();
        if (change.type === 'MessageAdded') seq = change.rows.messages.get(change.event.messageId ?? '')!.seq;
      }
    })();
    for (let at = 0; at < count; at += 50) {
      await Promise.all(Array.from({ length: 50 }, () => sendMessage(ada, { threadId, body: 'flood' })));
    }
    await witnessed;
    await expect(
      (async () => {
        for (;;) await stalled.next();
      })(),
    ).rejects.toThrow('did not keep up');
    const reader = await follow(bob, cursor);
    for (let seq = 2; seq <= count + 1; seq += 1) {
      const change = await reader.next();
      expect(
        change.type === 'MessageAdded' && change.rows.messages.get(change.event.messageId ?? '')?.seq,
      ).toBe(seq);
    }
    await reader.leave();
  }, 180_000);
});

describe('who may see', () => {
  it('[LV7] tells a person nothing after their removal, whichever instance they listen on', async () => {
    const owner = await person(0);
    const target = await person(1);
    const other = await person(1);
    const threadId = await group(owner, other);
    for (let round = 0; round < 40; round += 1) {
      await addParticipant(owner, { threadId, userId: target.viewer.userId });
      const cursor = await cursorNow(owner);
      const live = await follow(target, null, threadId);
      const witness = await follow(other, cursor, threadId);
      const sending = Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          sendMessage(as(owner.viewer.userId, index), { threadId, body: `${round}` }),
        ),
      );
      await Promise.all([sending, removeParticipant(owner, { threadId, userId: target.viewer.userId })]);
      // In the witness's order: what came before the removal may be seen, nothing after it.
      let removed = false;
      const before = new Set<string>();
      for (let messages = 0; messages < 7;) {
        const change = await witness.next();
        if (change.type === 'CaughtUp') continue;
        if (change.type === 'GroupUpdated' && change.event.kind === 'PARTICIPANT_REMOVED') removed = true;
        if (change.type !== 'MessageAdded') continue;
        messages += 1;
        if (!removed && bodyOf(change) === `${round}`) before.add(change.cursor);
      }
      const heard: Change[] = [];
      try {
        for (;;) heard.push(await live.next());
      } catch {
        // Its one thread is left: the stream has ended.
      }
      expect(heard.at(-1)?.type).toBe('ThreadLeft');
      const said = heard.filter((change) => bodyOf(change) === `${round}`);
      expect(said.map(({ cursor: at }) => at)).toEqual([...before]);
      await witness.leave();
    }
  }, 120_000);

  it('[LV8] tells who comes back only that they left, of a thread that they are no longer in', async () => {
    const [ada, bob] = [await person(), await person()];
    const [left, kept] = [await group(ada, bob), await group(ada, bob)];
    const cursor = await cursorNow(ada);
    await sendMessage(ada, { threadId: left, body: 'gone' });
    await sendMessage(ada, { threadId: kept, body: 'kept' });
    await removeParticipant(ada, { threadId: left, userId: bob.viewer.userId });
    await settled(instance(0));
    const reader = await follow(bob, cursor);
    const changes = [await reader.next(), await reader.next(), await reader.next()];
    expect(changes.map((change) => change.type)).toEqual(['MessageAdded', 'ThreadLeft', 'CaughtUp']);
    expect(bodyOf(changes[0]!)).toBe('kept');
    await reader.leave();
  });

  it('[LV9] begins with ThreadAdded for who is added, and tells nothing from before', async () => {
    const [ada, bob, eve] = [await person(), await person(), await person()];
    const threadId = await group(ada, bob);
    const cursor = await cursorNow(ada);
    await sendMessage(ada, { threadId, body: 'before' });
    const live = await follow(eve, null);
    expect((await live.next()).type).toBe('CaughtUp');
    await addParticipant(ada, { threadId, userId: eve.viewer.userId });
    await sendMessage(ada, { threadId, body: 'after' });
    await settled(instance(0));
    const resumed = await follow(eve, cursor);
    for (const reader of [live, resumed]) {
      const changes = [await reader.next(), await reader.next(), await reader.next(), await reader.next()];
      expect(changes.map((change) => change.type)).toEqual([
        'ThreadAdded',
        'GroupUpdated',
        'MessageAdded',
        'MessageAdded',
      ]);
      expect(bodyOf(changes[3]!)).toBe('after');
      await reader.leave();
    }
  });

  it('[LV6] refuses to follow a thread that the viewer is not in as if it were missing', async () => {
    const [ada, bob, eve] = [await person(), await person(), await person()];
    const threadId = await group(ada, bob);
    await expect(follow(eve, null, threadId)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    await expect(follow(eve, null, newId('thr'))).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });
});

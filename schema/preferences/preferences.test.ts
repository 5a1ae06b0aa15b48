import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { cursorOf } from '../testing/cursor.ts';
import { footprint } from '../testing/rows.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [me, ann, bob]: Person[] = [];
beforeEach(async () => {
  [me, ann, bob] = await world.people(3);
});

interface Preferences {
  pinned: boolean;
  favourite: boolean;
  mutedUntil: string | null;
  archived: boolean;
  archivedSeq: number | null;
  unreadFromSeq: number | null;
  unreadWhileReadSeq: number | null;
}
interface Seen {
  unreadCount: number;
  preferences: Preferences | null;
  viewerParticipant: { lastReadSeq: number };
}

const seen = async (person: Person, threadId: string): Promise<Seen> =>
  (
    await person.query<{ thread: Seen }>(
      `query ($id: ID!) { thread(id: $id) { unreadCount viewerParticipant { lastReadSeq }
        preferences { pinned favourite mutedUntil archived archivedSeq unreadFromSeq unreadWhileReadSeq } } }`,
      { id: threadId },
    )
  ).thread;

const preferencesOf = async (person: Person, threadId: string) => (await seen(person, threadId)).preferences;

const prefer = (threadId: string, wanted: Record<string, unknown>) =>
  me!.must('updateThreadPreferences', { threadId, ...wanted });

async function inFolder(person: Person, folder: string): Promise<string[]> {
  const { threads } = await person.query<{ threads: { edges: { node: { id: string } }[] } }>(
    'query ($folder: ThreadFolder) { threads(folder: $folder) { edges { node { id } } } }',
    { folder },
  );
  return threads.edges.map(({ node }) => node.id);
}

async function counts(person: Person): Promise<Record<string, number>> {
  const { threadFolders } = await person.query<{
    threadFolders: { folder: string; unreadThreads: number }[];
  }>('{ threadFolders { folder unreadThreads } }');
  return Object.fromEntries(threadFolders.map(({ folder, unreadThreads }) => [folder, unreadThreads]));
}

async function toldSince(person: Person, after: string): Promise<{ __typename: string }[]> {
  await settled(world);
  const { changes } = await person.query<{ changes: { changes: { __typename: string }[] } }>(
    `query ($after: Cursor!) { changes(after: $after) { changes { __typename
      ... on ThreadPreferencesChanged { thread { id unreadCount } preferences { pinned unreadFromSeq } } } } }`,
    { after },
  );
  return changes.changes;
}

describe('preferences', () => {
  it('[PF1] are the viewer’s own, and what is left out stays', async () => {
    const threadId = await direct(me!, ann!);
    const none = {
      pinned: false,
      favourite: false,
      mutedUntil: null,
      archived: false,
      archivedSeq: null,
      unreadFromSeq: null,
      unreadWhileReadSeq: null,
    };
    expect(await preferencesOf(me!, threadId)).toEqual(none);
    await prefer(threadId, { pinned: true, favourite: true });
    await prefer(threadId, { favourite: false, mute: 'ALWAYS' });
    expect(await preferencesOf(me!, threadId)).toEqual({
      ...none,
      pinned: true,
      mutedUntil: '9999-12-31T23:59:59.999Z',
    });
    expect(await preferencesOf(ann!, threadId)).toEqual(none);
    const before = await footprint(world);
    await prefer(threadId, { pinned: true, favourite: false, archived: false, mute: 'ALWAYS' });
    await prefer(threadId, {});
    expect(await footprint(world)).toBe(before);
  });

  it('[PF2] mute for an hour, a day, or for good', async () => {
    const threadId = await direct(me!, ann!);
    const hour = 3_600_000;
    for (const [mute, length] of [
      ['HOUR', hour],
      ['DAY', 24 * hour],
    ] as const) {
      await prefer(threadId, { mute });
      const until = Date.parse((await preferencesOf(me!, threadId))?.mutedUntil ?? '');
      expect(Math.abs(until - Date.now() - length)).toBeLessThan(60_000);
    }
    await prefer(threadId, { mute: 'OFF' });
    expect((await preferencesOf(me!, threadId))?.mutedUntil).toBeNull();
  });

  it('[PF3] [PF7] archive until something new comes', async () => {
    const threadId = await direct(me!, ann!);
    const empty = await direct(me!, bob!);
    await say(ann!, threadId);
    await prefer(threadId, { archived: true });
    await prefer(empty, { archived: true });
    expect(await inFolder(me!, 'INBOX')).toEqual([]);
    expect(await inFolder(me!, 'ARCHIVED')).toEqual([threadId, empty]);
    expect(await inFolder(ann!, 'INBOX')).toEqual([threadId]);
    // An edit is nothing new.
    expect(await preferencesOf(me!, threadId)).toMatchObject({ archived: true, archivedSeq: 1 });
    await say(ann!, threadId, 'There?');
    await say(me!, empty, 'Hello');
    expect(await preferencesOf(me!, threadId)).toMatchObject({ archived: false, archivedSeq: 1 });
    expect(await inFolder(me!, 'INBOX')).toEqual([empty, threadId]);
    expect(await inFolder(me!, 'ARCHIVED')).toEqual([]);
    await prefer(threadId, { archived: true });
    await prefer(threadId, { archived: false });
    expect(await preferencesOf(me!, threadId)).toMatchObject({ archived: false });
  });

  it('[PF9] are told to the viewer’s devices alone, and forgotten on leaving', async () => {
    const threadId = await group(ann!, { members: [me!, bob!] });
    const after = await cursorOf(world, me!);
    await prefer(threadId, { pinned: true });
    await me!.must('markUnread', { threadId, seq: 1 });
    expect(await toldSince(me!, after)).toEqual(
      Array.from({ length: 2 }, () => ({
        __typename: 'ThreadPreferencesChanged',
        thread: { id: threadId, unreadCount: 1 },
        preferences: { pinned: true, unreadFromSeq: 1 },
      })),
    );
    expect(await toldSince(ann!, after)).toEqual([]);
    await me!.must('leaveGroup', { threadId });
    await ann!.must('addParticipant', { threadId, userId: me!.id });
    expect(await preferencesOf(me!, threadId)).toMatchObject({ pinned: false, unreadFromSeq: null });
  });

  it('[PF10] of a thread that one is not in are not there', async () => {
    const threadId = await direct(ann!, bob!);
    const before = await footprint(world);
    for (const [mutation, input] of [
      ['updateThreadPreferences', { pinned: true }],
      ['markUnread', { seq: 1 }],
    ] as const) {
      const foreign = await me!.does(mutation, { threadId, ...input });
      expect(foreign).toEqual(await me!.does(mutation, { threadId: newId('thr'), ...input }));
      expect(foreign.__typename).toBe('NotFoundError');
    }
    expect(await footprint(world)).toBe(before);
  });
});

describe('marking unread', () => {
  async function readThread(messages = 4): Promise<string> {
    const threadId = await direct(me!, ann!);
    for (let index = 0; index < messages; index += 1) await say(ann!, threadId);
    await me!.must('markRead', { threadId, seq: messages });
    return threadId;
  }

  it('[PF4] [PF5] [RC4] counts from there on, and moves no receipt', async () => {
    const threadId = await readThread();
    const after = await cursorOf(world, ann!);
    expect((await me!.must('markUnread', { threadId, seq: 3 })).thread.unreadCount).toBe(2);
    expect(await seen(me!, threadId)).toMatchObject({
      unreadCount: 2,
      viewerParticipant: { lastReadSeq: 4 },
    });
    await say(ann!, threadId);
    expect((await seen(me!, threadId)).unreadCount).toBe(3);
    expect((await toldSince(ann!, after)).map((change) => change.__typename)).toEqual(['MessageAdded']);
    expect(
      (
        await ann!.query<{ thread: { readSeq: number } }>(
          'query ($id: ID!) { thread(id: $id) { readSeq } }',
          { id: threadId },
        )
      ).thread.readSeq,
    ).toBe(4);
  });

  it('[PF5] ends with reading on, a message at a time', async () => {
    const threadId = await readThread();
    await me!.must('markUnread', { threadId, seq: 2 });
    const after = await cursorOf(world, me!);
    await me!.must('markRead', { threadId, seq: 1 });
    expect((await seen(me!, threadId)).unreadCount).toBe(3);
    expect(await toldSince(me!, after)).toEqual([]);
    await me!.must('markRead', { threadId, seq: 3 });
    expect(await seen(me!, threadId)).toMatchObject({ unreadCount: 1, preferences: { unreadFromSeq: 4 } });
    // What has merely got here has not been read.
    await me!.must('markDelivered', { threadId, seq: 9 });
    expect((await seen(me!, threadId)).unreadCount).toBe(1);
    await me!.must('markRead', { threadId, seq: 9 });
    expect(await seen(me!, threadId)).toMatchObject({ unreadCount: 0, preferences: { unreadFromSeq: null } });
    expect((await toldSince(me!, after)).map((change) => change.__typename)).toEqual([
      'ThreadPreferencesChanged',
      'ThreadPreferencesChanged',
    ]);
  });

  it('[PF5] ends with a message, or a deed, of one’s own', async () => {
    const threadId = await readThread();
    await me!.must('markUnread', { threadId, seq: 1 });
    await say(me!, threadId);
    expect(await seen(me!, threadId)).toMatchObject({ unreadCount: 0, preferences: { unreadFromSeq: null } });
    const groupId = await group(me!, { members: [ann!] });
    await me!.must('markUnread', { threadId: groupId, seq: 1 });
    expect((await seen(me!, groupId)).unreadCount).toBe(1);
    await me!.must('updateGroupName', { threadId: groupId, name: 'Other' });
    expect((await seen(me!, groupId)).unreadCount).toBe(0);
    await me!.must('markUnread', { threadId: groupId, seq: 2 });
    expect((await seen(me!, groupId)).unreadCount).toBe(1);
  });

  it('[PF6] beyond the end is the last message, what is unread stays so, and below 1 is nothing', async () => {
    const threadId = await readThread();
    await me!.must('markUnread', { threadId, seq: 1000 });
    expect(await seen(me!, threadId)).toMatchObject({ unreadCount: 1, preferences: { unreadFromSeq: 4 } });
    await say(ann!, threadId);
    const before = await footprint(world);
    await me!.must('markUnread', { threadId, seq: 5 });
    await me!.must('markUnread', { threadId: await direct(me!, ann!), seq: 4 });
    expect(await footprint(world)).toBe(before);
    for (const seq of [0, -1]) {
      expect((await me!.does('markUnread', { threadId, seq })).fields.map(({ path }) => path)).toEqual([
        'seq',
      ]);
    }
    expect(await footprint(world)).toBe(before);
    await me!.must('markUnread', { threadId: await direct(me!, bob!), seq: 1 });
    expect((await seen(me!, await direct(me!, bob!))).unreadCount).toBe(0);
  });
});

describe('folders', () => {
  it('[PF7] hold what they say, what is pinned in front', async () => {
    const [pinned, quiet, busy] = [
      await direct(me!, ann!),
      await direct(me!, bob!),
      await group(ann!, { members: [me!] }),
    ];
    const muted = await group(bob!, { members: [me!], name: 'Loud' });
    await prefer(pinned, { pinned: true });
    await prefer(quiet, { favourite: true });
    await prefer(muted, { mute: 'ALWAYS' });
    await say(ann!, busy);
    await say(bob!, muted);
    expect(await inFolder(me!, 'INBOX')).toEqual([pinned, muted, busy, quiet]);
    expect(await inFolder(me!, 'UNREAD')).toEqual([busy]);
    expect(await inFolder(me!, 'DIRECT')).toEqual([pinned, quiet]);
    expect(await inFolder(me!, 'GROUPS')).toEqual([muted, busy]);
    expect(await inFolder(me!, 'FAVOURITES')).toEqual([quiet]);
    expect(await inFolder(me!, 'ARCHIVED')).toEqual([]);
    await say(ann!, pinned);
    await me!.must('markRead', { threadId: pinned, seq: 1 });
    await me!.must('markUnread', { threadId: pinned, seq: 1 });
    expect(await inFolder(me!, 'UNREAD')).toEqual([pinned, busy]);
    await world.prisma.participant.updateMany({
      where: { threadId: muted, userId: me!.id },
      data: { mutedUntil: new Date(Date.now() - 1000) },
    });
    expect(await inFolder(me!, 'UNREAD')).toEqual([pinned, muted, busy]);
    // Without a folder: everything, as it was active.
    await prefer(busy, { archived: true });
    const { threads } = await me!.query<{ threads: { edges: { node: { id: string } }[] } }>(
      '{ threads { edges { node { id } } } }',
    );
    expect(threads.edges.map(({ node }) => node.id)).toEqual([pinned, muted, busy, quiet]);
  });

  it('[PF8] are counted, and not beyond 100', async () => {
    const pair = await direct(me!, ann!);
    const busy = await group(ann!, { members: [me!] });
    expect(await counts(me!)).toEqual({
      INBOX: 0,
      UNREAD: 0,
      MENTIONS: 0,
      DIRECT: 0,
      GROUPS: 0,
      FAVOURITES: 0,
      ARCHIVED: 0,
    });
    await say(ann!, pair);
    await say(ann!, busy);
    await prefer(pair, { favourite: true });
    expect(await counts(me!)).toEqual({
      INBOX: 2,
      UNREAD: 2,
      MENTIONS: 0,
      DIRECT: 1,
      GROUPS: 1,
      FAVOURITES: 1,
      ARCHIVED: 0,
    });
    await prefer(busy, { mute: 'DAY' });
    expect(await counts(me!)).toMatchObject({ INBOX: 1, UNREAD: 1, GROUPS: 0 });
    await world.prisma.$executeRaw`
      with many as (insert into "Thread" (id, kind, "lastSeq") select 'thr_many' || n, 'GROUP', 1 from generate_series(1, 120) n returning id)
      insert into "Participant" (id, "threadId", "userId") select 'par_' || id, id, ${me!.id} from many`;
    expect(await counts(me!)).toMatchObject({ INBOX: 100, GROUPS: 100, DIRECT: 1 });
  });
});

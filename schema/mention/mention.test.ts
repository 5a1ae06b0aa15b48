import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportOf } from '../account/export.ts';
import { newId } from '../id.ts';
import { direct, group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

let [ann, bob, cat, dan]: Person[] = [];
let threadId = '';
beforeAll(async () => {
  [ann, bob, cat, dan] = await world.people(4);
  threadId = await group(ann!, { members: [bob!, cat!] });
});

/** Whom the message mentions, by name. */
const named = ({ mentions }: { mentions: { id: string }[] }) => mentions.map(({ id }) => id).toSorted();
const ids = (...people: (Person | undefined)[]) => people.map((person) => person!.id).toSorted();

const unreadIn = async (who: Person, id: string) =>
  (
    await who.query<{ thread: { unreadMentionCount: number } | null }>(
      'query ($id: ID!) { thread(id: $id) { unreadMentionCount } }',
      { id },
    )
  ).thread?.unreadMentionCount;

const bodiesFor = async (who: Person) =>
  (
    await who.query<{ mentions: { edges: { node: { body: string } }[] } }>(
      '{ mentions(first: 100) { edges { node { body } } } }',
    )
  ).mentions.edges.map(({ node }) => node.body);

/** The messages of a thread where their export says that they are mentioned. */
async function exportedFor(who: Person, threadId: string): Promise<string[]> {
  const list = exportOf(world.prisma, who.id).find(({ name }) => name === 'mentions.json');
  const found: string[] = [];
  for await (const row of list?.items ?? []) {
    const mention = row as { messageId: string; threadId: string };
    if (mention.threadId === threadId) found.push(mention.messageId);
  }
  return found;
}

/** What is written down of a message's mentions, and by which transaction each was. */
const rowsOf = (id: string) =>
  world.prisma.$queryRaw<{ userId: string; written: string }[]>`
    select "userId", xmin::text as written from "Mention" where "messageId" = ${id} order by "userId"`;

const inFolder = async (who: Person) => {
  const { threads, threadFolders } = await who.query<{
    threads: { edges: { node: { id: string } }[] };
    threadFolders: { folder: string; unreadThreads: number }[];
  }>('{ threads(folder: MENTIONS) { edges { node { id } } } threadFolders { folder unreadThreads } }');
  const count = threadFolders.find(({ folder }) => folder === 'MENTIONS')?.unreadThreads;
  expect(count).toBe(threads.edges.length);
  return threads.edges.map(({ node }) => node.id);
};

describe('a mention', () => {
  it('[MN1] is of one of 50 names at most, each counted once', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `@p${index}x`).join(' ');
    const { id } = await say(ann!, threadId, `${names} @P1x, @p2x- and @p3x_`);
    const tried = { body: `${names} @one-more` };
    for (const outcome of [
      await ann!.does('sendMessage', { threadId, ...tried }),
      await ann!.does('editMessage', { messageId: id, ...tried }),
    ])
      expect([outcome.__typename, outcome.fields?.map(({ path }) => path)]).toEqual(['InputError', ['body']]);
  });

  it('[MN1] is of who is in the thread, in any case, and not of its author', async () => {
    const to = [bob!, dan!, ann!].map(({ handle }) => `@${handle.toUpperCase()}`).join(' ');
    const message = await say(ann!, threadId, `${to} @nobody-like-this`);
    expect(named(message)).toEqual(ids(bob));
    expect(message.mentionsAll).toBe(false);
    expect(named(await say(ann!, threadId, 'nobody'))).toEqual([]);
    const pair = await direct(ann!, dan!);
    expect(named(await say(dan!, pair, `@${ann!.handle} @${bob!.handle}`))).toEqual(ids(ann));
  });

  it('[MN2] of everybody is the owner’s and admins’ of a group', async () => {
    const thread = await group(ann!, { admins: [bob!], members: [cat!] });
    const called = await say(bob!, thread, `@all and @${cat!.handle}`);
    expect([named(called), called.mentionsAll]).toEqual([ids(cat), true]);
    expect(await unreadIn(ann!, thread)).toBe(1);
    expect(await unreadIn(cat!, thread)).toBe(1);
    expect(await unreadIn(bob!, thread)).toBe(0);
    const tried = await say(cat!, thread, '@all');
    expect([named(tried), tried.mentionsAll]).toEqual([[], false]);
    expect(await unreadIn(ann!, thread)).toBe(1);
    const pair = await direct(ann!, dan!);
    expect((await say(ann!, pair, '@all')).mentionsAll).toBe(false);
    expect(await unreadIn(dan!, pair)).toBe(0);
  });

  it('[MN2] [MN4] of everybody is everybody’s where the group says so, by how it is set up by then', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    const setUp = async (whoMayCallAll: string) =>
      ann!.must('updateGroupSettings', { threadId: thread, whoMayCallAll });
    const edited = async (id: string, body: string) =>
      (await cat!.must('editMessage', { messageId: id, body })).message.mentionsAll;
    await setUp('EVERYBODY');
    const { id, mentionsAll } = await say(cat!, thread, '@all');
    expect(mentionsAll).toBe(true);
    expect([await unreadIn(ann!, thread), await unreadIn(bob!, thread)]).toEqual([1, 1]);
    expect(await unreadIn(cat!, thread)).toBe(0);
    await setUp('ADMINS');
    expect((await say(cat!, thread, '@all again')).mentionsAll).toBe(false);
    expect((await say(ann!, thread, '@all too')).mentionsAll).toBe(true);
    // What was called stays so until it is said anew.
    expect(await unreadIn(bob!, thread)).toBe(2);
    expect(await edited(id, '@all, edited')).toBe(false);
    expect(await unreadIn(bob!, thread)).toBe(1);
    await setUp('EVERYBODY');
    expect(await edited(id, '@all, edited again')).toBe(true);
    expect(await unreadIn(bob!, thread)).toBe(2);
  });

  it('[MN2] of everybody is one note, and none for each of them', async () => {
    const thread = await group(ann!, { members: [bob!, cat!, dan!] });
    const { id } = await say(ann!, thread, `@all and @${bob!.handle}`);
    expect(await unreadIn(bob!, thread)).toBe(1);
    expect(await unreadIn(dan!, thread)).toBe(1);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('[MN2] [MN3] [MN4] of everybody is not of who came behind it, also when it is edited in', async () => {
    const thread = await group(ann!, { members: [bob!] });
    await say(ann!, thread, '@all early');
    const { id, seq } = await say(ann!, thread, 'later');
    await ann!.must('addParticipant', { threadId: thread, userId: cat!.id });
    await ann!.must('editMessage', { messageId: id, body: '@all later' });
    await say(ann!, thread, '@all last');
    for (const who of [bob!, cat!]) await who.must('markUnread', { threadId: thread, seq: seq - 1 });
    expect([await unreadIn(bob!, thread), await unreadIn(cat!, thread)]).toEqual([3, 1]);
    expect((await bodiesFor(bob!)).slice(0, 3)).toEqual(['@all last', '@all later', '@all early']);
    const ofCat = await bodiesFor(cat!);
    expect(ofCat[0]).toBe('@all last');
    for (const body of ['@all later', '@all early']) expect(ofCat).not.toContain(body);
    await cat!.must('markRead', { threadId: thread, seq: seq + 3 });
    expect(await inFolder(cat!)).not.toContain(thread);
    await cat!.must('markUnread', { threadId: thread, seq: seq - 1 });
    expect(await inFolder(cat!)).toContain(thread);
    // Who comes back is a newcomer.
    await bob!.must('leaveGroup', { threadId: thread });
    await ann!.must('addParticipant', { threadId: thread, userId: bob!.id });
    expect(await bodiesFor(bob!)).not.toContain('@all last');
  });

  it('[MN2] [MN6] [GR17] of everybody is not of whom it is hidden from, also where an older instance let them in', async () => {
    const [eve] = (await world.people(1)) as [Person];
    const thread = await group(ann!, { members: [bob!] });
    const { id } = await say(ann!, thread, 'secret');
    await ann!.must('updateGroupSettings', { threadId: thread, historyVisible: false });
    await ann!.must('addParticipant', { threadId: thread, userId: eve.id });
    await world.prisma.participant.updateMany({
      where: { threadId: thread, userId: eve.id },
      data: { joinedSeq: 0, lastReadSeq: 0 },
    });
    await ann!.must('editMessage', { messageId: id, body: '@all secret' });
    const seenBy = async (who: Person) => [
      (await bodiesFor(who)).filter((body) => body.includes('secret')),
      await unreadIn(who, thread),
      (await inFolder(who)).includes(thread),
      await exportedFor(who, thread),
    ];
    expect(await seenBy(eve)).toEqual([[], 0, false, []]);
    expect(await seenBy(bob!)).toEqual([['@all secret'], 1, true, [id]]);
    const told = await say(ann!, thread, '@all no secret');
    expect(await seenBy(eve)).toEqual([['@all no secret'], 1, true, [told.id]]);
  });

  it('[MN6] of everybody is of who came before the database’s clock was set back', async () => {
    const thread = await group(ann!, { members: [dan!] });
    const joinedAt = new Date(Date.now() + 240_000);
    await world.prisma.participant.updateMany({ where: { threadId: thread }, data: { joinedAt } });
    await say(ann!, thread, '@all in time');
    expect(await bodiesFor(dan!)).toContain('@all in time');
  });

  it('[MN5] [MN6] [MN8] of somebody and of everybody, in one message, is one', async () => {
    const [eve] = (await world.people(1)) as [Person];
    const thread = await group(ann!, { members: [eve, bob!] });
    const both = await say(ann!, thread, `@all and @${eve.handle}`);
    expect(await unreadIn(eve, thread)).toBe(1);
    expect(await bodiesFor(eve)).toEqual([both.body]);
    expect(await exportedFor(eve, thread)).toEqual([both.id]);
    expect(await exportedFor(bob!, thread)).toEqual([both.id]);
    expect(await exportedFor(ann!, thread)).toEqual([]);
  });

  it('[MN3] is of those who are there by then, and written once', async () => {
    const thread = await group(ann!, { members: [bob!] });
    const id = newId('msg');
    const body = `@${cat!.handle} @${bob!.handle} @all`;
    const first = await say(ann!, thread, body, { id });
    await ann!.must('addParticipant', { threadId: thread, userId: cat!.id });
    expect(named(await say(ann!, thread, body, { id }))).toEqual(named(first));
    expect(named(first)).toEqual(ids(bob));
    expect(await world.prisma.mention.count({ where: { messageId: id } })).toBe(1);
    expect(await bodiesFor(cat!)).not.toContain(body);
  });

  it('[MN3] comes with many at once, with files and with keys alike', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    const sent = await Promise.all([
      ...[1, 2, 3].map((turn) =>
        say(ann!, thread, `@${bob!.handle} ${turn}`, { clientMutationId: `m${turn}` }),
      ),
      say(cat!, thread, `@${bob!.handle} from another`),
      say(cat!, thread, 'nobody'),
      say(bob!, thread, `@${cat!.handle}`, { attachmentIds: [await uploaded(bob!)] }),
    ]);
    expect(sent.map(named)).toEqual([ids(bob), ids(bob), ids(bob), ids(bob), [], ids(cat)]);
    expect(sent.at(-1)?.attachments).toHaveLength(1);
    const refused = await dan!.does('sendMessage', { threadId: thread, body: `@${bob!.handle}` });
    expect(refused.__typename).toBe('NotFoundError');
    expect(await world.prisma.mention.count({ where: { threadId: thread } })).toBe(5);
  });

  it('[MN4] changes with its message, and goes with it', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    const { id } = await say(ann!, thread, `Hello @${bob!.handle}`);
    const edited = async (body: string) => (await ann!.must('editMessage', { messageId: id, body })).message;
    expect(named(await edited(`Hello @${cat!.handle}`))).toEqual(ids(cat));
    expect([await unreadIn(bob!, thread), await unreadIn(cat!, thread)]).toEqual([0, 1]);
    expect((await edited('Hello @all')).mentionsAll).toBe(true);
    expect([await unreadIn(bob!, thread), await unreadIn(cat!, thread)]).toEqual([1, 1]);
    const { message } = await ann!.must('deleteMessage', { messageId: id });
    expect([named(message), message.mentionsAll]).toEqual([[], false]);
    expect([await unreadIn(bob!, thread), await unreadIn(cat!, thread)]).toEqual([0, 0]);
    expect(await world.prisma.mention.count({ where: { messageId: id } })).toBe(0);
  });

  it('[MN4] is not written again where an edit leaves it', async () => {
    const thread = await group(ann!, { members: [bob!, cat!, dan!] });
    const { id } = await say(ann!, thread, `@${bob!.handle} @${cat!.handle} @all`);
    const before = await rowsOf(id);
    const edited = async (body: string) => (await ann!.must('editMessage', { messageId: id, body })).message;
    const same = await edited(`@all @${cat!.handle}, @${bob!.handle}!`);
    expect([named(same), same.mentionsAll]).toEqual([ids(bob, cat), true]);
    expect(await rowsOf(id)).toEqual(before);
    const other = await edited(`@${cat!.handle} and @${dan!.handle}`);
    expect([named(other), other.mentionsAll]).toEqual([ids(cat, dan), false]);
    const kept = before.find(({ userId }) => userId === cat!.id);
    expect(await rowsOf(id)).toContainEqual(kept);
    expect(await rowsOf(id)).toHaveLength(2);
    expect(named(await edited('nobody'))).toEqual([]);
    expect(await rowsOf(id)).toEqual([]);
  });
});

describe('what one has not read', () => {
  it('[MN5] [MN7] counts mentions apart, muted or not, until they are read', async () => {
    const thread = await group(ann!, { members: [bob!, cat!] });
    const first = await say(ann!, thread, `@${bob!.handle} one`);
    await say(ann!, thread, 'two');
    await say(cat!, thread, `@${bob!.handle} three`);
    await bob!.must('updateThreadPreferences', { threadId: thread, mute: 'ALWAYS' });
    expect(await unreadIn(bob!, thread)).toBe(2);
    expect(await inFolder(bob!)).toContain(thread);
    expect(await inFolder(cat!)).not.toContain(thread);
    await bob!.must('markRead', { threadId: thread, seq: first.seq });
    expect(await unreadIn(bob!, thread)).toBe(1);
    await bob!.must('markRead', { threadId: thread, seq: first.seq + 2 });
    expect(await unreadIn(bob!, thread)).toBe(0);
    expect(await inFolder(bob!)).not.toContain(thread);
    await bob!.must('markUnread', { threadId: thread, seq: first.seq });
    expect(await unreadIn(bob!, thread)).toBe(2);
    await bob!.must('updateThreadPreferences', { threadId: thread, archived: true });
    expect(await inFolder(bob!)).not.toContain(thread);
    await bob!.must('leaveGroup', { threadId: thread });
    expect(await unreadIn(bob!, thread)).toBeUndefined();
  });

  it('[MN6] stands in one list over all threads that one is in, newest first', async () => {
    const [eve] = (await world.people(1)) as [Person];
    const one = await group(ann!, { members: [eve, bob!] });
    const other = await direct(bob!, eve);
    await say(ann!, one, `@${eve.handle} first`);
    await say(bob!, other, `second for @${eve.handle}`);
    await say(ann!, one, '@all third');
    await say(ann!, one, 'not for her');
    const bodies = ['@all third', `second for @${eve.handle}`, `@${eve.handle} first`];
    expect(await bodiesFor(eve)).toEqual(bodies);
    await ann!.must('removeParticipant', { threadId: one, userId: eve.id });
    expect(await bodiesFor(eve)).toEqual([bodies[1]]);
    expect(await bodiesFor(bob!)).not.toContain(bodies[1]);
  });
});

it('[MN8] of who deletes their account names a deleted account', async () => {
  const browser = world.browser();
  const password = 'correct horse battery';
  const handle = `leaver-${newId('usr').slice(-12)}`;
  const { viewer } = await browser.must('signUp', { handle, displayName: 'Leaver', password });
  const thread = await group(ann!, { members: [bob!] });
  await ann!.must('addParticipant', { threadId: thread, userId: viewer.id });
  const { id } = await say(bob!, thread, `@${handle}`);
  await say(ann!, thread, '@all');
  await browser.must('deleteAccount', { password });
  const { node } = await ann!.query<{ node: { mentions: object[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Message { mentions { id displayName deleted } } } }',
    { id },
  );
  expect(node.mentions).toEqual([{ id: viewer.id, displayName: 'Deleted account', deleted: true }]);
  expect(await world.prisma.mention.count({ where: { userId: viewer.id } })).toBe(1);
});

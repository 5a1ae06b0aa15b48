import { afterAll, expect, it, vi } from 'vitest';
import { deletedHandle } from '../account/rules.ts';
import { newId } from '../id.ts';
import { cursorOf } from '../testing/cursor.ts';
import { Reader } from '../testing/reader.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

/** Somebody who is about to delete their account, somebody whose handle begins like theirs, and others. */
async function scene() {
  const handle = `leaver-${newId('usr').slice(-12)}`;
  const leaver = await world.person({ handle });
  const namesake = await world.person({ handle: `${handle}-` });
  const [ann, bob] = (await world.people(2)) as [Person, Person];
  const room = await group(ann, { members: [bob, leaver, namesake] });
  const pair = await direct(ann, leaver);
  return { handle, leaver, namesake, ann, bob, room, pair };
}

const goes = (leaver: Person, through = world) =>
  through.as(leaver).must('deleteAccount', { password: testPassword });
const edit = (author: Person, messageId: string, body: string) =>
  author.must('editMessage', { messageId, body });

interface Shown {
  body: string;
  editedAt: string | null;
  mentions: { id: string; handle: string }[];
  edits: { edges: { node: { body: string } }[] };
}
const shownTo = async (who: Person, id: string) =>
  (
    await who.query<{ node: Shown }>(
      `query ($id: ID!) { node(id: $id) { ... on Message {
        body editedAt mentions { id handle } edits(first: 100) { edges { node { body } } } } } }`,
      { id },
    )
  ).node;
const versions = ({ body, edits }: Shown) => [body, ...edits.edges.map(({ node }) => node.body)];

it('[MN8] of a deleted account says so, and what names others, is code or was no mention stays', async () => {
  const { handle, leaver, namesake, ann, bob, room, pair } = await scene();
  const said = (name: string) => `> @${name} 请看＠${name}请看, @${name}_`;
  const kept = `@${handle}- \`@${handle}\` ${handle} x@${handle}`;
  const { id } = await say(ann, room, `${said(handle.toUpperCase())} ${kept}`);
  const inPair = await say(ann, pair, `@${handle}`);
  const elsewhere = await say(ann, await direct(ann, bob), `@${handle}`);
  await goes(leaver);

  const shown = await shownTo(bob, id);
  expect(shown.body).toBe(`${said(deletedHandle)} ${kept}`);
  expect(shown.mentions).toHaveLength(2);
  expect(shown.mentions).toContainEqual({ id: leaver.id, handle: '' });
  expect(shown.mentions).toContainEqual({ id: namesake.id, handle: namesake.handle });
  expect((await shownTo(ann, inPair.id)).body).toBe(`@${deletedHandle}`);
  expect((await shownTo(ann, elsewhere.id)).body).toBe(`@${handle}`);
});

it('[MN8] [ED1] says so in its earlier versions, also where the message names somebody else by now, and has no more of them', async () => {
  const { handle, leaver, ann, bob, room } = await scene();
  const { id } = await say(ann, room, `One, @${handle}`);
  await edit(ann, id, `Two, @${handle}`);
  const { message: third } = await edit(ann, id, `Three, @${bob.handle}`);
  const { id: still } = await say(ann, room, 'Nobody');
  const { message: last } = await edit(ann, still, `You, @${handle}`);
  await goes(leaver);

  const shown = [await shownTo(bob, id), await shownTo(bob, still)];
  expect(shown.map(versions)).toEqual([
    [`Three, @${bob.handle}`, `Two, @${deletedHandle}`, `One, @${deletedHandle}`],
    [`You, @${deletedHandle}`, 'Nobody'],
  ]);
  expect(shown.map(({ editedAt }) => editedAt)).toEqual([third.editedAt, last.editedAt]);
  expect(await world.prisma.keptHandle.count({ where: { userId: leaver.id } })).toBe(0);
});

it('[MN8] says so where it was forwarded, and forwarded again', async () => {
  const { handle, leaver, ann, bob, room } = await scene();
  const { id } = await say(ann, room, `@${handle}, please`);
  const forward = async (messageId: string) =>
    (await bob.must('forwardMessage', { messageId, threadIds: [await direct(ann, bob)] })).messages[0]!.id;
  const copy = await forward(id);
  await edit(ann, id, 'Nobody');
  const deleted = await forward(copy);
  const again = await forward(copy);
  await bob.must('deleteMessage', { messageId: deleted });
  await goes(leaver);
  for (const each of [copy, again])
    expect(await shownTo(ann, each)).toMatchObject({ body: `@${deletedHandle}, please`, mentions: [] });
  expect((await shownTo(ann, deleted)).body).toBe('');
});

it('[MN8] [SE1] is found by the handle no more', async () => {
  const { handle, leaver, ann, room } = await scene();
  await say(ann, room, `Welcome @${handle}`);
  const find = async (query: string) =>
    (
      await ann.query<{ searchMessages: { edges: object[] } }>(
        'query ($query: String!) { searchMessages(query: $query) { edges { node { id } } } }',
        { query },
      )
    ).searchMessages.edges.length;
  expect(await find(handle)).toBe(1);
  await goes(leaver);
  expect([await find(handle), await find(deletedHandle)]).toEqual([0, 1]);
});

it('[MN8] [LV5] is told as edits that are nobody’s, and is nothing that one has not read', async () => {
  const { handle, leaver, namesake, ann, bob, room, pair } = await scene();
  const { id } = await say(bob, room, `@${handle} and @${ann.handle}`);
  const { message } = await edit(bob, id, `@${handle}, and @${ann.handle}`);
  const inPair = await say(ann, pair, `@${handle}`);
  const readers = await Promise.all([ann, bob, namesake].map((person) => new Reader(person).fetch()));
  const cursor = await cursorOf(world, ann);
  const mentions = await world.prisma.mention.count();
  await goes(leaver);
  await settled(world);

  for (const reader of readers) {
    await reader.follow(3);
    const { held, fetched } = await reader.compare();
    expect(held).toEqual(fetched);
  }
  const { changes } = await ann.query<{ changes: { changes: { message?: { id: string } }[] } }>(
    `query ($after: Cursor!) { changes(after: $after, first: 100) { changes {
      ... on MessageEdited { message { id body editedAt } } } } }`,
    { after: cursor },
  );
  const told = changes.changes.filter(({ message }) => message?.id === id || message?.id === inPair.id);
  expect(told).toEqual([
    { message: { id, body: `@${deletedHandle}, and @${ann.handle}`, editedAt: message.editedAt } },
    { message: { id: inPair.id, body: `@${deletedHandle}`, editedAt: null } },
  ]);
  expect(await world.prisma.mention.count()).toBe(mentions);
});

it('[MN8] [MS3] is sent again as a repeat, and names nobody who takes the handle', async () => {
  const { handle, leaver, ann, room } = await scene();
  const id = newId('msg');
  await say(ann, room, `@${handle}`, { id, clientMutationId: 'key' });
  await goes(leaver);
  const taker = await world.person({ handle });
  await ann.must('addParticipant', { threadId: room, userId: taker.id });
  for (const clientMutationId of ['key', undefined]) {
    const again = await say(ann, room, `@${handle}`, { id, ...(clientMutationId && { clientMutationId }) });
    expect(again).toMatchObject({ body: `@${deletedHandle}`, mentions: [{ id: leaver.id }] });
  }
  const { message } = await edit(ann, id, `Once more: @${deletedHandle}`);
  expect(message.mentions).toEqual([]);
});

it('[MN8] is not left behind by an edit that comes while the account goes', async () => {
  const { handle, leaver, ann, pair } = await scene();
  const { id } = await say(ann, pair, 'Nobody');
  let reach = () => {};
  let open = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const run = world.prisma.$transaction.bind(world.prisma);
  vi.spyOn(world.prisma, '$transaction').mockImplementationOnce(((work: (tx: unknown) => Promise<unknown>) =>
    run(async (tx) => {
      const done = await work(tx);
      reach();
      await opened;
      return done;
    })) as never);
  const edited = edit(ann, id, `@${handle}`);
  await reached;
  const gone = goes(leaver, other);
  await vi.waitFor(
    async () => {
      const waiting = await world.prisma.$queryRaw<object[]>`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    },
    { timeout: 30_000, interval: 5 },
  );
  open();
  await Promise.all([edited, gone]);
  expect(versions(await shownTo(ann, id))).toEqual([`@${deletedHandle}`, 'Nobody']);
});

it('[MN8] is looked for anew where an edit names them again while the account goes', async () => {
  const { handle, leaver, ann, room } = await scene();
  const { id } = await say(ann, room, `@${handle}`);
  const where = { messageId_userId: { messageId: id, userId: leaver.id } };
  await world.prisma.mention.update({ where, data: { anonymous: true } });
  await edit(ann, id, `Again, @${handle}`);
  await goes(leaver);
  expect((await shownTo(ann, id)).body).toBe(`Again, @${deletedHandle}`);
});

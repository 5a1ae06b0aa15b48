import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorOf } from '../testing/cursor.ts';
import type { ReactionView } from '../testing/mutations.ts';
import { random, saySeed } from '../testing/random.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';
import { emojiOf } from './emoji.ts';

const world = await openWorld();
/** Another instance. */
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});
beforeAll(saySeed);

const scene = async () => {
  const [ann, bob, eve] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await direct(ann, bob);
  return { ann, bob, eve, threadId, message: await say(ann, threadId) };
};

const react = async (person: Person, messageId: string, emoji: string) =>
  (await person.must('addReaction', { messageId, emoji })).message.reactions;
const takeBack = async (person: Person, messageId: string, emoji: string) =>
  (await person.must('removeReaction', { messageId, emoji })).message.reactions;

type Shown = ReactionView & { users: { edges: { cursor: string; node: { id: string } }[] } };

const shown = async (person: Person, id: string, users = 'users(first: 100)') => {
  const { node } = await person.query<{ node: { reactions: Shown[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Message { reactions {
      emoji count viewerReacted ${users} { edges { cursor node { id } } } } } } }`,
    { id },
  );
  return node.reactions;
};
const events = (messageId: string) =>
  world.prisma.event.findMany({ where: { messageId, emoji: { not: null } }, orderBy: { id: 'asc' } });

/** Emoji of their own, one code point each. */
const animals = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(0x1f400 + index));

describe('a reaction', () => {
  it('[RX1] is set and taken back, and told of once, however often', async () => {
    const { ann, bob, message } = await scene();
    const one = { emoji: '👍', count: 1, viewerReacted: true };
    expect(await react(bob, message.id, '👍')).toEqual([one]);
    expect(await react(bob, message.id, '👍')).toEqual([one]);
    expect(await react(ann, message.id, '👍')).toEqual([{ ...one, count: 2 }]);
    expect(await takeBack(bob, message.id, '👍')).toEqual([{ ...one, viewerReacted: false }]);
    expect(await takeBack(bob, message.id, '👍')).toEqual([{ ...one, viewerReacted: false }]);
    expect(await takeBack(bob, message.id, '🎉')).toEqual([{ ...one, viewerReacted: false }]);
    expect((await events(message.id)).map(({ kind, actorId, emoji }) => [kind, actorId, emoji])).toEqual([
      ['REACTION_ADDED', bob.id, '👍'],
      ['REACTION_ADDED', ann.id, '👍'],
      ['REACTION_REMOVED', bob.id, '👍'],
    ]);
  });

  it.each(['👍', '👍🏽', '🇨🇭', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👩🏻‍❤️‍💋‍👨🏿', '🧑‍🚀', '🏳️‍🌈', '👁️‍🗨️', '🕵🏻‍♂️', '⛹🏿‍♀️', '❤️‍🔥', '#️⃣', '1️⃣', '©️', '☺️'])(
    '[RX2] may be %s',
    async (emoji) => {
      const { bob, message } = await scene();
      expect(await react(bob, message.id, emoji)).toEqual([{ emoji, count: 1, viewerReacted: true }]);
    },
  );

  it.each([
    '',
    ' ',
    'a',
    '1',
    ':+1:',
    '👍👍',
    '👍 ',
    ' 👍',
    '\u200D',
    '\uFE0F',
    '🇨',
    '👍\u200D👍',
    '𝟙',
    '\0',
  ])('[RX2] may not be %j', async (emoji) => {
    const { bob, message } = await scene();
    for (const mutation of ['addReaction', 'removeReaction']) {
      const outcome = await bob.does(mutation, { messageId: message.id, emoji });
      expect(outcome.fields).toEqual([{ path: 'emoji', reason: 'A reaction is one emoji.' }]);
    }
    expect(await shown(bob, message.id)).toEqual([]);
  });

  it('[RX3] is the same with and without variation selectors', async () => {
    const { ann, bob, message } = await scene();
    await react(bob, message.id, '❤');
    await react(ann, message.id, '❤️');
    expect(await react(ann, message.id, '❤\uFE0E')).toEqual([{ emoji: '❤️', count: 2, viewerReacted: true }]);
    await react(ann, message.id, '👁‍🗨');
    expect((await react(bob, message.id, '👁️‍🗨️')).map(({ emoji, count }) => [emoji, count])).toEqual([
      ['❤️', 2],
      ['👁️‍🗨️', 2],
    ]);
    expect(await takeBack(bob, message.id, '❤')).toMatchObject([{ count: 1 }, { count: 2 }]);
  });

  it('[RX3] is the same for every emoji there is, stripped of its selectors', () => {
    const rgi = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');
    let count = 0;
    for (let point = 0x23; point < 0x1fb00; point += 1) {
      for (const text of [String.fromCodePoint(point), `${String.fromCodePoint(point)}\uFE0F`]) {
        if (!rgi.test(text)) continue;
        count += 1;
        expect([text, emojiOf(text)]).toEqual([text, text]);
        expect(emojiOf(text.replaceAll('\uFE0F', ''))).toBe(text);
      }
    }
    expect(count).toBeGreaterThan(1300);
  });

  it('[RX4] is of one of at most 20 kinds, which any number may set', async () => {
    const { ann, bob, message } = await scene();
    for (const emoji of animals.slice(0, 20)) await react(bob, message.id, emoji);
    const outcome = await ann.does('addReaction', { messageId: message.id, emoji: '👍' });
    expect([outcome.__typename, outcome.code]).toEqual(['LimitError', 'LIMIT_REACHED']);
    expect((await react(ann, message.id, animals[7]!))[7]).toMatchObject({ emoji: animals[7], count: 2 });
    await takeBack(bob, message.id, animals[0]!);
    expect((await react(ann, message.id, '👍')).at(-1)).toMatchObject({ emoji: '👍', count: 1 });
    expect(await world.prisma.reaction.count({ where: { messageId: message.id, emoji: '👍' } })).toBe(1);
  });

  it('[RX5] stands at no system line and at nothing that was deleted, and goes with its message', async () => {
    const { ann, bob, message } = await scene();
    const room = await group(ann, { members: [bob] });
    const line = await world.prisma.message.findFirstOrThrow({ where: { threadId: room } });
    const refused = await bob.does('addReaction', { messageId: line.id, emoji: '👍' });
    expect(refused.__typename).toBe('ForbiddenError');

    await react(bob, message.id, '👍');
    const { message: deleted } = await ann.must('deleteMessage', { messageId: message.id });
    expect(deleted.reactions).toEqual([]);
    expect(await world.prisma.reaction.count({ where: { messageId: message.id } })).toBe(0);
    const late = await bob.does('addReaction', { messageId: message.id, emoji: '👍' });
    expect(late.__typename).toBe('ConflictError');
    expect(await takeBack(bob, message.id, '👍')).toEqual([]);
  });

  it('[RX6] is nothing to those who are not there, and stays when somebody leaves', async () => {
    const { ann, bob, eve, message } = await scene();
    for (const mutation of ['addReaction', 'removeReaction']) {
      const stranger = await eve.does(mutation, { messageId: message.id, emoji: '👍' });
      const missing = await eve.does(mutation, { messageId: message.id.replace(/.$/, '0'), emoji: '👍' });
      expect(stranger).toEqual({ ...missing, __typename: 'NotFoundError' });
    }
    const room = await group(ann, { members: [bob] });
    const said = await say(ann, room);
    await react(bob, said.id, '👍');
    await bob.must('leaveGroup', { threadId: room });
    expect(await shown(ann, said.id)).toMatchObject([
      { count: 1, users: { edges: [{ node: { id: bob.id } }] } },
    ]);
    expect((await bob.does('removeReaction', { messageId: said.id, emoji: '👍' })).__typename).toBe(
      'NotFoundError',
    );
  });

  it('[RX20] [GR20] is taken back in a group that is archived for everybody, by who has set it', async () => {
    const { ann, bob } = await scene();
    const room = await group(ann, { members: [bob] });
    const { id } = await say(ann, room);
    for (const person of [ann, bob]) await react(person, id, '👍');
    await ann.must('archiveGroup', { threadId: room });
    expect((await bob.does('addReaction', { messageId: id, emoji: '🎉' })).__typename).toBe('ForbiddenError');
    expect(await takeBack(bob, id, '👍')).toEqual([{ emoji: '👍', count: 1, viewerReacted: false }]);
    expect((await bob.does('addReaction', { messageId: id, emoji: '👍' })).__typename).toBe('ForbiddenError');
    expect(await takeBack(ann, id, '👍')).toEqual([]);
  });

  it('[RX6] [AC18] stays when somebody deletes their account', async () => {
    const { ann, bob, message } = await scene();
    await react(bob, message.id, '👍');
    await bob.must('deleteAccount', { password: testPassword });
    const { node } = await ann.query<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { ... on Message { reactions { count users { edges { node { displayName } } } } } } }`,
      { id: message.id },
    );
    const users = { edges: [{ node: { displayName: 'Deleted account' } }] };
    expect(node).toEqual({ reactions: [{ count: 1, users }] });
  });

  it('[RX7] stands in the order of first use, by whom in the order in which they came, on pages', async () => {
    const people = await world.people(7);
    const [first] = people as [Person];
    const room = await group(first, { members: people.slice(1) });
    const { id } = await say(first, room);
    for (const person of people) await react(person, id, '👍');
    await react(first, id, '🎉');
    await react(first, id, '🐌');
    await takeBack(first, id, '🎉');
    await takeBack(first, id, '👍');
    await react(people[1]!, id, '🎉');
    await react(first, id, '👍');
    const kinds = await shown(first, id);
    expect(kinds.map(({ emoji, count, viewerReacted }) => [emoji, count, viewerReacted])).toEqual([
      ['👍', 7, true],
      ['🐌', 1, true],
      ['🎉', 1, false],
    ]);
    const inOrder = [...people.slice(1), first].map((person) => person.id);
    const walked: string[] = [];
    for (let cursor: string | undefined; ;) {
      const after = cursor === undefined ? '' : `, after: ${JSON.stringify(cursor)}`;
      const [thumbs] = await shown(first, id, `users(first: 3${after})`);
      walked.push(...thumbs!.users.edges.map(({ node }) => node.id));
      if (thumbs!.users.edges.length < 3) break;
      cursor = thumbs!.users.edges.at(-1)!.cursor;
    }
    expect(walked).toEqual(inOrder);
  });

  it('[PG4] of a cursor of another message is refused', async () => {
    const { bob, threadId, message } = await scene();
    const { id } = await say(bob, threadId);
    await react(bob, id, '👍');
    await react(bob, message.id, '👍');
    const [thumbs] = await shown(bob, message.id);
    const cursor = thumbs!.users.edges[0]!.cursor;
    const { errors } = await bob.ask(
      `query ($id: ID!, $cursor: String) { node(id: $id) { ... on Message { reactions { users(after: $cursor) { edges { cursor } } } } } }`,
      { id, cursor },
    );
    expect(errors?.map(({ code }) => code)).toEqual(['BAD_INPUT']);
  });
});

describe('people who react at once', () => {
  /** What the tables say, which must be what is told. */
  async function counted(messageId: string): Promise<Record<string, number>> {
    const rows = await world.prisma.reaction.groupBy({ by: ['emoji'], where: { messageId }, _count: true });
    return Object.fromEntries(rows.map(({ emoji, _count }) => [emoji, _count]));
  }
  const told = (kinds: readonly ReactionView[]) =>
    Object.fromEntries(kinds.map(({ emoji, count }) => [emoji, count]));

  it('[RX8] are all counted, on two instances', { timeout: 120_000 }, async () => {
    const people = await world.people(6);
    const [first] = people as [Person];
    const room = await group(first, { members: people.slice(1) });
    const few = animals.slice(0, 3);
    for (let round = 0; round < 12; round += 1) {
      const { id } = await say(first, room, `Round ${round}`);
      // What each has set in the end is what they did last, since each does one thing after the other.
      const wanted = new Set<string>();
      await Promise.all(
        people.map(async (person, index) => {
          const asker = index % 2 ? other.as(person) : person;
          for (let step = 0; step < 6; step += 1) {
            const emoji = few[random(few.length)]!;
            const adds = random(3) > 0;
            await asker.must(adds ? 'addReaction' : 'removeReaction', { messageId: id, emoji });
            if (adds) wanted.add(`${person.id} ${emoji}`);
            else wanted.delete(`${person.id} ${emoji}`);
          }
        }),
      );
      const kinds = await shown(first, id);
      expect(told(kinds)).toEqual(await counted(id));
      const set = kinds.flatMap(({ emoji, users }) => users.edges.map(({ node }) => `${node.id} ${emoji}`));
      expect(set.toSorted()).toEqual([...wanted].toSorted());
      // The log tells the same story: what was set, less what was taken back.
      const sums: Record<string, number> = {};
      for (const { kind, emoji } of await events(id))
        sums[emoji!] = (sums[emoji!] ?? 0) + (kind === 'REACTION_ADDED' ? 1 : -1);
      expect(Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum > 0))).toEqual(told(kinds));
    }
  });

  it('[RX8] with the same emoji of one person, count once', async () => {
    const { ann, message } = await scene();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => react(index % 2 ? other.as(ann) : ann, message.id, '👍')),
    );
    expect(await shown(ann, message.id)).toMatchObject([{ emoji: '👍', count: 1 }]);
    expect(await events(message.id)).toHaveLength(1);
  });

  it('[RX4] get in with 20 kinds, and no more', { timeout: 180_000 }, async () => {
    const { ann, bob, threadId } = await scene();
    for (let round = 0; round < 5; round += 1) {
      const { id } = await say(ann, threadId);
      const outcomes = await Promise.all(
        animals.map((emoji, index) =>
          (index % 2 ? other.as(bob) : ann).does('addReaction', { messageId: id, emoji }),
        ),
      );
      const names = outcomes.map(({ __typename }) => __typename);
      expect(names.filter((name) => name === 'AddReactionPayload')).toHaveLength(20);
      expect(names.filter((name) => name === 'LimitError')).toHaveLength(10);
      expect(Object.keys(await counted(id))).toHaveLength(20);
    }
  });

  it('[RX5] while the message is deleted leave nothing', { timeout: 180_000 }, async () => {
    const { ann, bob, threadId } = await scene();
    for (let round = 0; round < 10; round += 1) {
      const { id } = await say(ann, threadId);
      await Promise.all([
        ...animals.slice(0, 4).map((emoji) => bob.does('addReaction', { messageId: id, emoji })),
        other.as(ann).must('deleteMessage', { messageId: id }),
      ]);
      expect(await shown(bob, id)).toEqual([]);
      expect(await counted(id)).toEqual({});
    }
  });
});

describe('what is told of reactions', () => {
  it('[RX9] says who did what, and the counts by now', async () => {
    const { ann, bob, message } = await scene();
    const after = await cursorOf(world, ann);
    await react(bob, message.id, '👍');
    await react(ann, message.id, '👍');
    await takeBack(bob, message.id, '👍');
    await settled(world);
    const question = `query ($after: Cursor!) { changes(after: $after) { changes { __typename
      ... on ReactionsChanged { person { id } emoji reacted message { id reactions { emoji count } } } } } }`;
    const now = { id: message.id, reactions: [{ emoji: '👍', count: 1 }] };
    const one = { __typename: 'ReactionsChanged', emoji: '👍', message: now };
    const expected = [
      { ...one, person: { id: bob.id }, reacted: true },
      { ...one, person: { id: ann.id }, reacted: true },
      { ...one, person: { id: bob.id }, reacted: false },
    ];
    for (const person of [ann, bob]) {
      const { changes } = await person.query<{ changes: { changes: object[] } }>(question, { after });
      expect(changes.changes).toEqual(expected);
    }
  });
});

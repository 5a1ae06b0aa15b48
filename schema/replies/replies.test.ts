import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { footprint } from '../testing/rows.ts';
import { seed } from '../testing/random.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';
import { followLimit } from './rules.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

let [ann, bob, cat, dan]: Person[] = [];
let threadId = '';
let root = '';
beforeAll(async () => {
  [ann, bob, cat, dan] = await world.people(4);
});
beforeEach(async () => {
  threadId = await group(ann!, { members: [bob!, cat!] });
  root = (await say(ann!, threadId, 'Root')).id;
});

const reply = (who: Person | undefined, body = 'Reply', replyToId = root) =>
  say(who!, threadId, body, { replyToId });
const aside = (who: Person | undefined, body = 'Aside', replyToId = root) =>
  say(who!, threadId, body, { replyToId, onlyInReplies: true });

interface Shown {
  id: string;
  replyCount: number;
  lastRepliers: { id: string }[];
  repliesFollowed: boolean;
  repliesUnread: boolean;
  repliesMention: boolean;
  replies: { edges: { node: { id: string; body: string } }[] };
}

const shownTo = async (who: Person | undefined, id = root) =>
  (
    await who!.query<{ node: Shown | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Message { id replyCount lastRepliers { id } repliesFollowed repliesUnread repliesMention
        replies(first: 100) { edges { node { id body } } } } } }`,
      { id },
    )
  ).node;

const followed = async (who: Person | undefined, id = root) => {
  const shown = await shownTo(who, id);
  return [shown?.repliesFollowed, shown?.repliesUnread];
};

const threadFor = async (who: Person | undefined, id = threadId) =>
  (
    await who!.query<{
      thread: {
        unreadCount: number;
        unreadMentionCount: number;
        lastActivityAt: string;
        lastMessage: { body: string };
        unreadReplies: { id: string }[];
        unreadAsides: number[];
        preferences: { archived: boolean };
        messages: { edges: { node: { body: string; seq: number; onlyInReplies: boolean } }[] };
      } | null;
    }>(
      `query ($id: ID!) { thread(id: $id) { unreadCount unreadMentionCount lastActivityAt lastMessage { body } unreadReplies { id }
        unreadAsides preferences { archived } messages(last: 100) { edges { node { body seq onlyInReplies } } } } }`,
      { id },
    )
  ).thread!;

const inFolder = async (who: Person | undefined, folder: string) => {
  const { threads, threadFolders } = await who!.query<{
    threads: { edges: { node: { id: string } }[] };
    threadFolders: { folder: string; unreadThreads: number }[];
  }>(
    'query ($folder: ThreadFolder!) { threads(folder: $folder, first: 100) { edges { node { id } } } threadFolders { folder unreadThreads } }',
    { folder },
  );
  if (folder === 'UNREAD')
    expect(threadFolders.find((each) => each.folder === folder)?.unreadThreads).toBe(threads.edges.length);
  return threads.edges.some(({ node }) => node.id === threadId);
};

const eventsFor = (who: Person | undefined) =>
  world.prisma.event.count({ where: { kind: 'REPLIES_FOLLOW_CHANGED', userId: who!.id, threadId } });

describe('what stands only among the replies', () => {
  it('[RP1] has its seq and is a message like every other, also found and reached by its id', async () => {
    const { seq, id } = await aside(bob, 'Needle in the aside');
    expect((await say(cat!, threadId, 'After')).seq).toBe(seq + 1);
    const { messages } = await threadFor(cat);
    const { node } = messages.edges.find((edge) => edge.node.seq === seq)!;
    expect(node).toEqual({ body: 'Needle in the aside', seq, onlyInReplies: true });
    expect((await shownTo(cat, id))?.id).toBe(id);
    const { searchMessages } = await cat!.query<{ searchMessages: { edges: { node: { id: string } }[] } }>(
      'query ($threadId: ID) { searchMessages(query: "needle", threadId: $threadId) { edges { node { id } } } }',
      { threadId },
    );
    expect(searchMessages.edges.map((edge) => edge.node.id)).toEqual([id]);
  });

  it('[RP2] is a reply, to something that stands in the conversation', async () => {
    const { id } = await aside(bob);
    const before = await footprint(world);
    const loose = await bob!.does('sendMessage', { threadId, body: 'Loose', onlyInReplies: true });
    expect([loose.__typename, loose.fields?.map(({ path }) => path)]).toEqual([
      'InputError',
      ['onlyInReplies'],
    ]);
    const nested = { threadId, body: 'Deeper', replyToId: id, onlyInReplies: true };
    expect((await bob!.does('sendMessage', nested)).__typename).toBe('ConflictError');
    const nowhere = { threadId, body: 'To nothing', replyToId: newId('msg'), onlyInReplies: true };
    expect((await bob!.does('sendMessage', nowhere)).__typename).toBe('NotFoundError');
    expect(await footprint(world)).toBe(before);
    expect((await reply(bob, 'Quoted', id)).onlyInReplies).toBe(false);
  });

  it('[RP2] answers no other that is still on its way', async () => {
    const id = newId('msg');
    const [first, nested] = [
      { id, threadId, body: 'Aside', replyToId: root, onlyInReplies: true },
      { threadId, body: 'Deeper', replyToId: id, onlyInReplies: true },
    ];
    const outcomes = await Promise.all([first, nested].map((input) => bob!.does('sendMessage', input)));
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(['SendMessagePayload', 'ConflictError']);
  });

  it('[RP2] where it stands is part of what an id was sent with', async () => {
    const id = newId('msg');
    const input = { id, threadId, body: 'Once', replyToId: root, onlyInReplies: true };
    await bob!.must('sendMessage', input);
    expect((await bob!.must('sendMessage', input)).message.id).toBe(id);
    expect((await bob!.does('sendMessage', { ...input, onlyInReplies: false })).__typename).toBe(
      'ConflictError',
    );
    expect((await shownTo(bob))?.replyCount).toBe(1);
  });

  it('[RP3] [RC4] neither counts as unread nor stands last nor moves the thread up', async () => {
    await cat!.must('markRead', { threadId, seq: 100 });
    const before = await threadFor(cat);
    await aside(bob);
    await aside(bob, 'More');
    const after = await threadFor(cat);
    expect(after).toMatchObject({
      unreadCount: 0,
      lastMessage: { body: 'Root' },
      lastActivityAt: before.lastActivityAt,
    });
    expect(after.unreadAsides).toHaveLength(2);
    expect(await inFolder(cat, 'UNREAD')).toBe(false);
    await say(bob!, threadId, 'Shown');
    await aside(bob, 'Again');
    expect(await threadFor(cat)).toMatchObject({ unreadCount: 1, lastMessage: { body: 'Shown' } });
    expect(await inFolder(cat, 'UNREAD')).toBe(true);
    await cat!.must('markUnread', { threadId, seq: 1000 });
    expect((await threadFor(cat)).unreadCount).toBe(1);
    await cat!.must('markRead', { threadId, seq: 1000 });
    expect(await threadFor(cat)).toMatchObject({ unreadCount: 0, unreadAsides: [] });
    await cat!.must('markUnread', { threadId, seq: 1000 });
    expect((await threadFor(cat)).unreadCount).toBe(1);
  });

  it('[RP3] [PF3] does not bring a thread back from the archive', async () => {
    await aside(bob);
    await cat!.must('updateThreadPreferences', { threadId, archived: true });
    await aside(bob, 'Later');
    expect((await threadFor(cat)).preferences.archived).toBe(true);
    expect(await inFolder(cat, 'ARCHIVED')).toBe(true);
    await reply(bob, 'Shown');
    expect((await threadFor(cat)).preferences.archived).toBe(false);
    expect(await inFolder(cat, 'ARCHIVED')).toBe(false);
  });

  it('[RP3] a reply that stands in both is counted in both', async () => {
    await cat!.must('markRead', { threadId, seq: 100 });
    await reply(bob, 'In both');
    expect(await threadFor(cat)).toMatchObject({ unreadCount: 1, lastMessage: { body: 'In both' } });
    expect((await shownTo(cat))?.replies.edges.map(({ node }) => node.body)).toEqual(['In both']);
  });
});

describe('the count', () => {
  it('[RP4] says how many replies there are, and who replied last', async () => {
    for (const who of [bob, cat, bob, ann]) await (who === cat ? aside(who) : reply(who));
    const dora = await world.person();
    await ann!.must('addParticipant', { threadId, userId: dora.id });
    await aside(dora);
    const shown = await shownTo(bob);
    expect(shown?.replyCount).toBe(5);
    expect(shown?.lastRepliers.map(({ id }) => id)).toEqual([dora.id, ann!.id, bob!.id]);
  });

  it('[RP4] keeps the place of what is deleted', async () => {
    await aside(bob);
    const { id } = await aside(cat);
    await cat!.must('deleteMessage', { messageId: id });
    await ann!.must('deleteMessage', { messageId: root });
    const shown = await shownTo(bob);
    expect([shown?.replyCount, shown?.replies.edges.map(({ node }) => node.body)]).toEqual([
      2,
      ['Aside', ''],
    ]);
  });

  it('[RP4] loses none of those who reply at once, on two instances', async () => {
    const people = [ann, bob, cat].flatMap((who) => [who!, other.as(who!)]);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 3 ? aside : reply)(people[index % people.length], `At once ${index}`),
      ),
    );
    const shown = await shownTo(bob);
    expect([shown?.replyCount, shown?.replies.edges.length]).toEqual([60, 60]);
    const inOrder = await world.prisma.message.findMany({
      where: { replyToId: root },
      orderBy: { seq: 'desc' },
    });
    expect(shown?.lastRepliers.map(({ id }) => id)).toEqual(
      [...new Set(inOrder.map(({ authorId }) => authorId))].slice(0, 3),
    );
  });

  it(
    '[RP4] is after anything that is sent and deleted what the replies are',
    { timeout: 180_000 },
    async () => {
      const steps = fc.array(
        fc.record({
          who: fc.nat(2),
          kind: fc.constantFrom('say', 'reply', 'aside', 'delete'),
          at: fc.nat(9),
        }),
        { minLength: 3, maxLength: 15 },
      );
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          threadId = await group(ann!, { members: [bob!, cat!] });
          const inConversation = [(await say(ann!, threadId, 'First')).id];
          for (const { who, kind, at } of sequence) {
            const person = [ann, bob, cat][who];
            const target = inConversation[at % inConversation.length]!;
            if (kind === 'say') inConversation.push((await say(person!, threadId, 'Said')).id);
            else if (kind === 'reply') inConversation.push((await reply(person, 'Both', target)).id);
            else if (kind === 'aside') await aside(person, 'Aside', target);
            else await ann!.does('deleteMessage', { messageId: target });
          }
          const rows = await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'desc' } });
          for (const row of rows) {
            const replies = rows.filter(({ replyToId }) => replyToId === row.id);
            expect(row.replyCount).toBe(replies.length);
            expect(row.replierIds).toEqual([...new Set(replies.map(({ authorId }) => authorId))].slice(0, 3));
          }
          const shown = rows.filter(({ onlyInReplies }) => !onlyInReplies);
          const { lastMessageId, lastActivityAt, lastSeq } = await world.prisma.thread.findUniqueOrThrow({
            where: { id: threadId },
          });
          expect([lastMessageId, lastActivityAt, lastSeq]).toEqual([
            shown[0]?.id,
            shown[0]?.createdAt,
            rows.length,
          ]);
          for (const who of [ann, bob, cat]) {
            const place = await world.prisma.participant.findUniqueOrThrow({
              where: { threadId_userId: { threadId, userId: who!.id } },
            });
            expect((await threadFor(who)).unreadCount).toBe(
              shown.filter(({ seq }) => seq > place.lastReadSeq).length,
            );
          }
        }),
        { numRuns: 12, seed, endOnFailure: true },
      );
    },
  );
});

describe('following', () => {
  it('[RP5] begins with having written what is answered, with replying, and with being named in a reply', async () => {
    expect(await followed(ann)).toEqual([true, false]);
    expect(await followed(bob)).toEqual([false, false]);
    await reply(bob);
    expect(await followed(bob)).toEqual([true, false]);
    await aside(bob, `What does @${cat!.handle} say?`);
    expect(await followed(cat)).toEqual([true, true]);
  });

  it('[RP10] [MN7] whom a reply names there alone has a mention there, until they have seen the replies', async () => {
    const named = async () => [
      (await shownTo(cat))?.repliesMention,
      await inFolder(cat, 'MENTIONS'),
      (await threadFor(cat)).unreadMentionCount,
    ];
    const { seq } = await aside(bob, `What does @${cat!.handle} say?`);
    expect(await named()).toEqual([true, true, 0]);
    expect([(await shownTo(ann))?.repliesMention, await inFolder(ann, 'MENTIONS')]).toEqual([false, false]);
    // To read the conversation is not to look there.
    await cat!.must('markRead', { threadId, seq: seq + 5 });
    await aside(bob, 'Nobody in this one');
    await cat!.must('markRepliesRead', { messageId: root, seq });
    expect(await named()).toEqual([true, true, 0]);
    expect(await eventsFor(cat)).toBe(1);
    await cat!.must('markRepliesRead', { messageId: root, seq: seq + 1 });
    expect(await named()).toEqual([false, false, 0]);
    // What was seen does not come back with the next one.
    await aside(bob, 'Nobody in this one either');
    expect(await followed(cat)).toEqual([true, true]);
    expect(await named()).toEqual([false, false, 0]);
    await aside(bob, `@${cat!.handle}?`);
    expect(await named()).toEqual([true, true, 0]);
    await aside(cat, 'Here I am');
    expect(await named()).toEqual([false, false, 0]);
    await aside(bob, `@${cat!.handle}!`);
    await cat!.must('setRepliesFollowed', { messageId: root, followed: false });
    expect(await named()).toEqual([false, false, 0]);
    await aside(bob, `Still there, @${cat!.handle}?`);
    expect([await followed(cat), await named()]).toEqual([
      [true, true],
      [true, true, 0],
    ]);
    await cat!.must('updateThreadPreferences', { threadId, archived: true });
    expect(await inFolder(cat, 'MENTIONS')).toBe(false);
  });

  it('[MN2] @all calls nobody among replies alone, also when it is edited in', async () => {
    const { id, mentionsAll } = await aside(ann, '@all');
    expect(mentionsAll).toBe(false);
    const { message } = await ann!.must('editMessage', { messageId: id, body: '@all, please' });
    expect(message.mentionsAll).toBe(false);
    expect(await followed(bob)).toEqual([false, false]);
    expect((await reply(ann, '@all')).mentionsAll).toBe(true);
  });

  it('[RP5] begins and ends by word, once, and replying or being named follows again', async () => {
    const say2 = (messageId: string, isFollowed: boolean) =>
      bob!.must('setRepliesFollowed', { messageId, followed: isFollowed });
    expect((await say2(root, true)).message.repliesFollowed).toBe(true);
    await say2(root, true);
    expect(await eventsFor(bob)).toBe(1);
    await aside(cat);
    expect(await followed(bob)).toEqual([true, true]);
    await say2(root, false);
    expect(await followed(bob)).toEqual([false, false]);
    await aside(cat);
    expect(await followed(bob)).toEqual([false, false]);
    await aside(bob);
    expect(await followed(bob)).toEqual([true, false]);
    expect(await eventsFor(bob)).toBe(4);
    await say2(root, false);
    await aside(cat, `Once more, @${bob!.handle}`);
    expect(await followed(bob)).toEqual([true, true]);
    expect(await eventsFor(bob)).toBe(6);
    await ann!.must('setRepliesFollowed', { messageId: root, followed: false });
    await aside(cat);
    expect(await followed(ann)).toEqual([false, false]);
  });

  it('[RP6] what others reply there alone waits until it is seen, and is said once', async () => {
    await aside(bob);
    await aside(bob, 'More');
    expect(await followed(ann)).toEqual([true, true]);
    expect(await eventsFor(ann)).toBe(1);
    expect((await threadFor(ann)).unreadReplies).toEqual([{ id: root }]);
    expect((await threadFor(cat)).unreadReplies).toEqual([]);
    const last = await aside(cat, 'Last');
    await ann!.must('markRepliesRead', { messageId: root, seq: last.seq - 1 });
    expect(await followed(ann)).toEqual([true, true]);
    await ann!.must('markRepliesRead', { messageId: root, seq: last.seq });
    await ann!.must('markRepliesRead', { messageId: root, seq: 0 });
    expect(await followed(ann)).toEqual([true, false]);
    expect(await eventsFor(ann)).toBe(2);
    expect((await threadFor(ann)).unreadReplies).toEqual([]);
    expect((await ann!.does('markRepliesRead', { messageId: root, seq: -1 })).__typename).toBe('InputError');
  });

  it('[RP6] what stands in the conversation too is unread there, and one’s own reply has seen the rest', async () => {
    await reply(bob);
    expect(await followed(ann)).toEqual([true, false]);
    await aside(bob);
    await aside(ann);
    expect(await followed(ann)).toEqual([true, false]);
    expect(await followed(bob)).toEqual([true, true]);
  });

  it('[RP7] is for who sees the message', async () => {
    const tries = { setRepliesFollowed: { followed: true }, markRepliesRead: { seq: 1 } };
    for (const [mutation, more] of Object.entries(tries))
      expect((await dan!.does(mutation, { messageId: root, ...more })).__typename).toBe('NotFoundError');
    const [line] = await world.prisma.message.findMany({ where: { threadId, authorId: null } });
    expect((await bob!.does('setRepliesFollowed', { messageId: line!.id, followed: true })).__typename).toBe(
      'ForbiddenError',
    );
  });

  it('[RP7] [GR17] newcomers who do not see what is answered see nothing of its replies’ count, nor follow', async () => {
    await aside(bob);
    await ann!.must('updateGroupSettings', { threadId, historyVisible: false });
    await ann!.must('addParticipant', { threadId, userId: dan!.id });
    const { id } = await aside(bob, `After, @${dan!.handle}`);
    expect(await shownTo(dan)).toBeNull();
    expect(await threadFor(dan)).toMatchObject({ unreadReplies: [], unreadCount: 0 });
    const outcome = await dan!.does('setRepliesFollowed', { messageId: root, followed: true });
    expect(outcome.__typename).toBe('NotFoundError');
    const answer = { threadId, body: 'Me too', replyToId: root, onlyInReplies: true };
    expect((await dan!.does('sendMessage', answer)).__typename).toBe('NotFoundError');
    // It came after they did: it is a message of theirs, and names nothing of what it answers.
    expect((await shownTo(dan, id))?.id).toBe(id);
    expect(await world.prisma.repliesFollow.count({ where: { userId: dan!.id, threadId } })).toBe(0);
  });

  it('[RP7] is forgotten when one leaves', async () => {
    await aside(bob);
    await aside(cat);
    await bob!.must('leaveGroup', { threadId });
    expect(await world.prisma.repliesFollow.count({ where: { userId: bob!.id, threadId } })).toBe(0);
    await ann!.must('addParticipant', { threadId, userId: bob!.id });
    expect(await followed(bob)).toEqual([false, false]);
  });

  it(
    '[RP8] an account follows the replies to at most 10,000 messages by word',
    { timeout: 180_000 },
    async () => {
      const eve = await world.person();
      threadId = await direct(ann!, eve);
      const { id } = await say(ann!, threadId);
      await world.prisma.$executeRaw`
      insert into "Message" (id, "threadId", seq, "authorId", body)
      select 'msg_' || gen_random_uuid(), ${threadId}, 100 + n, ${ann!.id}, 'x' from generate_series(1, ${followLimit}::int) n`;
      await world.prisma.$executeRaw`
      insert into "RepliesFollow" ("messageId", "threadId", "userId", followed, unread)
      select id, "threadId", ${eve.id}, true, false from "Message" where "threadId" = ${threadId} and seq > 100`;
      const outcome = await eve.does('setRepliesFollowed', { messageId: id, followed: true });
      expect(outcome.__typename).toBe('LimitError');
      await aside(eve, 'Still', id);
      expect(await followed(eve, id)).toEqual([true, false]);
    },
  );

  it('[RP9] of a deleted account nothing is left, and its name among who replied is that of a deleted one', async () => {
    const eve = await world.person();
    threadId = await direct(ann!, eve);
    const { id } = await say(eve, threadId, 'Theirs');
    await aside(ann, 'One', id);
    await aside(eve, 'Two', id);
    await aside(ann, 'Three', id);
    await eve.must('deleteAccount', { password: testPassword });
    const { deletedAt } = await world.prisma.user.findUniqueOrThrow({ where: { id: eve.id } });
    if (deletedAt === null) throw new Error('The account is still there.');
    await aside(ann, 'Four', id);
    expect(await world.prisma.repliesFollow.count({ where: { userId: eve.id } })).toBe(0);
    expect((await shownTo(ann, id))?.lastRepliers.map((who) => who.id)).toEqual([ann!.id, eve.id]);
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { readableAttachment } from '../attachment/load.ts';
import { newId } from '../id.ts';
import { settled } from '../testing/settled.ts';
import { group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

interface Message {
  id: string;
  seq: number;
  body: string;
  replyTo: { id: string } | null;
}

const said = 'id seq body replyTo { id }';
const page = `edges { cursor node { ${said} } } pageInfo { hasPreviousPage hasNextPage startCursor }`;

/** A group that hides its past, what was said in it, and somebody who came after that. */
async function scene(come: 'added' | 'by a link' = 'added') {
  const [owner, old, newcomer] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await group(owner, { members: [old] });
  const file = await uploaded(old, { width: 2, height: 2 });
  const first = await say(old, threadId, 'Old secret', { attachmentIds: [file] });
  const second = await say(owner, threadId, 'Old answer', { replyToId: first.id });
  await owner.must('updateGroupSettings', { threadId, historyVisible: false });
  if (come === 'added') await owner.must('addParticipant', { threadId, userId: newcomer.id });
  else {
    const { token } = await owner.must('createInvite', { threadId });
    await newcomer.must('acceptInvite', { token });
  }
  const { visibleFromSeq } = await world.prisma.participant.findUniqueOrThrow({
    where: { threadId_userId: { threadId, userId: newcomer.id } },
  });
  return { owner, old, newcomer, threadId, file, first, second, from: visibleFromSeq };
}

async function messages(person: Person, id: string, args = 'first: 100') {
  const { thread } = await person.query<{
    thread: {
      messages: {
        edges: { cursor: string; node: Message }[];
        pageInfo: { hasPreviousPage: boolean; hasNextPage: boolean; startCursor: string | null };
      };
    };
  }>(`query ($id: ID!) { thread(id: $id) { messages(${args}) { ${page} } } }`, { id });
  return thread.messages;
}

const bodies = ({ edges }: Awaited<ReturnType<typeof messages>>) => edges.map(({ node }) => node.body);

describe('who comes into a group that hides its past', () => {
  it.each(['added', 'by a link'] as const)('[GR17] %s, begins with the line that says so', async (come) => {
    const { owner, newcomer, threadId, from } = await scene(come);
    const mine = await messages(newcomer, threadId);
    expect(mine.edges.map(({ node }) => node.seq)).toEqual([from]);
    expect(bodies(mine)[0]).toContain(newcomer.displayName);
    await say(owner, threadId, 'After');
    expect(bodies(await messages(newcomer, threadId)).slice(1)).toEqual(['After']);
    expect(bodies(await messages(owner, threadId))).toContain('Old secret');
  });

  it('[GR17] [MS14] finds no page around what they do not see, and none in front of where they begin', async () => {
    const { owner, newcomer, threadId, first, from } = await scene();
    const { id } = await say(owner, threadId, 'One');
    const around = (message: string) => messages(newcomer, threadId, `first: 100, around: "${message}"`);
    expect((await around(first.id)).edges).toEqual([]);
    const { edges, pageInfo } = await around(id);
    expect(edges.map(({ node }) => node.seq)).toEqual([from, from + 1]);
    expect(pageInfo.hasPreviousPage).toBe(false);
  });

  it('[GR17] [RX5] reacts to nothing that they do not see, as if it were missing', async () => {
    const { owner, newcomer, first } = await scene();
    for (const mutation of ['addReaction', 'removeReaction']) {
      const outcome = await newcomer.does(mutation, { messageId: first.id, emoji: '🎉' });
      expect([outcome.__typename, outcome.reason]).toEqual(['NotFoundError', 'No such message.']);
    }
    expect(
      (await owner.must('addReaction', { messageId: first.id, emoji: '🎉' })).message.reactions,
    ).toHaveLength(1);
  });

  it('[GR17] [MN4] is not mentioned by an edit of what they do not see', async () => {
    const { owner, old, newcomer, threadId, second } = await scene();
    const body = `@${newcomer.handle} @${old.handle} @all`;
    const { message } = await owner.must('editMessage', { messageId: second.id, body });
    expect(message.mentions.map(({ id }) => id)).toEqual([old.id]);
    const asked = 'query ($id: ID!) { thread(id: $id) { unreadMentionCount } mentions { edges { cursor } } }';
    expect(await newcomer.query(asked, { id: threadId })).toEqual({
      thread: { unreadMentionCount: 0 },
      mentions: { edges: [] },
    });
  });

  it('[GR17] finds no page in front of it, from either end and by anybody’s cursor', async () => {
    const { owner, newcomer, threadId } = await scene();
    await say(owner, threadId, 'One');
    await say(owner, threadId, 'Two');
    const last = await messages(newcomer, threadId, 'last: 100');
    expect(last.edges).toHaveLength(3);
    expect(last.pageInfo.hasPreviousPage).toBe(false);
    const two = await messages(newcomer, threadId, 'last: 2');
    expect(two.pageInfo.hasPreviousPage).toBe(true);
    const rest = await messages(newcomer, threadId, `last: 50, before: "${two.pageInfo.startCursor}"`);
    expect([rest.edges.length, rest.pageInfo.hasPreviousPage]).toEqual([1, false]);
    const { edges } = await messages(owner, threadId);
    const theirs = await messages(newcomer, threadId, `first: 50, after: "${edges[0]!.cursor}"`);
    expect([theirs.edges.length, theirs.pageInfo.hasPreviousPage]).toEqual([3, false]);
    const none = await messages(newcomer, threadId, `last: 50, before: "${edges[2]!.cursor}"`);
    expect(none.edges).toEqual([]);
  });

  it('[GR17] finds none of it by its id, nor its files, nor in a search, nor as what is answered', async () => {
    const { owner, newcomer, threadId, file, first, second } = await scene();
    const ids = [first.id, second.id, file];
    const nodes = async (person: Person) =>
      (await person.query<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }))
        .nodes;
    expect(await nodes(newcomer)).toEqual([null, null, null]);
    expect((await nodes(owner)).every((node) => node !== null)).toBe(true);
    for (const [person, sees] of [
      [newcomer, false],
      [owner, true],
    ] as const) {
      expect((await readableAttachment(world.prisma, { userId: person.id }, file)) !== null).toBe(sees);
      const found = await person.query<{ searchMessages: { edges: { node: Message }[] } }>(
        '{ searchMessages(query: "old") { edges { node { id seq body replyTo { id } } } } }',
      );
      expect(found.searchMessages.edges.length).toBe(sees ? 2 : 0);
    }
    const answer = await say(owner, threadId, 'New answer', { replyToId: first.id });
    const further = await say(owner, threadId, 'And to that', { replyToId: answer.id });
    const quoted = async (person: Person) =>
      (await messages(person, threadId)).edges
        .map(({ node }) => node)
        .filter(({ id }) => [answer.id, further.id].includes(id))
        .map(({ replyTo }) => replyTo?.id ?? null);
    expect(await quoted(newcomer)).toEqual([null, answer.id]);
    expect(await quoted(owner)).toEqual([first.id, answer.id]);
  });

  it('[GR17] has nothing of it unread, and marks none of it so', async () => {
    const { owner, newcomer, threadId, from } = await scene();
    const unread = async () =>
      (
        await newcomer.query<{ thread: { unreadCount: number } }>(
          'query ($id: ID!) { thread(id: $id) { unreadCount } }',
          { id: threadId },
        )
      ).thread.unreadCount;
    expect(await unread()).toBe(0);
    await say(owner, threadId, 'One');
    expect(await unread()).toBe(1);
    await newcomer.must('markRead', { threadId, seq: from + 1 });
    await newcomer.must('markUnread', { threadId, seq: 1 });
    expect(await unread()).toBe(2);
  });

  it('[GR17] neither answers nor deletes any of it, as if it did not exist', async () => {
    const { owner, newcomer, threadId, first } = await scene();
    await owner.must('setParticipantRole', { threadId, userId: newcomer.id, role: 'ADMIN' });
    const tries = [
      newcomer.does('sendMessage', { threadId, body: 'To what?', replyToId: first.id }),
      newcomer.does('deleteMessage', { messageId: first.id }),
      newcomer.does('editMessage', { messageId: first.id, body: 'Mine' }),
    ];
    for (const outcome of await Promise.all(tries)) expect(outcome.__typename).toBe('NotFoundError');
  });

  it('[GR17] [LV7] is told nothing of it, and of what answers it no more than the answer', async () => {
    const { owner, old, newcomer, threadId, first, second } = await scene();
    await settled(world);
    const after = world.log.seal(await world.log.head());
    await old.must('editMessage', { messageId: first.id, body: 'Old secret, edited' });
    await owner.must('deleteMessage', { messageId: second.id });
    await say(owner, threadId, 'New answer', { replyToId: first.id });
    await settled(world);
    const told = async (person: Person) => {
      const { changes } = await person.query<{
        changes: { changes: { __typename: string; message?: Message }[] };
      }>(
        `query ($after: Cursor!) { changes(after: $after) { changes { __typename ... on MessageAdded { message { ${said} } }
          ... on MessageEdited { message { ${said} } } ... on MessageDeleted { message { ${said} } } } } }`,
        { after },
      );
      return changes.changes.map(({ __typename, message }) => [__typename, message?.replyTo?.id ?? null]);
    };
    expect(await told(newcomer)).toEqual([['MessageAdded', null]]);
    expect(await told(owner)).toEqual([
      ['MessageEdited', null],
      ['MessageDeleted', first.id],
      ['MessageAdded', first.id],
    ]);
  });

  it('[GR17] stays so, and those who were there before stay so too, whatever is set later', async () => {
    const { owner, old, newcomer, threadId } = await scene();
    await owner.must('updateGroupSettings', { threadId, historyVisible: true });
    expect(bodies(await messages(newcomer, threadId))).not.toContain('Old secret');
    expect(bodies(await messages(old, threadId))).toContain('Old secret');
    const late = await world.person();
    await owner.must('addParticipant', { threadId, userId: late.id });
    expect(bodies(await messages(late, threadId))).toContain('Old secret');
    // Who comes back is a newcomer like any other.
    await newcomer.must('leaveGroup', { threadId });
    await owner.must('addParticipant', { threadId, userId: newcomer.id });
    expect(bodies(await messages(newcomer, threadId))).toContain('Old secret');
  });

  it('[GR17] [ER10] is told nothing of it again by repeating what they did when they were here before', async () => {
    const { owner, old, threadId, second } = await scene();
    const key = () => ({ clientMutationId: newId('msg') });
    const mine = { id: newId('msg'), threadId, body: 'Mine' };
    const theirs = { threadId, body: 'Mine, by a key', ...key() };
    await old.must('sendMessage', mine);
    await old.must('sendMessage', theirs);
    const done: [string, Record<string, unknown>][] = [
      ['editMessage', { messageId: mine.id, body: 'Mine, edited', ...key() }],
      ['addReaction', { messageId: second.id, emoji: '🎉', ...key() }],
      ['removeReaction', { messageId: second.id, emoji: '🎉', ...key() }],
      ['saveMessage', { messageId: second.id, ...key() }],
      ['unsaveMessage', { messageId: second.id, ...key() }],
      ['pinMessage', { messageId: second.id, ...key() }],
      ['unpinMessage', { messageId: second.id, ...key() }],
      ['setRepliesFollowed', { messageId: second.id, followed: true, ...key() }],
      ['markRepliesRead', { messageId: second.id, seq: second.seq, ...key() }],
      ['forwardMessage', { messageId: second.id, threadIds: [threadId], ids: [newId('msg')] }],
      ['forwardMessage', { messageId: second.id, threadIds: [threadId], ...key() }],
      ['deleteMessage', { messageId: mine.id, ...key() }],
    ];
    await owner.must('setParticipantRole', { threadId, userId: old.id, role: 'ADMIN' });
    for (const [mutation, input] of done) await old.must(mutation, input);
    await old.must('leaveGroup', { threadId });
    await owner.must('editMessage', { messageId: second.id, body: 'While they were away' });
    await owner.must('addParticipant', { threadId, userId: old.id });
    const repeated = [['sendMessage', mine], ['sendMessage', theirs], ...done] as typeof done;
    for (const [mutation, input] of repeated) {
      const outcome = await old.does(mutation, input);
      expect([mutation, outcome.__typename]).toEqual([mutation, 'NotFoundError']);
    }
  });

  it('[GR17] does not see what they wrote when they were here before', async () => {
    const { owner, old, threadId, first } = await scene();
    await old.must('leaveGroup', { threadId });
    await owner.must('addParticipant', { threadId, userId: old.id });
    expect(bodies(await messages(old, threadId))).not.toContain('Old secret');
    expect((await old.does('editMessage', { messageId: first.id, body: 'x' })).__typename).toBe(
      'NotFoundError',
    );
  });
});

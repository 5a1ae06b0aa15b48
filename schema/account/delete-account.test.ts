import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { cursorOf } from '../testing/cursor.ts';
import { Reader } from '../testing/reader.ts';
import { everything } from '../testing/rows.ts';
import { settled } from '../testing/settled.ts';
import { direct, group, say } from '../testing/threads.ts';
import { type Browser, openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

const password = 'correct horse battery';
let handle = '';
let name = '';
let leaver: Browser & { id: string };
let owner: Person;
let friend: Person;
beforeEach(async () => {
  handle = `leaver-${newId('usr').slice(-12)}`;
  name = `Zebedee ${handle.toUpperCase()}`;
  const browser = world.browser();
  const { viewer } = await browser.must('signUp', { handle, displayName: name, password });
  leaver = Object.assign(browser, { id: viewer.id });
  [owner, friend] = (await world.people(2)) as [Person, Person];
});

const gone = { id: expect.any(String) as string, handle: '', displayName: 'Deleted account', deleted: true };
const userFields = 'id handle displayName avatarUrl deleted';

const bodiesOf = async (person: Person, threadId: string) => {
  const { thread } = await person.query<{
    thread: { messages: { edges: { node: { body: string; author: object | null } }[] } };
  }>(
    `query ($id: ID!) { thread(id: $id) { messages { edges { node { body author { ${userFields} } } } } } }`,
    { id: threadId },
  );
  return thread.messages.edges.map(({ node }) => node);
};

describe('deleting an account', () => {
  it('[AC17] asks for the password, and counts a wrong one', async () => {
    world.tries.spent.length = 0;
    const outcome = await leaver.does('deleteAccount', { password: 'wrong' });
    expect(outcome.fields).toEqual([{ path: 'password', reason: 'This is not your password.' }]);
    expect(world.tries.spent).toEqual([`signIn ${handle}`]);
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[AC17] [AC18] leaves others’ conversations readable, and nothing personal behind', async () => {
    const threadId = await group(owner, { members: [friend] });
    await owner.must('addParticipant', { threadId, userId: leaver.id });
    await say(leaver as unknown as Person, threadId, 'I was here');
    await owner.must('setParticipantRole', { threadId, userId: leaver.id, role: 'ADMIN' });
    await leaver.must('updateGroupName', { threadId, name: 'Renamed' });
    await leaver.must('addParticipant', { threadId, userId: (await world.person()).id });
    const pair = await direct(owner, leaver as unknown as Person);
    await leaver.must('sendMessage', { threadId: pair, body: 'Hello', clientMutationId: 'a key of mine' });
    await say(owner, pair, `Hello @${handle}`);
    const quoting = await say(friend, threadId, `> I was here\n\nYou were, @${handle}`);
    await friend.must('editMessage', { messageId: quoting.id, body: `> ＠${handle}\n\nYou were!` });
    await friend.must('editMessage', { messageId: quoting.id, body: 'Were you?' });
    await say(owner, threadId, `They were, @${handle.toUpperCase()}`, { replyToId: quoting.id });
    await friend.must('forwardMessage', {
      messageId: (await say(friend, threadId, `@${handle}!`)).id,
      threadIds: [await direct(friend, owner)],
    });
    const { passwordHash } = await world.prisma.user.findUniqueOrThrow({ where: { id: leaver.id } });
    const elsewhere = world.browser();
    await elsewhere.must('signIn', { handle, password });

    expect(await leaver.must('deleteAccount', { password })).toEqual({
      __typename: 'DeleteAccountPayload',
      ok: true,
    });
    expect(leaver.secret).toBeNull();
    expect(await elsewhere.query('{ viewer { id } }')).toEqual({ viewer: null });
    expect((await world.browser().does('signIn', { handle, password })).code).toBe('FORBIDDEN');

    const said = await bodiesOf(owner, threadId);
    expect(said).toContainEqual({ body: 'I was here', author: expect.objectContaining(gone) as object });
    expect(said.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        `${owner.displayName} added Deleted account`,
        `${owner.displayName} made Deleted account an admin`,
        'Deleted account renamed the group to “Renamed”',
        'Deleted account left',
        'Were you?',
        'They were, @deleted-account',
        '@deleted-account!',
      ]),
    );
    expect(await bodiesOf(owner, pair)).toEqual([
      { body: 'Hello', author: expect.objectContaining(gone) as object },
      { body: 'Hello @deleted-account', author: expect.objectContaining({ id: owner.id }) as object },
    ]);

    const rest = await everything(world);
    for (const trace of [name, handle, handle.toUpperCase(), passwordHash, 'a key of mine'])
      expect(rest).not.toContain(trace);
    expect(await world.prisma.session.count({ where: { userId: leaver.id } })).toBe(0);
  });

  it('[AC17] hands over the groups that were theirs', async () => {
    const { thread } = await leaver.must('createGroup', { name: 'Theirs', participantIds: [friend.id] });
    await leaver.must('deleteAccount', { password });
    const rows = await world.prisma.participant.findMany({ where: { threadId: thread.id } });
    expect(rows.map(({ userId, role }) => [userId, role])).toEqual([[friend.id, 'OWNER']]);
    const bodies = (await bodiesOf(friend, thread.id)).map(({ body }) => body);
    expect(bodies).toEqual([
      'Deleted account created the group “Theirs”',
      'Deleted account left',
      `${friend.displayName} is the owner now`,
    ]);
  });

  it('[AC18] is told to everybody by the log, and the handle is free', async () => {
    const pair = await direct(owner, leaver as unknown as Person);
    const cursor = await cursorOf(world, owner);
    await leaver.must('deleteAccount', { password });
    await settled(world);
    const { changes } = await owner.query<{ changes: { changes: object[] } }>(
      `query ($after: Cursor!) { changes(after: $after) { changes {
        ... on UserUpdated { person { ${userFields} } } } } }`,
      { after: cursor },
    );
    expect(changes.changes).toContainEqual({ person: expect.objectContaining(gone) as object });
    expect((await bodiesOf(owner, pair)).length).toBe(0);
    const { viewer } = await world
      .browser()
      .must('signUp', { handle, displayName: 'Somebody else', password });
    expect(viewer.id).not.toBe(leaver.id);
  });

  it('[AC40] leaves of one’s place in a direct thread how far it showed to have come, and no time or setting', async () => {
    const someone = leaver as unknown as Person;
    const pair = await direct(owner, someone);
    const first = await say(owner, pair, 'One');
    await leaver.must('markRead', { threadId: pair, seq: first.seq });
    await leaver.must('updatePrivacy', { readReceipts: false, presence: false });
    const second = await say(owner, pair, 'Two');
    await leaver.must('markRead', { threadId: pair, seq: second.seq });
    const settings = { pinned: true, favourite: true, mute: 'ALWAYS', archived: true };
    await leaver.must('updateThreadPreferences', { threadId: pair, ...settings });
    await leaver.must('markUnread', { threadId: pair, seq: 1 });
    const reader = await new Reader(owner).fetch();
    const cursor = await cursorOf(world, owner);
    await leaver.must('deleteAccount', { password });

    const where = { threadId_userId: { threadId: pair, userId: leaver.id } };
    expect(await world.prisma.participant.findUnique({ where })).toMatchObject({
      pinned: false,
      favourite: false,
      mutedUntil: null,
      archivedSeq: null,
      markedUnreadSeq: null,
      markedReadSeq: null,
      readAt: null,
      deliveredAt: null,
      lastReadSeq: 1,
      shownReadSeq: 1,
      lastDeliveredSeq: 1,
      shownDeliveredSeq: 1,
    });
    expect(await world.prisma.user.findUnique({ where: { id: leaver.id } })).toMatchObject({
      readReceipts: true,
      showsPresence: true,
    });
    // The other is told by the log, and sees what a fresh query shows.
    await settled(world);
    await reader.follow(10);
    const { held, fetched } = await reader.compare();
    expect(held).toEqual(fetched);
    const { changes } = await owner.query<{ changes: { changes: object[] } }>(
      `query ($after: Cursor!) { changes(after: $after) { changes {
        ... on ReceiptMoved { participant { user { id } lastReadSeq readAt deliveredAt } } } } }`,
      { after: cursor },
    );
    expect(changes.changes).toContainEqual({
      participant: { user: { id: leaver.id }, lastReadSeq: 1, readAt: null, deliveredAt: null },
    });
  });

  it('[AC19] makes them nobody that one could look for, add or write to anew', async () => {
    const pair = await direct(friend, leaver as unknown as Person);
    await leaver.must('deleteAccount', { password });
    const found = await owner.query<{ users: { edges: object[] } }>(
      '{ users(search: "Deleted account") { edges { node { id } } } }',
    );
    expect(found.users.edges).toEqual([]);
    const threadId = await group(owner, { members: [friend] });
    for (const [mutation, input] of [
      ['startDirectThread', { userId: leaver.id }],
      ['createGroup', { name: 'New', participantIds: [leaver.id] }],
      ['addParticipant', { threadId, userId: leaver.id }],
    ] as const)
      expect((await owner.does(mutation, input)).__typename).toBe('NotFoundError');
    expect(await direct(friend, leaver as unknown as Person)).toBe(pair);
    await say(friend, pair, 'Still here');
  });

  it('[AC17] leaves no group behind that somebody adds them to meanwhile', async () => {
    const groups = await Promise.all([1, 2, 3, 4].map(() => group(owner, { members: [friend] })));
    await Promise.all([
      leaver.must('deleteAccount', { password }),
      ...groups.map((threadId) => owner.does('addParticipant', { threadId, userId: leaver.id })),
    ]);
    expect(await world.prisma.participant.count({ where: { userId: leaver.id } })).toBe(0);
    expect(await everything(world)).not.toContain(name);
  });
});

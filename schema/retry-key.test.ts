import { getNamedType, isInputObjectType } from 'graphql';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from './account/session.ts';
import { type IdPrefix, newId } from './id.ts';
import { schema } from './index.ts';
import { prune } from './log/prune.ts';
import { mutationOf, type Outcome } from './testing/mutations.ts';
import { footprint } from './testing/rows.ts';
import { settled } from './testing/settled.ts';
import { direct, group, say } from './testing/threads.ts';
import { uploaded } from './testing/uploads.ts';
import { openWorld, type Person } from './testing/world.ts';

const world = await openWorld();
/** Another instance. */
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

/** A group with everybody in it whom a mutation could want. */
async function scene() {
  const [owner, admin, member, friend, outsider] = (await world.people(5)) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const threadId = await group(owner, { admins: [admin], members: [member, friend] });
  const archivedId = await group(owner, { admins: [admin], members: [member, friend] });
  await owner.must('archiveGroup', { threadId: archivedId });
  const [barred, alsoBarred] = (await world.people(2)) as [Person, Person];
  for (const { id: userId } of [barred, alsoBarred]) await owner.must('banParticipant', { threadId, userId });
  const message = await say(admin, threadId, 'First');
  const second = await say(admin, threadId, 'Second');
  for (const { id } of [message, second]) await member.must('addReaction', { messageId: id, emoji: '🎉' });
  const kept = await say(admin, threadId, 'Kept');
  const alsoKept = await say(admin, threadId, 'Kept too');
  for (const { id: messageId } of [kept, alsoKept]) {
    await member.must('saveMessage', { messageId });
    await admin.must('pinMessage', { messageId });
  }
  const { invite, token } = await owner.must('createInvite', { threadId });
  const file = await uploaded(admin);
  const otherInvite = await owner.must('createInvite', { threadId });
  const [session, otherSession] = await Promise.all(
    ['Mine', 'Too'].map((userAgent) =>
      createSession(world.prisma, owner.id, { userAgent, address: '' }).then(
        ({ viewer }) => viewer.sessionId,
      ),
    ),
  );
  return {
    session,
    otherSession,
    owner,
    admin,
    member,
    friend,
    outsider,
    threadId,
    archivedId,
    barred,
    alsoBarred,
    message,
    second,
    kept,
    alsoKept,
    invite,
    token,
    otherInvite,
    file,
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

interface Case {
  /** Who asks. */
  by: keyof Scene & ('owner' | 'admin' | 'member' | 'outsider');
  input(scene: Scene): Record<string, unknown>;
  /** What the same key is then tried with. */
  another(scene: Scene): Record<string, unknown>;
  /** A try that fails, and how, where it is not for want of what its ids name. */
  failing?: { input: Record<string, unknown>; as: string };
}

const cases: Record<string, Case> = {
  revokeSession: {
    by: 'owner',
    input: (s) => ({ sessionId: s.session }),
    another: (s) => ({ sessionId: s.otherSession }),
  },
  updatePrivacy: {
    by: 'member',
    input: () => ({ readReceipts: false }),
    another: () => ({ readReceipts: true }),
    failing: { input: { clientMutationId: '' }, as: 'InputError' },
  },
  startDirectThread: {
    by: 'admin',
    input: (s) => ({ userId: s.outsider.id }),
    another: (s) => ({ userId: s.member.id }),
  },
  createGroup: {
    by: 'outsider',
    input: (s) => ({ name: 'New', participantIds: [s.admin.id, s.member.id] }),
    another: (s) => ({ name: 'New', participantIds: [s.admin.id] }),
  },
  addParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.outsider.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.friend.id }),
  },
  removeParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.friend.id }),
  },
  leaveGroup: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId }),
    another: () => ({ threadId: newId('thr') }),
  },
  setParticipantRole: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id, role: 'ADMIN' }),
    another: (s) => ({ threadId: s.threadId, userId: s.member.id, role: 'OWNER' }),
  },
  updateGroupName: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, name: 'Other' }),
    another: (s) => ({ threadId: s.threadId, name: 'Another' }),
  },
  updateGroupSettings: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, topic: 'Topic' }),
    another: (s) => ({ threadId: s.threadId, topic: 'Another' }),
  },
  banParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.member.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.outsider.id }),
  },
  unbanParticipant: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, userId: s.barred.id }),
    another: (s) => ({ threadId: s.threadId, userId: s.alsoBarred.id }),
  },
  archiveGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId }),
    another: (s) => ({ threadId: s.archivedId }),
  },
  unarchiveGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.archivedId }),
    another: (s) => ({ threadId: s.threadId }),
  },
  deleteGroup: {
    by: 'owner',
    input: (s) => ({ threadId: s.threadId }),
    another: (s) => ({ threadId: s.archivedId }),
  },
  createInvite: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, maxUses: 2 }),
    another: (s) => ({ threadId: s.threadId, maxUses: 3 }),
  },
  revokeInvite: {
    by: 'admin',
    input: (s) => ({ inviteId: s.invite.id }),
    another: (s) => ({ inviteId: s.otherInvite.invite.id }),
  },
  acceptInvite: {
    by: 'outsider',
    input: (s) => ({ token: s.token }),
    another: (s) => ({ token: s.otherInvite.token }),
  },
  sendMessage: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, body: 'Hello', replyToId: s.message.id, attachmentIds: [s.file] }),
    another: (s) => ({ threadId: s.threadId, body: 'Hello' }),
  },
  editMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id, body: 'Edited' }),
    another: (s) => ({ messageId: s.message.id, body: 'Edited again' }),
  },
  deleteMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  addReaction: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, emoji: '👍' }),
    another: (s) => ({ messageId: s.message.id, emoji: '👎' }),
  },
  setRepliesFollowed: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, followed: true }),
    another: (s) => ({ messageId: s.second.id, followed: true }),
  },
  markRepliesRead: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id, seq: 2_000_000_000 }),
    another: (s) => ({ messageId: s.second.id, seq: 2_000_000_000 }),
  },
  removeReaction: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, emoji: '🎉' }),
    another: (s) => ({ messageId: s.second.id, emoji: '🎉' }),
  },
  saveMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  unsaveMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.kept.id }),
    another: (s) => ({ messageId: s.alsoKept.id }),
  },
  pinMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.message.id }),
    another: (s) => ({ messageId: s.second.id }),
  },
  unpinMessage: {
    by: 'admin',
    input: (s) => ({ messageId: s.kept.id }),
    another: (s) => ({ messageId: s.alsoKept.id }),
  },
  forwardMessage: {
    by: 'member',
    input: (s) => ({ messageId: s.message.id, threadIds: [s.threadId] }),
    another: (s) => ({ messageId: s.second.id, threadIds: [s.threadId] }),
  },
  markRead: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.message.seq - 1 }),
  },
  markDelivered: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.message.seq - 1 }),
  },
  updateThreadPreferences: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, pinned: true, mute: 'HOUR' }),
    another: (s) => ({ threadId: s.threadId, pinned: true }),
  },
  markUnread: {
    by: 'admin',
    input: (s) => ({ threadId: s.threadId, seq: s.message.seq }),
    another: (s) => ({ threadId: s.threadId, seq: s.second.seq }),
  },
  createUpload: {
    by: 'member',
    input: () => ({ name: 'notes.txt', contentType: 'text/plain', size: 5 }),
    another: () => ({ name: 'notes.txt', contentType: 'text/plain', size: 6 }),
    failing: { input: { name: '', contentType: 'text/plain', size: 5 }, as: 'InputError' },
  },
  updateProfile: {
    by: 'member',
    input: () => ({ displayName: 'Somebody' }),
    another: () => ({ displayName: 'Somebody else' }),
    failing: { input: { displayName: '' }, as: 'InputError' },
  },
  setPresence: {
    by: 'member',
    input: () => ({ away: true }),
    another: () => ({ away: false }),
    failing: { input: { clientMutationId: '' }, as: 'InputError' },
  },
  setTyping: {
    by: 'member',
    input: (s) => ({ threadId: s.threadId, typing: true }),
    another: (s) => ({ threadId: s.threadId, typing: false }),
  },
};

/** Of these the first result needs no keeping; see ER13. */
const repeatsByNature = [
  'signUp',
  'signIn',
  'signOut',
  'changePassword',
  'revokeOtherSessions',
  'deleteAccount',
];

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const named = Object.entries(cases).map(([mutation, its]) => ({ mutation, ...its }));

let s: Scene;
beforeEach(async () => {
  s = await scene();
  world.typed.length = 0;
  other.typed.length = 0;
});

/** All that a mutation could have written or told. */
const effects = async () => `${await footprint(world)} ${world.typed.length + other.typed.length}`;

/** Somebody who asks ten times at once, of one instance and of the other. */
const tenTimes = <T>(person: Person, ask: (person: Person, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 10 }, (_, index) => ask(index % 2 ? other.as(person) : person, index)));

const day = 24 * 60 * 60 * 1000;

/** What was done so far was done that long ago, and the log has forgotten what it forgets by then. */
async function daysLater(days: number): Promise<void> {
  await world.prisma
    .$executeRaw`update "MutationResult" set "createdAt" = "createdAt" - make_interval(days => ${days})`;
  await world.prisma.$executeRaw`update "Event" set at = at - make_interval(days => ${days})`;
  await settled(world);
  expect(await prune(world.prisma, new Date(Date.now() - 30 * day))).toBeGreaterThan(0);
}

it('[ER6] every mutation is covered here', () => {
  expect([...Object.keys(cases), ...repeatsByNature].toSorted()).toEqual(
    mutations.map((field) => field.name).toSorted(),
  );
});

describe.each(named)('a key of $mutation', ({ mutation, by, input, another, failing }) => {
  it('[ER6] gives the first result again, and does nothing', async () => {
    const asked = { ...input(s), clientMutationId: 'key' };
    const before = await effects();
    const first = await s[by].must(mutation, asked);
    const after = await effects();
    expect(after).not.toBe(before);
    for (let round = 0; round < 3; round += 1) expect(await s[by].must(mutation, asked)).toEqual(first);
    expect(await effects()).toBe(after);
  });

  it('[ER6] gives it on another instance where one was killed behind its commit, and does nothing', async () => {
    const asked = { ...input(s), clientMutationId: 'key' };
    const before = await effects();
    const announce = () => {
      throw new Error('Killed.');
    };
    const dying = { ...(await s[by].context()), announce };
    await expect(s[by].query(mutationOf(mutation), { input: asked }, dying)).rejects.toThrow('Killed.');
    const done = await effects();
    expect(done).not.toBe(before);
    const first = await other.as(s[by]).must(mutation, asked);
    expect(await s[by].must(mutation, asked)).toEqual(first);
    expect(await effects()).toBe(done);
  });

  it('[ER6] gives it 40 days later, and does nothing', async () => {
    const asked = { ...input(s), clientMutationId: 'key' };
    const first = await s[by].must(mutation, asked);
    await daysLater(40);
    const before = await effects();
    expect(await other.as(s[by]).must(mutation, asked)).toEqual(first);
    expect(await effects()).toBe(before);
    const outcome = await s[by].does(mutation, { ...another(s), clientMutationId: 'key' });
    expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    expect(await effects()).toBe(before);
  });

  it('[ER6] does it once when ten come at once to two instances', async () => {
    const asked = { ...input(s), clientMutationId: 'key' };
    const outcomes = await tenTimes(s[by], (person) => person.must(mutation, asked));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    const written = await world.prisma.mutationResult.findMany({ where: { accountId: s[by].id } });
    expect(written.map((row) => [row.key, row.mutation])).toEqual([['key', mutation]]);
    const done = await effects();
    await s[by].must(mutation, asked);
    expect(await effects()).toBe(done);
    // As much as one who asks once.
    const events = (threads: string[]) => world.prisma.event.count({ where: { threadId: { in: threads } } });
    const mine = [s.threadId, ...(outcomes[0]!.thread ? [outcomes[0]!.thread.id] : [])];
    const twin = await scene();
    const single = await twin[by].must(mutation, input(twin));
    expect(await events(mine)).toBe(
      await events([twin.threadId, ...(single.thread ? [single.thread.id] : [])]),
    );
  });

  it('[ER7] is a conflict with another input, and nothing is written', async () => {
    await s[by].must(mutation, { ...input(s), clientMutationId: 'key' });
    const before = await effects();
    const outcome = await s[by].does(mutation, { ...another(s), clientMutationId: 'key' });
    expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    expect(await effects()).toBe(before);
  });

  it('[ER7] is good for one of two inputs that come at once to two instances', async () => {
    const inputs = [input(s), another(s)];
    const outcomes = await tenTimes(s[by], (person, index) =>
      person.does(mutation, { ...inputs[index % 5 < 2 ? 0 : 1], clientMutationId: 'key' }),
    );
    const [first, ...more] = outcomes.filter(({ __typename }) => __typename.endsWith('Payload'));
    for (const outcome of more) expect(outcome).toEqual(first);
    // A try that fails keeps no key, and leaves the other input to win.
    const refused = outcomes.filter(({ code }) => code).map(({ code }) => code);
    expect(refused).toEqual(
      refused.map(() =>
        mutation === 'leaveGroup' ? expect.stringMatching(/CONFLICT|NOT_FOUND/) : 'CONFLICT',
      ),
    );
    expect([4, 6]).toContain(refused.length);
    expect(await world.prisma.mutationResult.count({ where: { accountId: s[by].id } })).toBe(1);
  });

  it('[ER7] is a conflict for another mutation', async () => {
    const rival = mutation === 'startDirectThread' ? 'markDelivered' : 'startDirectThread';
    const rivals = {
      startDirectThread: { userId: s.friend.id },
      markDelivered: { threadId: s.threadId, seq: 0 },
    };
    await s[by].must(rival, { ...rivals[rival], clientMutationId: 'key' });
    const before = await effects();
    const outcome = await s[by].does(mutation, { ...input(s), clientMutationId: 'key' });
    expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    expect(await effects()).toBe(before);
  });

  it('[ER8] is another one from another account', async () => {
    const twin = await scene();
    await twin[by].must(mutation, { ...input(twin), clientMutationId: 'key' });
    const before = await effects();
    await s[by].must(mutation, { ...input(s), clientMutationId: 'key' });
    expect(await effects()).not.toBe(before);
  });

  it('[ER9] is not kept by a try that failed', async () => {
    const asked = { ...input(s), clientMutationId: 'key' };
    // Nobody's ids, in the place of those that there are.
    const missing = Object.fromEntries(
      Object.entries(asked).map(([name, value]) => {
        if (name === 'clientMutationId') return [name, value];
        if (name === 'token') return [name, 'wrong'];
        const [id = ''] = [value].flat();
        const prefix = /^(usr|thr|msg|inv|ses|att)_/.exec(id)?.[1] as IdPrefix | undefined;
        if (Array.isArray(value)) return [name, prefix ? [newId(prefix)] : value];
        return [name, prefix ? newId(prefix) : value];
      }),
    );
    const before = await effects();
    const failed = await s[by].does(mutation, { ...missing, ...failing?.input });
    expect(failed.__typename).toBe(failing?.as ?? 'NotFoundError');
    expect(await effects()).toBe(before);
    await s[by].must(mutation, asked);
    expect(await effects()).not.toBe(before);
  });

  it('[ER11] has 1 to 200 characters', async () => {
    const before = await effects();
    for (const clientMutationId of ['', '  ', 'k'.repeat(201), 'a\0b', '\ud800']) {
      const outcome = await s[by].does(mutation, { ...input(s), clientMutationId });
      expect([outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
        'InputError',
        ['clientMutationId'],
      ]);
    }
    expect(await effects()).toBe(before);
    await s[by].must(mutation, { ...input(s), clientMutationId: '🔑'.repeat(200) });
  });
});

describe('a first result', () => {
  /** Those that one who has left may repeat, and why. */
  const open = new Set([
    'startDirectThread' /* nobody leaves one */,
    'leaveGroup' /* it is what they did */,
    'deleteGroup' /* so is this */,
    'updateProfile' /* it is about no thread */,
    'createUpload' /* neither is it */,
    'revokeSession' /* nor is this */,
    'updatePrivacy' /* nor this */,
    'setPresence' /* nor this */,
  ]);

  it.each(named.filter(({ mutation }) => !open.has(mutation)))(
    '[ER10] of $mutation is not told again to who has left',
    async ({ mutation, by, input }) => {
      const asked = { ...input(s), clientMutationId: 'key' };
      const first = await s[by].must(mutation, asked);
      await s[by].must('leaveGroup', { threadId: first.thread?.id ?? s.threadId });
      const before = await effects();
      const { __typename, code, reason } = await s[by].does(mutation, asked);
      expect({ __typename, code }).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
      expect(reason).toMatch(/^No such (thread|message)\.$/);
      expect(await effects()).toBe(before);
    },
  );

  it.each(['addParticipant', 'setParticipantRole'])(
    '[ER10] of %s is not told again once the other has left',
    async (mutation) => {
      const { by, input } = cases[mutation]!;
      const asked = { ...input(s), clientMutationId: 'key' };
      await s[by].must(mutation, asked);
      const { userId } = asked as unknown as { userId: string };
      await s.owner.must('removeParticipant', { threadId: s.threadId, userId });
      expect((await s[by].does(mutation, asked)).__typename).toBe('NotFoundError');
    },
  );

  it('[TH8] of leaveGroup shows nothing of what came after, however often it is told', async () => {
    const asked = { threadId: s.threadId, clientMutationId: 'key' };
    const first = await s.member.must('leaveGroup', asked);
    expect(first.thread).toMatchObject({
      id: s.threadId,
      name: 'Group',
      participantCount: 0,
      unreadCount: 0,
      readSeq: 0,
      deliveredSeq: 0,
    });
    await s.owner.must('updateGroupName', { threadId: s.threadId, name: 'A secret' });
    await s.owner.must('addParticipant', { threadId: s.threadId, userId: s.outsider.id });
    await say(s.owner, s.threadId, 'Now that they are gone');
    expect(await s.member.must('leaveGroup', asked)).toEqual(first);
    const thread =
      'thread { name lastActivityAt createdAt participantCount participants { edges { cursor } } messages { edges { cursor } } lastMessage { id } viewerParticipant { id } peer { id } }';
    const told = await s.member.query<{ leaveGroup: { thread: Record<string, unknown> } }>(
      `mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { ... on LeaveGroupPayload { ${thread} } } }`,
      { input: asked },
    );
    expect(told.leaveGroup.thread).toEqual({
      name: 'Group',
      lastActivityAt: told.leaveGroup.thread['createdAt'],
      createdAt: expect.any(String) as string,
      participantCount: 0,
      participants: { edges: [] },
      messages: { edges: [] },
      lastMessage: null,
      viewerParticipant: null,
      peer: null,
    });
  });
});

describe('signing up, in and out', () => {
  const password = 'correct horse battery';
  let handle = '';
  beforeEach(() => {
    handle = newId('usr').slice(-12);
  });

  it('[ER13] the same sign-up enters the account that the first one made', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const browser = world.browser();
    const first = await browser.must('signUp', asked);
    const secret = browser.secret;
    expect(await browser.must('signUp', asked)).toEqual(first);
    expect(browser.secret).not.toBe(secret);
    // From another machine too: the answer to the first may have been lost.
    expect(await world.browser().must('signUp', asked)).toEqual(first);
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] ten of them at once to two instances make one account', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? other : world).browser().must('signUp', asked)),
    );
    expect(new Set(outcomes.map((outcome) => outcome.viewer.id)).size).toBe(1);
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] one that was killed behind its commit is entered by the next, also 40 days later', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const browser = world.browser();
    const set = async () => {
      throw new Error('Killed.');
    };
    const dying = { ...(await browser.context()), cookie: { set, clear: () => {} } };
    await expect(browser.query(mutationOf('signUp'), { input: asked }, dying)).rejects.toThrow('Killed.');
    const { id } = await world.prisma.user.findUniqueOrThrow({ where: { handle } });
    expect((await other.browser().must('signUp', asked)).viewer.id).toBe(id);
    await daysLater(40);
    const late = other.browser();
    expect((await late.must('signUp', asked)).viewer.id).toBe(id);
    expect(late.secret).not.toBeNull();
    expect((await other.browser().does('signUp', { ...asked, displayName: 'Y' })).code).toBe('CONFLICT');
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] ten who sign in or out at once on two instances do what they say', async () => {
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const browsers = Array.from({ length: 10 }, (_, index) => (index % 2 ? other : world).browser());
    const asked = { handle, password, clientMutationId: 'key' };
    const entered = await Promise.all(browsers.map((browser) => browser.must('signIn', asked)));
    expect(new Set(entered.map((outcome) => outcome.viewer.id)).size).toBe(1);
    expect(new Set(browsers.map((browser) => browser.secret)).size).toBe(10);
    const { id } = entered[0]!.viewer;
    const live = () => world.prisma.session.count({ where: { userId: id, revokedAt: null } });
    expect(await live()).toBe(11);
    await Promise.all(browsers.map((browser) => browser.must('signOut', { clientMutationId: 'key' })));
    expect(await live()).toBe(1);
  });

  it.each([
    ['another name', { displayName: 'Y' }],
    ['another password', { password: 'another horse battery' }],
    ['another key', { clientMutationId: 'other' }],
    ['no key', { clientMutationId: null }],
  ])('[ER13] with %s it is a conflict', async (_what, different) => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    await world.browser().must('signUp', asked);
    const before = await effects();
    const browser = world.browser();
    expect((await browser.does('signUp', { ...asked, ...different })).__typename).toBe('ConflictError');
    expect(browser.secret).toBeNull();
    expect(await effects()).toBe(before);
  });

  it('[ER13] signing in and out with the same key do what they say', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const first = await browser.must('signIn', { handle, password, clientMutationId: 'key' });
    expect(await browser.must('signIn', { handle, password, clientMutationId: 'key' })).toEqual(first);
    expect(await world.browser().must('signIn', { handle, password, clientMutationId: 'key' })).toEqual(
      first,
    );
    for (let round = 0; round < 2; round += 1) {
      expect(await browser.must('signOut', { clientMutationId: 'key' })).toEqual({
        __typename: 'SignOutPayload',
        ok: true,
      });
      expect(browser.secret).toBeNull();
    }
  });

  it('[ER11] their keys keep the same rules', async () => {
    const browser = world.browser();
    const inputs = {
      signUp: { handle, displayName: 'X', password },
      signIn: { handle, password },
      signOut: {},
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      const outcome: Outcome = await browser.does(mutation, { ...input, clientMutationId: ' ' });
      expect(outcome.fields.map((field) => field.path)).toEqual(['clientMutationId']);
    }
  });
});

it('[ER12] every mutation takes an input with a key', () => {
  expect(mutations.length).toBeGreaterThan(14);
  for (const { name, args } of mutations) {
    expect([name, args.map((arg) => arg.name)]).toEqual([name, ['input']]);
    const input = getNamedType(args[0]!.type);
    const key = isInputObjectType(input) ? input.getFields()['clientMutationId'] : undefined;
    expect([name, String(key?.type)]).toEqual([name, 'String']);
  }
});

it('[ER8] a direct thread that two start with the same key is theirs', async () => {
  const asked = { clientMutationId: 'key' };
  const one = await s.owner.must('startDirectThread', { ...asked, userId: s.outsider.id });
  const other = await s.outsider.must('startDirectThread', { ...asked, userId: s.owner.id });
  expect(other.thread.id).toBe(one.thread.id);
  expect(await direct(s.owner, s.outsider)).toBe(one.thread.id);
});

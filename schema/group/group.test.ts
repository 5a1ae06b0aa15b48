import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import type { Outcome } from '../testing/mutations.ts';
import { groupLimit } from './rules.ts';
import { footprint } from '../testing/rows.ts';
import { direct, group, say } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

type Cast = 'owner' | 'admin' | 'member' | 'otherAdmin' | 'otherMember' | 'former' | 'stranger';
type Scene = Record<Cast, Person> & { threadId: string; theirs: string; inviteId: string };

async function scene(): Promise<Scene> {
  const [owner, admin, member, otherAdmin, otherMember, former, stranger] = (await world.people(7)) as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  const threadId = await group(owner, {
    admins: [admin, otherAdmin],
    members: [member, otherMember, former],
  });
  await former.must('leaveGroup', { threadId });
  const theirs = (await say(otherMember, threadId, 'Mine')).id;
  const inviteId = (await owner.must('createInvite', { threadId })).invite.id;
  return { owner, admin, member, otherAdmin, otherMember, former, stranger, threadId, theirs, inviteId };
}

/** Role by person, as the database has it. */
async function roles({ prisma } = world, threadId: string): Promise<Record<string, string>> {
  const rows = await prisma.participant.findMany({ where: { threadId } });
  return Object.fromEntries(rows.map((row) => [row.userId, row.role]));
}

const linesOf = async (threadId: string) =>
  (await world.prisma.message.findMany({ where: { threadId, authorId: null }, orderBy: { seq: 'asc' } })).map(
    (row) => row.body,
  );

describe('who may do what', () => {
  const actors = ['owner', 'admin', 'member', 'former', 'stranger'] as const;
  const yes = 'Payload';
  const no = 'ForbiddenError';
  const gone = 'NotFoundError';

  type Act = [
    what: string,
    mutation: string,
    input: (s: Scene) => Record<string, unknown>,
    outcomes: Record<(typeof actors)[number], string>,
  ];
  const outside = { former: gone, stranger: gone };
  const acts: Act[] = [
    [
      'writes',
      'sendMessage',
      (s) => ({ threadId: s.threadId, body: 'Hi' }),
      { owner: yes, admin: yes, member: yes, ...outside },
    ],
    [
      'renames',
      'updateGroupName',
      (s) => ({ threadId: s.threadId, name: 'New' }),
      { owner: yes, admin: yes, member: no, ...outside },
    ],
    [
      'adds',
      'addParticipant',
      (s) => ({ threadId: s.threadId, userId: s.stranger.id }),
      { owner: yes, admin: yes, member: no, ...outside },
    ],
    [
      'removes a member',
      'removeParticipant',
      (s) => ({ threadId: s.threadId, userId: s.otherMember.id }),
      { owner: yes, admin: yes, member: no, ...outside },
    ],
    [
      'removes an admin',
      'removeParticipant',
      (s) => ({ threadId: s.threadId, userId: s.otherAdmin.id }),
      { owner: yes, admin: no, member: no, ...outside },
    ],
    [
      'removes the owner',
      'removeParticipant',
      (s) => ({ threadId: s.threadId, userId: s.owner.id }),
      { owner: 'InputError', admin: no, member: no, ...outside },
    ],
    [
      'makes an invite link',
      'createInvite',
      (s) => ({ threadId: s.threadId }),
      { owner: yes, admin: yes, member: no, ...outside },
    ],
    [
      'revokes an invite link',
      'revokeInvite',
      (s) => ({ inviteId: s.inviteId }),
      { owner: yes, admin: yes, member: gone, ...outside },
    ],
    [
      'makes a member an admin',
      'setParticipantRole',
      (s) => ({ threadId: s.threadId, userId: s.otherMember.id, role: 'ADMIN' }),
      { owner: yes, admin: no, member: no, ...outside },
    ],
    [
      'makes an admin a member',
      'setParticipantRole',
      (s) => ({ threadId: s.threadId, userId: s.otherAdmin.id, role: 'MEMBER' }),
      { owner: yes, admin: no, member: no, ...outside },
    ],
    [
      'hands the group over',
      'setParticipantRole',
      (s) => ({ threadId: s.threadId, userId: s.otherMember.id, role: 'OWNER' }),
      { owner: yes, admin: no, member: no, ...outside },
    ],
    [
      'makes the owner a member',
      'setParticipantRole',
      (s) => ({ threadId: s.threadId, userId: s.owner.id, role: 'MEMBER' }),
      { owner: 'ConflictError', admin: no, member: no, ...outside },
    ],
    [
      'edits another’s message',
      'editMessage',
      (s) => ({ messageId: s.theirs, body: 'Not mine' }),
      { owner: no, admin: no, member: no, ...outside },
    ],
    [
      'deletes another’s message',
      'deleteMessage',
      (s) => ({ messageId: s.theirs }),
      { owner: yes, admin: yes, member: no, ...outside },
    ],
    [
      'marks as read',
      'markRead',
      (s) => ({ threadId: s.threadId, seq: 1000 }),
      { owner: yes, admin: yes, member: yes, ...outside },
    ],
    [
      'types',
      'setTyping',
      (s) => ({ threadId: s.threadId, typing: true }),
      { owner: yes, admin: yes, member: yes, ...outside },
    ],
    [
      'leaves',
      'leaveGroup',
      (s) => ({ threadId: s.threadId }),
      { owner: yes, admin: yes, member: yes, ...outside },
    ],
  ];
  const cells = acts.flatMap(([what, mutation, input, outcomes]) =>
    actors.map((actor) => ({ actor, what, mutation, input, outcome: outcomes[actor] })),
  );

  let unchanged: Scene;
  beforeAll(async () => {
    unchanged = await scene();
  });

  it.each(cells.filter((cell) => cell.outcome !== yes))(
    '[GR3] $actor $what: $outcome',
    async ({ actor, mutation, input, outcome }) => {
      const before = await footprint(world);
      const { __typename } = await unchanged[actor].does(mutation, input(unchanged));
      expect(__typename).toBe(outcome);
      expect(await footprint(world)).toBe(before);
    },
  );

  it.each(cells.filter((cell) => cell.outcome === yes))(
    '[GR3] $actor $what',
    async ({ actor, mutation, input }) => {
      const s = await scene();
      expect((await s[actor].does(mutation, input(s))).__typename).toMatch(/Payload$/);
    },
  );

  it('[GR4] a group that one is not in is answered like one that does not exist', async () => {
    for (const [what, mutation, input] of acts.filter(([, , , outcomes]) => outcomes.stranger === gone)) {
      const real = await unchanged.stranger.does(mutation, input(unchanged));
      const nothing = { ...unchanged, threadId: newId('thr'), theirs: newId('msg'), inviteId: newId('inv') };
      const none = await unchanged.stranger.does(mutation, input(nothing));
      expect([what, real]).toEqual([what, none]);
      expect(await unchanged.former.does(mutation, input(unchanged))).toEqual(none);
    }
  });
});

describe('making a group', () => {
  it('[GR1] makes whoever does it the owner and the others members', async () => {
    const [owner, one, other] = (await world.people(3)) as [Person, Person, Person];
    const { thread } = await owner.must('createGroup', {
      name: ' Пикник 🧺 ',
      participantIds: [one.id, other.id],
    });
    expect(thread).toMatchObject({ kind: 'GROUP', name: 'Пикник 🧺', participantCount: 3 });
    expect(await roles(world, thread.id)).toEqual({
      [owner.id]: 'OWNER',
      [one.id]: 'MEMBER',
      [other.id]: 'MEMBER',
    });
  });

  it('[GR1] is not changed by naming oneself, or somebody twice', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const { thread } = await owner.must('createGroup', {
      name: 'Two',
      participantIds: [one.id, owner.id, one.id],
    });
    expect(await roles(world, thread.id)).toEqual({ [owner.id]: 'OWNER', [one.id]: 'MEMBER' });
  });

  it('[GR1] takes 50 people', async () => {
    const [owner, ...people] = (await world.people(51)) as [Person, ...Person[]];
    const { thread } = await owner.must('createGroup', {
      name: 'n'.repeat(100),
      participantIds: people.map((person) => person.id),
    });
    expect(thread.participantCount).toBe(51);
  });

  it('[GR2] with somebody who does not exist makes none', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const before = await footprint(world);
    const outcome = await owner.does('createGroup', {
      name: 'Ghosts',
      participantIds: [one.id, newId('usr')],
    });
    expect(outcome).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect(await footprint(world)).toBe(before);
  });

  it('[GR13] with a wrong name or wrong ids says where', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const before = await footprint(world);
    const paths = async (input: Record<string, unknown>) =>
      (await owner.does('createGroup', { name: 'Good', participantIds: [one.id], ...input })).fields?.map(
        (field) => field.path,
      );
    for (const name of ['', ' \n ', 'n'.repeat(101), '😀'.repeat(101), 'two\nlines', 'nul\0', '\udfff']) {
      expect(new Set(await paths({ name }))).toEqual(new Set(['name']));
    }
    expect(await paths({ participantIds: [] })).toEqual(['participantIds']);
    expect(await paths({ participantIds: Array.from({ length: 51 }, () => newId('usr')) })).toEqual([
      'participantIds',
    ]);
    expect(
      await paths({ participantIds: [one.id, newId('thr'), 'x', one.id, one.id.toUpperCase()] }),
    ).toEqual(['participantIds.1', 'participantIds.2', 'participantIds.4']);
    expect(await footprint(world)).toBe(before);
  });

  it('[GR13] so does renaming one', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const threadId = await group(owner, { members: [one] });
    for (const name of ['', 'n'.repeat(101), 'a\u2028b\u0007']) {
      const outcome = await owner.does('updateGroupName', { threadId, name });
      expect(outcome.fields?.map((field) => field.path)).toEqual(['name']);
    }
    expect((await owner.must('updateGroupName', { threadId, name: '😀'.repeat(100) })).thread.name).toBe(
      '😀'.repeat(100),
    );
  });
});

describe('coming and going', () => {
  it('[GR5] somebody who is in it cannot be added', async () => {
    const s = await scene();
    const before = await footprint(world);
    for (const userId of [s.member.id, s.owner.id, s.admin.id]) {
      expect((await s.admin.does('addParticipant', { threadId: s.threadId, userId })).__typename).toBe(
        'ConflictError',
      );
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[GR5] ten who add the same person at once add them once', async () => {
    const s = await scene();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        s.owner.does('addParticipant', { threadId: s.threadId, userId: s.stranger.id }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.__typename).toSorted()).toEqual([
      'AddParticipantPayload',
      ...Array.from({ length: 9 }, () => 'ConflictError'),
    ]);
  });

  it('[GR5] who does not exist or is not in it cannot be added, removed, or given a role', async () => {
    const s = await scene();
    const before = await footprint(world);
    const { threadId } = s;
    const tries: [string, Record<string, unknown>][] = [
      ['addParticipant', { userId: newId('usr') }],
      ['removeParticipant', { userId: newId('usr') }],
      ['removeParticipant', { userId: s.stranger.id }],
      ['removeParticipant', { userId: s.former.id }],
      ['setParticipantRole', { userId: s.stranger.id, role: 'ADMIN' }],
      ['setParticipantRole', { userId: newId('usr'), role: 'ADMIN' }],
    ];
    for (const [mutation, input] of tries) {
      expect((await s.owner.does(mutation, { threadId, ...input })).__typename).toBe('NotFoundError');
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[GR6] [IN20] a group has at most 10,000 people, also by a link, which is no wrong guess by that', async () => {
    const s = await scene();
    const { threadId } = s;
    const { token } = await s.owner.must('createInvite', { threadId, maxUses: 1 });
    const there = await world.prisma.participant.count({ where: { threadId } });
    await world.prisma.$executeRaw`
      insert into "User" (id, handle, "displayName", "passwordHash")
      select 'usr_crowd' || n, 'crowd' || n, 'Crowd', '' from generate_series(1, ${groupLimit - there}) n`;
    const fill = (from: number, to: number) => world.prisma.$executeRaw`
      insert into "Participant" (id, "threadId", "userId")
      select 'par_crowd' || n, ${threadId}, 'usr_crowd' || n from generate_series(${from}::int, ${to}::int) n`;
    await fill(1, groupLimit - there - 1);
    expect(groupLimit).toBe(10_000);
    await s.owner.must('addParticipant', { threadId, userId: s.stranger.id });
    const before = await footprint(world);
    const outcome = await s.admin.does('addParticipant', { threadId, userId: s.former.id });
    expect(outcome).toMatchObject({ __typename: 'LimitError', code: 'LIMIT_REACHED' });
    world.tries.spent.length = 0;
    world.tries.refunded.length = 0;
    expect(await s.former.does('acceptInvite', { token })).toEqual(outcome);
    expect(world.tries.spent).toEqual([`invite ${s.former.id}`]);
    expect(world.tries.refunded).toEqual(world.tries.spent);
    expect(await footprint(world)).toBe(before);
    // One goes, one comes.
    await s.member.must('leaveGroup', { threadId });
    await s.former.must('acceptInvite', { token });
    // And so it is for who is added.
    await s.former.must('leaveGroup', { threadId });
    await s.admin.must('addParticipant', { threadId, userId: s.former.id });
  });

  it('[GR7] oneself is not removed but leaves', async () => {
    const s = await scene();
    for (const actor of ['owner', 'admin', 'member'] as const) {
      const outcome = await s[actor].does('removeParticipant', { threadId: s.threadId, userId: s[actor].id });
      expect(outcome.__typename).toBe('InputError');
      expect(outcome.fields).toEqual([
        { path: 'userId', reason: expect.stringContaining('leaveGroup') as string },
      ]);
    }
  });

  it('[GR10] a newcomer has nothing unread, and reads what was said before', async () => {
    const s = await scene();
    const { threadId } = s;
    await say(s.admin, threadId, 'Before you came');
    const { participant, thread } = await s.admin.must('addParticipant', { threadId, userId: s.stranger.id });
    expect(participant).toMatchObject({ role: 'MEMBER', user: { id: s.stranger.id } });
    const seen = await s.stranger.query<{
      thread: {
        unreadCount: number;
        viewerParticipant: { lastReadSeq: number; lastDeliveredSeq: number };
        lastMessage: { seq: number };
        messages: { edges: { node: { body: string } }[] };
      };
    }>(
      'query ($id: ID!) { thread(id: $id) { unreadCount viewerParticipant { lastReadSeq lastDeliveredSeq } lastMessage { seq } messages { edges { node { body } } } } }',
      { id: threadId },
    );
    const { seq } = seen.thread.lastMessage;
    expect(seen.thread).toMatchObject({
      unreadCount: 0,
      viewerParticipant: { lastReadSeq: seq, lastDeliveredSeq: seq },
    });
    expect(seen.thread.messages.edges.map((edge) => edge.node.body)).toContain('Before you came');
    expect(thread.unreadCount).toBe(0);
    await say(s.admin, threadId, 'After');
    const later = await s.stranger.query<{ thread: { unreadCount: number } }>(
      'query ($id: ID!) { thread(id: $id) { unreadCount } }',
      { id: threadId },
    );
    expect(later.thread.unreadCount).toBe(1);
  });

  it('[GR10] nor have the people of a new group', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const threadId = await group(owner, { members: [one] });
    for (const person of [owner, one]) {
      const { thread } = await person.query<{
        thread: { unreadCount: number; lastMessage: { seq: number } };
      }>('query ($id: ID!) { thread(id: $id) { unreadCount lastMessage { seq } } }', { id: threadId });
      expect(thread).toEqual({ unreadCount: 0, lastMessage: { seq: 1 } });
    }
  });

  it('[GR10] who comes back is a newcomer, and a new participant', async () => {
    const s = await scene();
    const { threadId } = s;
    const own = async () =>
      world.prisma.participant.findUniqueOrThrow({
        where: { threadId_userId: { threadId, userId: s.otherAdmin.id } },
      });
    const before = await own();
    await s.otherAdmin.must('leaveGroup', { threadId });
    await say(s.owner, threadId, 'While they were away');
    await s.owner.must('addParticipant', { threadId, userId: s.otherAdmin.id });
    const after = await own();
    expect(after.id).not.toBe(before.id);
    expect(after.role).toBe('MEMBER');
    const { lastSeq } = await world.prisma.thread.findUniqueOrThrow({ where: { id: threadId } });
    expect([after.lastReadSeq, after.lastDeliveredSeq]).toEqual([lastSeq, lastSeq]);
  });
});

describe('the owner', () => {
  it('[GR8] who leaves is followed by the admin who has been there longest', async () => {
    const [owner, first, second, third] = (await world.people(4)) as [Person, Person, Person, Person];
    // The second is an admin sooner, the first is in it longer.
    const threadId = await group(owner, { members: [third] });
    await owner.must('addParticipant', { threadId, userId: first.id });
    await owner.must('addParticipant', { threadId, userId: second.id });
    await owner.must('setParticipantRole', { threadId, userId: second.id, role: 'ADMIN' });
    await owner.must('setParticipantRole', { threadId, userId: first.id, role: 'ADMIN' });
    await owner.must('leaveGroup', { threadId });
    expect(await roles(world, threadId)).toEqual({
      [first.id]: 'OWNER',
      [second.id]: 'ADMIN',
      [third.id]: 'MEMBER',
    });
    expect((await linesOf(threadId)).slice(-2)).toEqual([
      `${owner.displayName} left`,
      `${first.displayName} is the owner now`,
    ]);
  });

  it('[GR8] without admins by the member who has been there longest', async () => {
    const [owner, first, second] = (await world.people(3)) as [Person, Person, Person];
    const threadId = await group(owner, { members: [second] });
    await owner.must('addParticipant', { threadId, userId: first.id });
    await owner.must('leaveGroup', { threadId });
    expect(await roles(world, threadId)).toEqual({ [second.id]: 'OWNER', [first.id]: 'MEMBER' });
  });

  it('[GR8] who leaves last leaves it empty', async () => {
    const [owner, one] = (await world.people(2)) as [Person, Person];
    const threadId = await group(owner, { members: [one] });
    await one.must('leaveGroup', { threadId });
    await owner.must('leaveGroup', { threadId });
    expect(await roles(world, threadId)).toEqual({});
  });

  it('[GR9] hands the group over and is an admin then', async () => {
    const s = await scene();
    const { participant } = await s.owner.must('setParticipantRole', {
      threadId: s.threadId,
      userId: s.member.id,
      role: 'OWNER',
    });
    expect(participant).toMatchObject({ role: 'OWNER', user: { id: s.member.id } });
    expect(await roles(world, s.threadId)).toMatchObject({ [s.owner.id]: 'ADMIN', [s.member.id]: 'OWNER' });
    expect(
      (await s.owner.does('setParticipantRole', { threadId: s.threadId, userId: s.admin.id, role: 'MEMBER' }))
        .__typename,
    ).toBe('ForbiddenError');
    await s.member.must('setParticipantRole', { threadId: s.threadId, userId: s.owner.id, role: 'MEMBER' });
  });

  it('[GR9] cannot step down otherwise', async () => {
    const s = await scene();
    const before = await footprint(world);
    for (const role of ['ADMIN', 'MEMBER']) {
      const outcome: Outcome = await s.owner.does('setParticipantRole', {
        threadId: s.threadId,
        userId: s.owner.id,
        role,
      });
      expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[GR9] there is one, however many are made and leave at once', async () => {
    const [owner, ...people] = (await world.people(8)) as [Person, ...Person[]];
    const threadId = await group(owner, { members: people });
    await Promise.all([
      ...people.map((person) =>
        owner.does('setParticipantRole', { threadId, userId: person.id, role: 'OWNER' }),
      ),
      ...people.slice(0, 4).map((person) => person.does('leaveGroup', { threadId })),
      owner.does('leaveGroup', { threadId }),
    ]);
    expect(Object.values(await roles(world, threadId)).filter((role) => role === 'OWNER')).toHaveLength(1);
  });
});

describe('what is done to a group', () => {
  it('[GR11] stands in it as messages without author', async () => {
    const [ann, bob, cat] = await Promise.all(
      ['Ann', 'Bob', 'Cat'].map((displayName) => world.person({ displayName })),
    );
    const threadId = await group(ann!, { members: [bob!], name: 'Trip' });
    await ann!.must('addParticipant', { threadId, userId: cat!.id });
    await ann!.must('updateGroupName', { threadId, name: 'Journey' });
    await ann!.must('setParticipantRole', { threadId, userId: bob!.id, role: 'ADMIN' });
    await ann!.must('setParticipantRole', { threadId, userId: bob!.id, role: 'MEMBER' });
    await ann!.must('setParticipantRole', { threadId, userId: bob!.id, role: 'OWNER' });
    await bob!.must('removeParticipant', { threadId, userId: cat!.id });
    await ann!.must('leaveGroup', { threadId });
    expect(await linesOf(threadId)).toEqual([
      'Ann created the group “Trip”',
      'Ann added Cat',
      'Ann renamed the group to “Journey”',
      'Ann made Bob an admin',
      'Ann made Bob a member',
      'Bob is the owner now',
      'Bob removed Cat',
      'Ann left',
    ]);
    const rows = await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const events = await world.prisma.event.findMany({
      where: { threadId },
      orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
    });
    const line = 'MESSAGE_ADDED OWN_RECEIPT_MOVED';
    expect(events.map((event) => event.kind).join(' ')).toBe(
      [
        `THREAD_ADDED THREAD_ADDED GROUP_CREATED ${line}`,
        `THREAD_ADDED PARTICIPANT_ADDED ${line}`,
        `GROUP_RENAMED ${line}`,
        `ROLE_CHANGED ${line}`,
        `ROLE_CHANGED ${line}`,
        `ROLE_CHANGED ROLE_CHANGED ${line}`,
        `THREAD_LEFT PARTICIPANT_REMOVED ${line}`,
        'THREAD_LEFT PARTICIPANT_LEFT MESSAGE_ADDED',
      ].join(' '),
    );
  });

  it('[GR12] is nothing where the name or the role is there already', async () => {
    const s = await scene();
    const { threadId } = s;
    const before = await footprint(world);
    await s.owner.must('updateGroupName', { threadId, name: ' Group ' });
    await s.owner.must('setParticipantRole', { threadId, userId: s.admin.id, role: 'ADMIN' });
    await s.owner.must('setParticipantRole', { threadId, userId: s.member.id, role: 'MEMBER' });
    await s.owner.must('setParticipantRole', { threadId, userId: s.owner.id, role: 'OWNER' });
    expect(await footprint(world)).toBe(before);
  });
});

it('[TH3] none of it is done to a direct thread', async () => {
  const [one, other, third] = (await world.people(3)) as [Person, Person, Person];
  const threadId = await direct(one, other);
  expect(await roles(world, threadId)).toEqual({ [one.id]: 'MEMBER', [other.id]: 'MEMBER' });
  const before = await footprint(world);
  const tries: [string, Record<string, unknown>][] = [
    ['updateGroupName', { name: 'Us' }],
    ['addParticipant', { userId: third.id }],
    ['removeParticipant', { userId: other.id }],
    ['removeParticipant', { userId: one.id }],
    ['setParticipantRole', { userId: other.id, role: 'ADMIN' }],
    ['setParticipantRole', { userId: one.id, role: 'OWNER' }],
    ['leaveGroup', {}],
  ];
  for (const [mutation, input] of tries) {
    const outcome = await one.does(mutation, { threadId, ...input });
    expect([mutation, outcome.__typename]).toEqual([mutation, 'ForbiddenError']);
  }
  expect(await footprint(world)).toBe(before);
});

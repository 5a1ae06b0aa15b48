import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../attachment/sweep.ts';
import { newId } from '../id.ts';
import { pick, random, saySeed } from '../testing/random.ts';
import { footprint } from '../testing/rows.ts';
import { settled } from '../testing/settled.ts';
import { group, say } from '../testing/threads.ts';
import { uploaded } from '../testing/uploads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { purge } from './delete-group.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});
beforeAll(saySeed);

async function scene() {
  const [owner, admin, member, stranger] = (await world.people(4)) as [Person, Person, Person, Person];
  const threadId = await group(owner, { admins: [admin], members: [member] });
  const { token } = await owner.must('createInvite', { threadId });
  return { owner, admin, member, stranger, threadId, token };
}

const lines = async (threadId: string) =>
  (await world.prisma.message.findMany({ where: { threadId, authorId: null }, orderBy: { seq: 'asc' } })).map(
    ({ body }) => body,
  );

const changesAfter = async (person: Person, after: string) => {
  await settled(world);
  const { changes } = await person.query<{
    changes: { changes: { __typename: string; kind?: string; threadId?: string }[] };
  }>(
    `query ($after: Cursor!) { changes(after: $after) { changes { __typename ... on GroupUpdated { kind }
      ... on ThreadLeft { threadId } } } }`,
    { after },
  );
  return changes.changes;
};
const now = async () => {
  await settled(world);
  return world.log.seal(await world.log.head());
};

describe('a group’s settings', () => {
  const settings = 'topic whoMayPost whoMayAdd whoMayCallAll historyVisible groupArchivedAt';
  const shown = async (person: Person, id: string) =>
    (
      await person.query<{ thread: Record<string, unknown> }>(
        `query ($id: ID!) { thread(id: $id) { ${settings} } }`,
        { id },
      )
    ).thread;

  it('[GR14] are as they always were, until somebody sets them', async () => {
    const { member, threadId } = await scene();
    expect(await shown(member, threadId)).toEqual({
      topic: null,
      whoMayPost: 'EVERYBODY',
      whoMayAdd: 'ADMINS',
      whoMayCallAll: 'ADMINS',
      historyVisible: true,
      groupArchivedAt: null,
    });
  });

  it('[GR14] [GR11] change as they are named, each with a line, and all of it is told once', async () => {
    const { owner, member, threadId } = await scene();
    const after = await now();
    await owner.must('updateGroupSettings', {
      threadId,
      topic: '  Plans for May 🌷 ',
      whoMayPost: 'ADMINS',
      whoMayAdd: 'EVERYBODY',
      whoMayCallAll: 'EVERYBODY',
      historyVisible: false,
    });
    const name = owner.displayName;
    expect((await lines(threadId)).slice(-5)).toEqual([
      `${name} set the topic to “Plans for May 🌷”`,
      `${name} let only admins write`,
      `${name} let everybody add people`,
      `${name} let everybody use @all`,
      `${name} lets newcomers see only what comes after them`,
    ]);
    const told = await changesAfter(member, after);
    expect(told.map(({ __typename, kind }) => kind ?? __typename)).toEqual([
      'SETTINGS_CHANGED',
      ...Array.from({ length: 5 }, () => 'MessageAdded'),
    ]);
    expect(await shown(member, threadId)).toMatchObject({
      topic: 'Plans for May 🌷',
      whoMayPost: 'ADMINS',
      whoMayAdd: 'EVERYBODY',
      whoMayCallAll: 'EVERYBODY',
      historyVisible: false,
    });
    await owner.must('updateGroupSettings', { threadId, topic: ' ', whoMayPost: null });
    expect(await shown(member, threadId)).toMatchObject({ topic: null, whoMayPost: 'ADMINS' });
  });

  it('[GR12] [GR14] that are so already change nothing', async () => {
    const { owner, admin, threadId } = await scene();
    await owner.must('updateGroupSettings', { threadId, topic: 'T', whoMayAdd: 'EVERYBODY' });
    const before = await footprint(world);
    await owner.must('updateGroupSettings', {
      threadId,
      topic: 'T',
      whoMayAdd: 'EVERYBODY',
      whoMayPost: 'EVERYBODY',
    });
    await admin.must('updateGroupSettings', { threadId });
    expect(await footprint(world)).toBe(before);
  });

  it('[GR14] take a topic of up to 250 characters on one line', async () => {
    const { owner, threadId } = await scene();
    await owner.must('updateGroupSettings', { threadId, topic: '🌷'.repeat(250) });
    for (const topic of ['x'.repeat(251), 'a\nb', 'a\0', '\ud800', '\u202Ea', '\u200B']) {
      const outcome = await owner.does('updateGroupSettings', { threadId, topic });
      expect([topic, outcome.__typename, outcome.fields?.[0]?.path]).toEqual([topic, 'InputError', 'topic']);
    }
  });

  it('[GR16] keep members from writing, and what they sent before is still a repeat', async () => {
    const { owner, admin, member, threadId } = await scene();
    const id = newId('msg');
    await member.must('sendMessage', { id, threadId, body: 'Before', clientMutationId: 'before' });
    await owner.must('updateGroupSettings', { threadId, whoMayPost: 'ADMINS' });
    const before = await footprint(world);
    const file = { threadId, body: '', attachmentIds: [newId('att')] };
    for (const input of [{ threadId, body: 'After' }, file, { threadId, body: 'x', replyToId: id }]) {
      const outcome = await member.does('sendMessage', input);
      expect(outcome).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
    }
    expect((await member.must('sendMessage', { id, threadId, body: 'Before' })).message.id).toBe(id);
    const again = { id, threadId, body: 'Before', clientMutationId: 'before' };
    expect((await member.must('sendMessage', again)).message.id).toBe(id);
    expect(await footprint(world)).toBe(before);
    // One bad send fails alone, in whatever company.
    const outcomes = await Promise.all(
      [member, admin, owner, member].map((person) =>
        person.does('sendMessage', { threadId, body: 'At once' }),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename)).toEqual([
      'ForbiddenError',
      'SendMessagePayload',
      'SendMessagePayload',
      'ForbiddenError',
    ]);
  });
});

describe('a group that is archived for everybody', () => {
  it('[GR20] is read, and nothing is written in it', async () => {
    const { owner, admin, member, threadId, token, stranger } = await scene();
    const { id: messageId } = await say(member, threadId, 'Before');
    await owner.must('archiveGroup', { threadId });
    const before = await footprint(world);
    for (const person of [owner, admin, member]) {
      expect((await person.does('sendMessage', { threadId, body: 'After' })).__typename).toBe(
        'ForbiddenError',
      );
    }
    expect((await member.does('editMessage', { messageId, body: 'x' })).__typename).toBe('ForbiddenError');
    expect((await stranger.does('acceptInvite', { token })).__typename).toBe('NotFoundError');
    expect(
      await stranger.query('query ($token: String!) { invite(token: $token) { groupName } }', { token }),
    ).toEqual({
      invite: null,
    });
    expect(await footprint(world)).toBe(before);
    const { thread } = await member.query<{ thread: { messages: { edges: object[] }; preferences: object } }>(
      'query ($id: ID!) { thread(id: $id) { messages { edges { node { body } } } preferences { archived } } }',
      { id: threadId },
    );
    expect(thread.messages.edges.length).toBeGreaterThan(2);
    // Nobody's own list is any different for it.
    expect(thread.preferences).toEqual({ archived: false });
    await owner.must('unarchiveGroup', { threadId });
    await say(member, threadId, 'Again');
    await stranger.must('acceptInvite', { token });
  });

  it('[GR20] says so in a line and is told once; archiving it again changes nothing', async () => {
    const { owner, member, threadId } = await scene();
    const after = await now();
    await owner.must('archiveGroup', { threadId });
    const before = await footprint(world);
    await owner.must('archiveGroup', { threadId });
    expect(await footprint(world)).toBe(before);
    await owner.must('unarchiveGroup', { threadId });
    const told = await changesAfter(member, after);
    expect(told.map(({ __typename, kind }) => kind ?? __typename)).toEqual([
      'ARCHIVED',
      'MessageAdded',
      'UNARCHIVED',
      'MessageAdded',
    ]);
    expect((await lines(threadId)).slice(-2)).toEqual([
      `${owner.displayName} archived the group for everybody`,
      `${owner.displayName} opened the group again`,
    ]);
  });
});

describe('a group that is deleted', () => {
  it('[GR21] is nobody’s any more, and each of its people is told so alone', async () => {
    const { owner, admin, member, stranger, threadId, token } = await scene();
    const { id: messageId } = await say(member, threadId, 'A secret');
    await owner.must('banParticipant', { threadId, userId: stranger.id });
    const after = await now();
    await say(member, threadId, 'The last words');
    expect(await owner.must('deleteGroup', { threadId })).toMatchObject({ threadId });
    for (const person of [owner, admin, member]) {
      expect(await changesAfter(person, after)).toEqual([{ __typename: 'ThreadLeft', threadId }]);
      const seen = await person.query(
        'query ($id: ID!, $message: ID!) { thread(id: $id) { id } node(id: $message) { id } }',
        { id: threadId, message: messageId },
      );
      expect(seen).toEqual({ thread: null, node: null });
      expect((await person.does('sendMessage', { threadId, body: 'x' })).__typename).toBe('NotFoundError');
    }
    const outsider = await world.person();
    expect((await outsider.does('acceptInvite', { token })).__typename).toBe('NotFoundError');
    expect((await owner.does('deleteGroup', { threadId })).__typename).toBe('NotFoundError');
  });

  it('[GR21] takes all of its words with it, and their files', async () => {
    await purge(world.prisma);
    const { owner, member, threadId } = await scene();
    const file = await uploaded(member);
    await say(member, threadId, 'With a file', { attachmentIds: [file] });
    await world.prisma.$executeRaw`
      insert into "Message" (id, "threadId", seq, body)
      select 'msg_of' || ${threadId} || n, ${threadId}, 1000 + n, 'x' from generate_series(1, 2500) n`;
    await owner.must('deleteGroup', { threadId });
    expect(await purge(world.prisma)).toBe(1);
    expect(await purge(world.prisma)).toBe(0);
    const where = { threadId };
    expect([
      await world.prisma.thread.count({ where: { id: threadId } }),
      await world.prisma.message.count({ where }),
      await world.prisma.participant.count({ where }),
      await world.prisma.invite.count({ where }),
    ]).toEqual([0, 0, 0, 0]);
    const removed: string[] = [];
    await sweep(world.prisma, async (id) => void removed.push(id));
    expect(removed).toEqual([file]);
  });

  it('[GR21] [ER6] is answered alike to who asks again, however late, and tells nobody twice', async () => {
    const { owner, threadId } = await scene();
    const asked = { threadId, clientMutationId: newId('thr') };
    const first = await owner.must('deleteGroup', asked);
    await purge(world.prisma);
    const before = await footprint(world);
    for (const person of [owner, other.as(owner)])
      expect(await person.must('deleteGroup', asked)).toEqual(first);
    expect(await footprint(world)).toBe(before);
  });
});

/** All of them at once, on two instances, in an order that is drawn. */
const atOnce = (acts: (() => Promise<unknown>)[]) => {
  const drawn = [...acts];
  for (let index = drawn.length - 1; index > 0; index -= 1) {
    const to = random(index + 1);
    [drawn[index], drawn[to]] = [drawn[to]!, drawn[index]!];
  }
  return Promise.all(drawn.map((act) => act()));
};
const somewhere = (person: Person) => pick([world, other]).as(person);
const rounds = 25;

describe('what happens at once', () => {
  it(
    '[GR22] who is banned is not in the group, whoever adds them, by whichever link',
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { owner, admin, stranger, threadId, token } = await scene();
        const userId = stranger.id;
        const inFirst = round % 2 === 0;
        if (inFirst) await owner.must('addParticipant', { threadId, userId });
        await atOnce([
          () => somewhere(owner).must('banParticipant', { threadId, userId }),
          () => somewhere(stranger).does('acceptInvite', { token }),
          () => somewhere(admin).does('addParticipant', { threadId, userId }),
          ...[1, 2, 3].map((n) => () => somewhere(stranger).does('sendMessage', { threadId, body: `${n}` })),
        ]);
        expect(await world.prisma.participant.count({ where: { threadId, userId } })).toBe(0);
        expect(await world.prisma.ban.count({ where: { threadId, userId } })).toBe(1);
        const events = await world.prisma.event.findMany({
          where: { threadId },
          orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
        });
        const at = events.findIndex(({ kind }) => kind === 'BANS_CHANGED');
        const later = events.slice(at).filter(({ actorId }) => actorId === userId);
        expect(later.map(({ kind }) => kind)).toEqual([]);
        expect((await stranger.does('acceptInvite', { token })).__typename).toBe('NotFoundError');
      }
    },
  );

  it(
    '[GR22] nothing is written behind the line that says that a group is archived',
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { owner, admin, member, threadId } = await scene();
        const { id: messageId } = await say(member, threadId, 'Mine');
        await atOnce([
          () => somewhere(owner).must('archiveGroup', { threadId }),
          () => somewhere(member).does('editMessage', { messageId, body: 'Edited' }),
          ...[owner, admin, member, member].map(
            (person) => () => somewhere(person).does('sendMessage', { threadId, body: 'Hi' }),
          ),
        ]);
        const events = await world.prisma.event.findMany({
          where: { threadId },
          orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
        });
        const behind = events.slice(events.findIndex(({ kind }) => kind === 'GROUP_ARCHIVED') + 1);
        // Its own line, and that the owner has read it.
        expect(behind.map(({ kind }) => kind)).toEqual(['MESSAGE_ADDED', 'OWN_RECEIPT_MOVED']);
      }
    },
  );

  it(
    '[GR22] nobody is left in a group that is deleted, and nothing is told of it afterwards',
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { owner, admin, member, stranger, threadId, token } = await scene();
        await atOnce([
          () => somewhere(owner).must('deleteGroup', { threadId }),
          () => somewhere(stranger).does('acceptInvite', { token }),
          () => somewhere(admin).does('updateGroupName', { threadId, name: 'Other' }),
          () => somewhere(member).does('leaveGroup', { threadId }),
          ...[admin, member].map(
            (person) => () => somewhere(person).does('sendMessage', { threadId, body: 'Hi' }),
          ),
        ]);
        const events = await world.prisma.event.findMany({
          where: { threadId },
          orderBy: [{ transaction: 'asc' }, { id: 'asc' }],
        });
        expect(await world.prisma.participant.count({ where: { threadId } })).toBe(0);
        const last = events.findIndex(({ kind, actorId }) => kind === 'THREAD_LEFT' && actorId === owner.id);
        expect(new Set(events.slice(last).map(({ kind }) => kind))).toEqual(new Set(['THREAD_LEFT']));
        const added = events.filter(({ kind }) => kind === 'THREAD_ADDED').length;
        expect(events.filter(({ kind }) => kind === 'THREAD_LEFT')).toHaveLength(added);
      }
    },
  );
});

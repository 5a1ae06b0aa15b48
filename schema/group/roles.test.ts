import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../prisma/client/enums.ts';
import { newId } from '../id.ts';
import { direct } from '../testing/threads.ts';
import { openWorld, type Person } from '../testing/world.ts';
import { actNames } from './roles.ts';

const world = await openWorld();
afterAll(() => world.close());

/** What a group can be set up as, and how. */
const states = {
  'as it is made': {},
  'where everybody adds': { whoMayAdd: 'EVERYBODY' },
  'where only admins write': { whoMayPost: 'ADMINS' },
  'where everybody calls': { whoMayCallAll: 'EVERYBODY' },
  archived: { groupArchivedAt: new Date() },
} as const;
type State = keyof typeof states;
const stateNames = Object.keys(states) as State[];

const cast: Record<Role, () => Person> = {
  OWNER: () => people[0]!,
  ADMIN: () => people[1]!,
  MEMBER: () => people[2]!,
};
const letters: Record<string, Role> = { o: 'OWNER', a: 'ADMIN', m: 'MEMBER' };

/** The cast, somebody more of each role but the owner's, one who is banned, and a stranger. */
let people: Person[] = [];
beforeAll(async () => {
  people = await world.people(7);
});

interface Scene {
  threadId: string;
  ofActor: string;
  ofOther: string;
  inviteId: string;
}

/** Past the API, since it is the group that is wanted and not how it came about. */
async function plant(state: State, actor: Person): Promise<Scene> {
  const { prisma } = world;
  const [threadId, ofActor, ofOther, inviteId] = [newId('thr'), newId('msg'), newId('msg'), newId('inv')];
  const [owner, admin, member, otherAdmin, otherMember, banned] = people as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  await prisma.thread.create({
    data: {
      id: threadId,
      kind: 'GROUP',
      name: 'Group',
      lastSeq: 2,
      lastMessageId: ofOther,
      ...states[state],
    },
  });
  const roles: [Person, Role][] = [
    [owner, 'OWNER'],
    [admin, 'ADMIN'],
    [otherAdmin, 'ADMIN'],
    [member, 'MEMBER'],
    [otherMember, 'MEMBER'],
  ];
  await prisma.participant.createMany({
    data: roles.map(([{ id: userId }, role]) => ({ id: newId('par'), threadId, userId, role })),
  });
  await prisma.message.createMany({
    data: [
      { id: ofActor, threadId, seq: 1, authorId: actor.id, body: 'Mine' },
      { id: ofOther, threadId, seq: 2, authorId: otherMember.id, body: 'Theirs' },
    ],
  });
  await prisma.invite.create({
    data: { id: inviteId, threadId, createdById: owner.id, secretHash: newId('inv'), hint: 'abcd' },
  });
  await prisma.ban.create({
    data: { id: newId('ban'), threadId, userId: banned.id, bannedById: owner.id },
  });
  return { threadId, ofActor, ofOther, inviteId };
}

interface Act {
  mutation: string;
  input(s: Scene): Record<string, unknown>;
  /** Whose roles allow it, in each of the states. */
  may: Record<State, string>;
  /** What `viewerCan` calls it. */
  called?: string;
  /** Of the table, what it is about. */
  act?: (typeof actNames)[number];
  /** How it is refused, where it is not as forbidden. */
  refused?: string;
  /** What is refused to nobody, and does nothing where it is not allowed. */
  does?(outcome: Outcome): boolean;
}

type Outcome = Awaited<ReturnType<Person['does']>>;

const inAll = (who: string): Act['may'] => ({
  'as it is made': who,
  'where everybody adds': who,
  'where only admins write': who,
  'where everybody calls': who,
  archived: who,
});
const notArchived = (who: string) => ({ ...inAll(who), archived: '' });
const at = (index: number) => people[index]!.id;

const acts: Record<string, Act> = {
  writes: {
    mutation: 'sendMessage',
    input: (s) => ({ threadId: s.threadId, body: 'Hi' }),
    may: { ...notArchived('oam'), 'where only admins write': 'oa' },
    called: 'post',
    act: 'post',
  },
  'calls everybody': {
    mutation: 'editMessage',
    input: (s) => ({ messageId: s.ofActor, body: '@all' }),
    may: { ...notArchived('oa'), 'where everybody calls': 'oam' },
    called: 'callAll',
    act: 'callAll',
    does: ({ message }) => message?.mentionsAll ?? false,
  },
  'edits what they wrote': {
    mutation: 'editMessage',
    input: (s) => ({ messageId: s.ofActor, body: 'Edited' }),
    may: { ...notArchived('oam'), 'where only admins write': 'oa' },
    called: 'post',
  },
  reacts: {
    mutation: 'addReaction',
    input: (s) => ({ messageId: s.ofOther, emoji: '👍' }),
    may: notArchived('oam'),
    called: 'react',
    act: 'react',
  },
  'takes back a reaction': {
    mutation: 'removeReaction',
    input: (s) => ({ messageId: s.ofOther, emoji: '👍' }),
    may: inAll('oam'),
  },
  'pins a message': {
    mutation: 'pinMessage',
    input: (s) => ({ messageId: s.ofOther }),
    may: notArchived('oa'),
    called: 'pin',
    act: 'pin',
  },
  'takes down what is pinned': {
    mutation: 'unpinMessage',
    input: (s) => ({ messageId: s.ofOther }),
    may: notArchived('oa'),
    called: 'pin',
  },
  'forwards a message into it': {
    mutation: 'forwardMessage',
    input: (s) => ({ messageId: s.ofOther, threadIds: [s.threadId] }),
    may: { ...notArchived('oam'), 'where only admins write': 'oa' },
    called: 'post',
  },
  'saves a message': {
    mutation: 'saveMessage',
    input: (s) => ({ messageId: s.ofOther }),
    may: inAll('oam'),
  },
  'deletes what they wrote': {
    mutation: 'deleteMessage',
    input: (s) => ({ messageId: s.ofActor }),
    may: inAll('oam'),
  },
  'deletes what others wrote': {
    mutation: 'deleteMessage',
    input: (s) => ({ messageId: s.ofOther }),
    may: inAll('oa'),
    called: 'deleteAnyMessage',
    act: 'deleteAnyMessage',
  },
  renames: {
    mutation: 'updateGroupName',
    input: (s) => ({ threadId: s.threadId, name: 'New' }),
    may: notArchived('oa'),
    called: 'rename',
    act: 'rename',
  },
  'sets the topic': {
    mutation: 'updateGroupSettings',
    input: (s) => ({ threadId: s.threadId, topic: 'New' }),
    may: notArchived('oa'),
    called: 'setTopic',
    act: 'setTopic',
  },
  'says who writes': {
    mutation: 'updateGroupSettings',
    input: (s) => ({ threadId: s.threadId, whoMayPost: 'EVERYBODY' }),
    may: notArchived('o'),
    called: 'setRules',
    act: 'setRules',
  },
  'says who adds people': {
    mutation: 'updateGroupSettings',
    input: (s) => ({ threadId: s.threadId, whoMayAdd: 'ADMINS' }),
    may: notArchived('o'),
    called: 'setRules',
  },
  'says who calls everybody': {
    mutation: 'updateGroupSettings',
    input: (s) => ({ threadId: s.threadId, whoMayCallAll: 'EVERYBODY' }),
    may: notArchived('o'),
    called: 'setRules',
  },
  'hides what was before newcomers': {
    mutation: 'updateGroupSettings',
    input: (s) => ({ threadId: s.threadId, topic: 'New', historyVisible: false }),
    may: notArchived('o'),
    called: 'setRules',
  },
  'adds somebody': {
    mutation: 'addParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(6) }),
    may: { ...notArchived('oa'), 'where everybody adds': 'oam' },
    called: 'add',
    act: 'add',
  },
  'makes a link': {
    mutation: 'createInvite',
    input: (s) => ({ threadId: s.threadId }),
    may: notArchived('oa'),
    called: 'invite',
    act: 'invite',
  },
  'revokes a link': {
    mutation: 'revokeInvite',
    input: (s) => ({ inviteId: s.inviteId }),
    may: inAll('oa'),
    act: 'revokeInvite',
    refused: 'NotFoundError',
  },
  'removes a member': {
    mutation: 'removeParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(4) }),
    may: inAll('oa'),
    called: 'removeMembers',
    act: 'removeMember',
  },
  'removes an admin': {
    mutation: 'removeParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(3) }),
    may: inAll('o'),
    called: 'removeAdmins',
    act: 'removeAdmin',
  },
  'bans a member': {
    mutation: 'banParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(4) }),
    may: inAll('oa'),
    called: 'ban',
    act: 'ban',
  },
  'bans an admin': {
    mutation: 'banParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(3) }),
    may: inAll('o'),
    called: 'removeAdmins',
    act: 'banAdmin',
  },
  'bans somebody who is not in it': {
    mutation: 'banParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(6) }),
    may: inAll('oa'),
    called: 'ban',
  },
  'lifts a ban': {
    mutation: 'unbanParticipant',
    input: (s) => ({ threadId: s.threadId, userId: at(5) }),
    may: inAll('oa'),
    called: 'ban',
  },
  'makes an admin': {
    mutation: 'setParticipantRole',
    input: (s) => ({ threadId: s.threadId, userId: at(4), role: 'ADMIN' }),
    may: inAll('o'),
    called: 'setRoles',
    act: 'setRole',
  },
  'hands the group over': {
    mutation: 'setParticipantRole',
    input: (s) => ({ threadId: s.threadId, userId: at(4), role: 'OWNER' }),
    may: inAll('o'),
    called: 'setRoles',
  },
  'archives it': {
    mutation: 'archiveGroup',
    input: (s) => ({ threadId: s.threadId }),
    may: inAll('o'),
    called: 'archive',
    act: 'archive',
  },
  'opens it again': {
    mutation: 'unarchiveGroup',
    input: (s) => ({ threadId: s.threadId }),
    may: inAll('o'),
    called: 'archive',
  },
  'deletes it': {
    mutation: 'deleteGroup',
    input: (s) => ({ threadId: s.threadId }),
    may: inAll('o'),
    called: 'delete',
    act: 'delete',
  },
  leaves: {
    mutation: 'leaveGroup',
    input: (s) => ({ threadId: s.threadId }),
    may: inAll('oam'),
    called: 'leave',
    act: 'leave',
  },
  reads: {
    mutation: 'markRead',
    input: (s) => ({ threadId: s.threadId, seq: 1 }),
    may: inAll('oam'),
  },
};

const fields = [...new Set(Object.values(acts).flatMap(({ called }) => called ?? []))];
const can = `query ($id: ID!) { thread(id: $id) { viewerCan { ${fields.join(' ')} } } }`;
const viewerCan = async (person: Person, id: string) =>
  (await person.query<{ thread: { viewerCan: Record<string, boolean> } }>(can, { id })).thread.viewerCan;

const cells = Object.entries(acts).flatMap(([what, act]) =>
  stateNames.flatMap((state) =>
    Object.entries(letters).map(([letter, role]) => ({
      ...act,
      what,
      state,
      role,
      may: act.may[state].includes(letter),
    })),
  ),
);

describe('in a group', () => {
  it('[GR15] everything in the table is asked here', () => {
    expect(
      Object.values(acts)
        .flatMap(({ act }) => act ?? [])
        .toSorted(),
    ).toEqual(actNames.toSorted());
  });

  it.each(cells.map((cell) => ({ ...cell, title: `${cell.role} ${cell.what}: ${cell.may ? 'yes' : 'no'}` })))(
    '[GR3] [GR15] $state, $title',
    async ({ state, role, may, mutation, input, called, refused, does }) => {
      const actor = cast[role]();
      const s = await plant(state, actor);
      if (called) expect((await viewerCan(actor, s.threadId))[called]).toBe(may);
      const before = await world.prisma.event.count({ where: { threadId: s.threadId } });
      const outcome = await actor.does(mutation, input(s));
      const { __typename } = outcome;
      if (does) expect(does(outcome)).toBe(may);
      else if (may) expect(__typename).toMatch(/Payload$/);
      else {
        expect(__typename).toBe(refused ?? 'ForbiddenError');
        expect(await world.prisma.event.count({ where: { threadId: s.threadId } })).toBe(before);
      }
    },
  );

  it('[GR15] who is not in it may do nothing, and is told of none', async () => {
    const stranger = people[6]!;
    const s = await plant('as it is made', people[0]!);
    for (const { mutation, input } of Object.values(acts)) {
      expect([mutation, (await stranger.does(mutation, input(s))).__typename]).toEqual([
        mutation,
        'NotFoundError',
      ]);
    }
    expect(await stranger.query(can, { id: s.threadId })).toEqual({ thread: null });
  });

  it('[GR15] [TH3] of two people, each may write, react and pin, and nothing else', async () => {
    const [one, other] = people as [Person, Person];
    const id = await direct(one, other);
    for (const person of [one, other]) {
      expect(await viewerCan(person, id)).toEqual(
        Object.fromEntries(fields.map((field) => [field, ['post', 'react', 'pin'].includes(field)])),
      );
    }
    for (const mutation of ['updateGroupSettings', 'archiveGroup', 'unarchiveGroup', 'deleteGroup']) {
      expect((await one.does(mutation, { threadId: id })).__typename).toBe('ForbiddenError');
    }
    for (const mutation of ['banParticipant', 'unbanParticipant']) {
      const outcome = await one.does(mutation, { threadId: id, userId: other.id });
      expect(outcome.__typename).toBe('ForbiddenError');
    }
  });
});

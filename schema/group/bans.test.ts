import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { footprint } from '../testing/rows.ts';
import { group } from '../testing/threads.ts';
import { openWorld, type Person, testPassword } from '../testing/world.ts';
import { banLimit } from './rules.ts';

const world = await openWorld();
afterAll(() => world.close());

async function scene() {
  const [owner, admin, member, stranger] = (await world.people(4)) as [Person, Person, Person, Person];
  const threadId = await group(owner, { admins: [admin], members: [member] });
  const { token } = await owner.must('createInvite', { threadId });
  return { owner, admin, member, stranger, threadId, token };
}

interface Bans {
  bans: {
    edges: { cursor: string; node: { id: string; user: { id: string }; bannedBy: { id: string } } }[];
    pageInfo: { hasNextPage: boolean };
  };
}

const bansOf = async (person: Person, id: string, args = '') =>
  (
    await person.query<{ thread: Bans }>(
      `query ($id: ID!) { thread(id: $id) { bans${args} { edges { cursor node { id user { id } bannedBy { id } bannedAt } } pageInfo { hasNextPage } } } }`,
      { id },
    )
  ).thread.bans;

const banned = async (person: Person, id: string) =>
  (await bansOf(person, id)).edges.map(({ node }) => node.user.id);

const preview = async (person: Pick<Person, 'query'>, token: string) =>
  (
    await person.query<{ invite: { groupName: string } | null }>(
      'query ($token: String!) { invite(token: $token) { groupName } }',
      { token },
    )
  ).invite;

describe('who is banned', () => {
  it('[GR18] is out of the group, which says so, and sees nothing of it', async () => {
    const { owner, admin, member, threadId } = await scene();
    const { ban, thread } = await admin.must('banParticipant', { threadId, userId: member.id });
    expect(ban).toMatchObject({ user: { id: member.id }, bannedBy: { id: admin.id } });
    expect(thread.participantCount).toBe(2);
    expect(await member.query('query ($id: ID!) { thread(id: $id) { id } }', { id: threadId })).toEqual({
      thread: null,
    });
    const [line] = await world.prisma.message.findMany({
      where: { threadId },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(line?.body).toBe(`${admin.displayName} banned ${member.displayName}`);
    expect(await banned(owner, threadId)).toEqual([member.id]);
  });

  it('[GR18] is added by nobody', async () => {
    const { owner, member, threadId } = await scene();
    await owner.must('banParticipant', { threadId, userId: member.id });
    const before = await footprint(world);
    const outcome = await owner.does('addParticipant', { threadId, userId: member.id });
    expect(outcome).toMatchObject({ __typename: 'ForbiddenError', code: 'FORBIDDEN' });
    expect(await footprint(world)).toBe(before);
  });

  it('[GR18] is told of a link what is told of one that does not work, and it counts as a guess', async () => {
    const { owner, stranger, threadId, token } = await scene();
    expect(await preview(stranger, token)).toEqual({ groupName: 'Group' });
    await owner.must('banParticipant', { threadId, userId: stranger.id });
    world.tries.refunded.length = 0;
    expect(await preview(stranger, token)).toBeNull();
    const refused = await stranger.does('acceptInvite', { token });
    expect(refused).toEqual(await stranger.does('acceptInvite', { token: 'x'.repeat(27) }));
    expect(refused.__typename).toBe('NotFoundError');
    expect(world.tries.refunded).toEqual([]);
    // Others come by it, and so does who was banned once the ban is lifted.
    await (await world.person()).must('acceptInvite', { token });
    await owner.must('unbanParticipant', { threadId, userId: stranger.id });
    await stranger.must('acceptInvite', { token });
  });

  it('[GR18] may be banned again, which changes nothing; lifting a ban that there is none of is refused', async () => {
    const { owner, admin, member, threadId } = await scene();
    const first = await owner.must('banParticipant', { threadId, userId: member.id });
    const before = await footprint(world);
    expect((await admin.must('banParticipant', { threadId, userId: member.id })).ban.id).toBe(first.ban.id);
    expect((await owner.does('unbanParticipant', { threadId, userId: admin.id })).__typename).toBe(
      'NotFoundError',
    );
    expect((await owner.does('unbanParticipant', { threadId, userId: newId('usr') })).__typename).toBe(
      'NotFoundError',
    );
    expect((await owner.does('banParticipant', { threadId, userId: newId('usr') })).__typename).toBe(
      'NotFoundError',
    );
    expect(await footprint(world)).toBe(before);
    await admin.must('unbanParticipant', { threadId, userId: member.id });
    await owner.must('addParticipant', { threadId, userId: member.id });
    expect(await banned(owner, threadId)).toEqual([]);
  });

  it('[GR18] is not oneself, nor the owner', async () => {
    const { owner, admin, threadId } = await scene();
    const self = await owner.does('banParticipant', { threadId, userId: owner.id });
    expect([self.__typename, self.fields.map(({ path }) => path)]).toEqual(['InputError', ['userId']]);
    expect((await admin.does('banParticipant', { threadId, userId: owner.id })).__typename).toBe(
      'ForbiddenError',
    );
  });

  it('[GR19] is listed for the owner and admins alone, the last one first, page by page', async () => {
    const { owner, admin, member, stranger, threadId } = await scene();
    const others = await world.people(4);
    for (const { id: userId } of others) await admin.must('banParticipant', { threadId, userId });
    const all = others.map(({ id }) => id).toReversed();
    expect(await banned(admin, threadId)).toEqual(all);
    const first = await bansOf(owner, threadId, '(first: 3)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await bansOf(owner, threadId, `(first: 3, after: "${first.edges[2]!.cursor}")`);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.user.id)).toEqual(all);
    expect(await banned(member, threadId)).toEqual([]);
    const node = (person: Person) =>
      person.query('query ($id: ID!) { node(id: $id) { id } }', { id: first.edges[0]!.node.id });
    expect(await node(owner)).toMatchObject({ node: { id: first.edges[0]!.node.id } });
    for (const person of [member, stranger, others[3]!]) expect(await node(person)).toEqual({ node: null });
  });

  it('[GR19] are at most 10,000', { timeout: 180_000 }, async () => {
    const { owner, member, threadId } = await scene();
    await world.prisma.$executeRaw`
      insert into "User" (id, handle, "displayName", "passwordHash")
      select 'usr_ban' || n, 'ban' || n, 'Banned', '' from generate_series(1, ${banLimit}::int) n`;
    await world.prisma.$executeRaw`
      insert into "Ban" (id, "threadId", "userId", "bannedById")
      select 'ban_' || n, ${threadId}, 'usr_ban' || n, ${owner.id} from generate_series(1, ${banLimit}::int) n`;
    const before = await footprint(world);
    const outcome = await owner.does('banParticipant', { threadId, userId: member.id });
    expect(outcome).toMatchObject({ __typename: 'LimitError', code: 'LIMIT_REACHED' });
    expect(await footprint(world)).toBe(before);
  });

  it('[GR18] [AC18] is so no longer once their account is gone, and is told so before in their own export', async () => {
    const { owner, threadId } = await scene();
    const gone = await world.person();
    await owner.must('banParticipant', { threadId, userId: gone.id });
    const { exportOf } = await import('../account/export.ts');
    const list = exportOf(world.prisma, gone.id).find(({ name }) => name === 'bans.json');
    const items: object[] = [];
    for await (const item of list!.items) items.push(item);
    expect(items).toMatchObject([{ threadId }]);
    await gone.must('deleteAccount', { password: testPassword });
    expect(await banned(owner, threadId)).toEqual([]);
  });
});

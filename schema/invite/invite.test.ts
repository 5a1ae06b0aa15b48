import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import type { InviteView } from '../testing/mutations.ts';
import { footprint } from '../testing/rows.ts';
import { direct, group } from '../testing/threads.ts';
import { openWorld, type Asker, type Person } from '../testing/world.ts';
import { inviteLimit } from './rules.ts';

const world = await openWorld();
const other = await openWorld(world);
afterAll(async () => {
  await other.close();
  await world.close();
});

let [owner, admin, member, outsider]: Person[] = [];
let threadId = '';
beforeEach(async () => {
  [owner, admin, member, outsider] = await world.people(4);
  threadId = await group(owner!, { admins: [admin!], members: [member!], name: 'Rowers' });
});

type Link = InviteView & { token: string };

async function link(of: Record<string, unknown> = {}, by = owner!): Promise<Link> {
  const { invite, token } = await by.must('createInvite', { threadId, ...of });
  return { ...invite, token };
}

/** Everybody's links of a group, as one person sees them. */
async function linksOf(person: Asker, of = threadId): Promise<InviteView[] | undefined> {
  const { thread } = await person.query<{ thread: { invites: { edges: { node: InviteView }[] } } | null }>(
    `query ($id: ID!) { thread(id: $id) { invites { edges { node {
      id url uses maxUses expiresAt revokedAt createdBy { id } } } } } }`,
    { id: of },
  );
  return thread?.invites.edges.map(({ node }) => node);
}

const preview = async (asker: Asker, token: string) =>
  (
    await asker.query<{
      invite: { groupName: string; participantCount: number; threadId: string | null } | null;
    }>('query ($token: String!) { invite(token: $token) { groupName participantCount threadId } }', { token })
  ).invite;

/** Time passes for one link. */
const expire = ({ id }: Link) =>
  world.prisma.invite.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });

/** One that works no more, of each kind there is. */
async function dead(): Promise<Record<string, string>> {
  const [revoked, expired, used] = [
    await link(),
    await link({ expiresInSeconds: 60 }),
    await link({ maxUses: 1 }),
  ];
  await owner!.must('revokeInvite', { inviteId: revoked.id });
  await expire(expired);
  await (await world.person()).must('acceptInvite', { token: used.token });
  return {
    revoked: revoked.token,
    expired: expired.token,
    'used up': used.token,
    unknown: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA',
    empty: '',
    'its hint': revoked.url.slice(revoked.url.lastIndexOf('/') + 1),
    'its hash': createHash('sha256').update(revoked.token).digest('hex'),
    'its id': revoked.id,
  };
}

describe('making a link', () => {
  it('[IN1] is for the owner and admins; everybody else sees no link', async () => {
    const made = await link({}, admin);
    expect((await linksOf(owner!))?.map(({ id }) => id)).toEqual([made.id]);
    expect((await linksOf(admin!))?.map(({ id }) => id)).toEqual([made.id]);
    expect(await linksOf(member!)).toEqual([]);
    expect(await linksOf(outsider!)).toBeUndefined();
    const before = await footprint(world);
    expect((await member!.does('createInvite', { threadId })).__typename).toBe('ForbiddenError');
    const revoking = (inviteId: string) => member!.does('revokeInvite', { inviteId });
    expect(await revoking(made.id)).toEqual(await revoking(newId('inv')));
    expect(await outsider!.does('revokeInvite', { inviteId: made.id })).toEqual(await revoking(newId('inv')));
    expect(await footprint(world)).toBe(before);
  });

  it('[IN1] a direct thread has none', async () => {
    const pair = await direct(owner!, member!);
    expect((await owner!.does('createInvite', { threadId: pair })).__typename).toBe('ForbiddenError');
    expect(await linksOf(owner!, pair)).toEqual([]);
  });

  it('[IN2] shows its secret once, and keeps its hash alone', async () => {
    const asked = { threadId, clientMutationId: 'key' };
    const made = await owner!.must('createInvite', asked);
    expect(Buffer.from(made.token, 'base64url')).toHaveLength(20);
    expect(made.invite.url).toBe(`https://parley.example/i/${made.token}`);
    const shown = `https://parley.example/i/${made.token.slice(0, 4)}…`;
    expect((await linksOf(owner!))?.[0]?.url).toBe(shown);
    expect((await owner!.must('revokeInvite', { inviteId: made.invite.id })).invite.url).toBe(shown);
    expect((await owner!.must('createInvite', asked)).token).toBe(made.token);

    const rows = [
      await world.prisma.invite.findMany({}),
      await world.prisma.mutationResult.findMany({}),
      await world.prisma.event.findMany({ where: { threadId } }),
      await world.prisma.message.findMany({ where: { threadId } }),
    ];
    const kept = JSON.stringify(rows, (_key, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(kept).toContain(createHash('sha256').update(made.token).digest('hex'));
    expect(kept).not.toContain(made.token);
  });

  it('[IN2] is not told again to an admin who no longer is one', async () => {
    const asked = { threadId, clientMutationId: 'key' };
    await admin!.must('createInvite', asked);
    await owner!.must('setParticipantRole', { threadId, userId: admin!.id, role: 'MEMBER' });
    expect((await admin!.does('createInvite', asked)).__typename).toBe('ForbiddenError');
  });

  it('[IN3] takes bounds for time and uses, and nothing else', async () => {
    const before = await footprint(world);
    for (const [field, values] of Object.entries({
      expiresInSeconds: [0, -1, 365 * 24 * 3600 + 1],
      maxUses: [0, -1, 10_001],
    })) {
      for (const value of values) {
        const outcome = await owner!.does('createInvite', { threadId, [field]: value });
        expect([value, outcome.__typename, outcome.fields?.map(({ path }) => path)]).toEqual([
          value,
          'InputError',
          [field],
        ]);
      }
    }
    expect(await footprint(world)).toBe(before);
    const made = await link({ expiresInSeconds: 3600, maxUses: 10_000 });
    expect(made).toMatchObject({ maxUses: 10_000, uses: 0, revokedAt: null, createdBy: { id: owner!.id } });
    expect((Date.parse(made.expiresAt ?? '') - Date.now()) / 1000).toBeCloseTo(3600, -2);
    expect(await link()).toMatchObject({ maxUses: null, expiresAt: null });
  });

  it('[IN10] a group has at most a hundred that work', async () => {
    const first = await link();
    const {
      secretHash: _,
      id: _id,
      ...row
    } = await world.prisma.invite.findUniqueOrThrow({
      where: { id: first.id },
    });
    const copies = (count: number, of: object) =>
      world.prisma.invite.createMany({
        data: Array.from({ length: count }, () => ({
          ...row,
          id: newId('inv'),
          secretHash: newId('inv'),
          ...of,
        })),
      });
    const past = new Date(Date.now() - 1000);
    // Those that do not work do not count.
    await copies(40, { revokedAt: past });
    await copies(40, { expiresAt: past });
    await copies(40, { maxUses: 3, uses: 3 });
    expect(inviteLimit).toBe(100);
    await copies(inviteLimit - 2, { maxUses: 3, uses: 2, expiresAt: new Date(Date.now() + 1_000_000) });
    await link();
    const before = await footprint(world);
    expect(await admin!.does('createInvite', { threadId })).toMatchObject({
      __typename: 'LimitError',
      code: 'LIMIT_REACHED',
    });
    expect(await footprint(world)).toBe(before);
    await owner!.must('revokeInvite', { inviteId: first.id });
    await link();
  });
});

describe('coming in by a link', () => {
  it('[IN6] makes one a member, with a line that says so', async () => {
    const { token, id } = await link();
    const newcomer = await world.person({ displayName: 'Noor' });
    const { thread } = await newcomer.must('acceptInvite', { token });
    expect(thread).toMatchObject({ id: threadId, name: 'Rowers', participantCount: 4, unreadCount: 0 });
    const place = await world.prisma.participant.findUniqueOrThrow({
      where: { threadId_userId: { threadId, userId: newcomer.id } },
    });
    expect(place.role).toBe('MEMBER');
    const line = await world.prisma.message.findFirst({ where: { threadId }, orderBy: { seq: 'desc' } });
    expect(line).toMatchObject({ authorId: null, body: 'Noor joined by an invite link' });
    const events = await world.prisma.event.findMany({
      where: { threadId },
      orderBy: { id: 'desc' },
      take: 4,
    });
    expect(
      events.map(({ kind, actorId, userId }) => [kind, actorId === newcomer.id, userId]).toReversed(),
    ).toEqual([
      ['THREAD_ADDED', true, newcomer.id],
      ['PARTICIPANT_ADDED', true, newcomer.id],
      ['MESSAGE_ADDED', true, null],
      ['OWN_RECEIPT_MOVED', true, newcomer.id],
    ]);
    expect((await linksOf(owner!))?.find((each) => each.id === id)?.uses).toBe(1);
  });

  it('[IN7] does nothing for who is in the group, and uses nothing up', async () => {
    const { token, id } = await link({ maxUses: 1 });
    const before = await footprint(world);
    for (const person of [owner!, admin!, member!])
      expect((await person.must('acceptInvite', { token })).thread.id).toBe(threadId);
    expect(await footprint(world)).toBe(before);
    await outsider!.must('acceptInvite', { token });
    expect((await linksOf(owner!))?.find((each) => each.id === id)?.uses).toBe(1);
  });

  it(
    '[IN4] of 200 who come at once by a link for 100, on two instances, 100 get in',
    { timeout: 120_000 },
    async () => {
      const { token, id } = await link({ maxUses: 100 });
      const crowd = await world.people(200);
      const outcomes = await Promise.all(
        crowd.map((person, index) => (index % 2 ? other.as(person) : person).does('acceptInvite', { token })),
      );
      const count = (name: string) => outcomes.filter(({ __typename }) => __typename === name).length;
      expect([count('AcceptInvitePayload'), count('NotFoundError')]).toEqual([100, 100]);
      const inside = await world.prisma.participant.count({
        where: { threadId, userId: { in: crowd.map((person) => person.id) } },
      });
      expect(inside).toBe(100);
      expect((await linksOf(owner!))?.find((each) => each.id === id)).toMatchObject({
        uses: 100,
        maxUses: 100,
      });
      const seqs = await world.prisma.message.findMany({ where: { threadId }, orderBy: { seq: 'asc' } });
      expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, index) => index + 1));
    },
  );

  it('[IN4] of fifty who come at once by a link for one, one gets in', async () => {
    const { token } = await link({ maxUses: 1 });
    const crowd = await world.people(50);
    const outcomes = await Promise.all(crowd.map((person) => person.does('acceptInvite', { token })));
    expect(outcomes.filter(({ __typename }) => __typename === 'AcceptInvitePayload')).toHaveLength(1);
  });

  it('[IN4] one who comes ten times at once uses one up', async () => {
    const { token, id } = await link({ maxUses: 5 });
    await Promise.all(Array.from({ length: 10 }, () => outsider!.must('acceptInvite', { token })));
    expect((await linksOf(owner!))?.find((each) => each.id === id)?.uses).toBe(1);
  });

  it('[IN5] every link that does not work is answered alike, and nothing is written', async () => {
    const tokens = await dead();
    const before = await footprint(world);
    const answers = await Promise.all(
      Object.values(tokens).map(async (token) =>
        JSON.stringify([
          await outsider!.does('acceptInvite', { token }),
          await preview(outsider!, token),
          await preview(world.browser(), token),
        ]),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0]!)).toEqual([
      { __typename: 'NotFoundError', code: 'NOT_FOUND', reason: 'This invite link does not work.' },
      null,
      null,
    ]);
    expect(await footprint(world)).toBe(before);
  });

  it('[IN5] a link that is revoked while people come lets nobody in from then on', async () => {
    const { token, id } = await link();
    const crowd = await world.people(20);
    const revoking = owner!.must('revokeInvite', { inviteId: id });
    const outcomes = await Promise.all(crowd.map((person) => person.does('acceptInvite', { token })));
    await revoking;
    const entered = outcomes.filter(({ __typename }) => __typename === 'AcceptInvitePayload').length;
    expect((await linksOf(owner!))?.find((each) => each.id === id)?.uses).toBe(entered);
    expect((await outsider!.does('acceptInvite', { token })).__typename).toBe('NotFoundError');
  });

  it('[IN9] is counted before anything is looked up, and given back where the link works', async () => {
    const { token } = await link();
    world.tries.spent.length = 0;
    world.tries.refunded.length = 0;
    await preview(world.browser(), token);
    await preview(outsider!, 'wrong');
    await outsider!.does('acceptInvite', { token: 'wrong' });
    await outsider!.must('acceptInvite', { token });
    expect(world.tries.spent).toEqual(
      ['', outsider!.id, outsider!.id, outsider!.id].map((key) => `invite ${key}`),
    );
    expect(world.tries.refunded).toEqual(['invite ', `invite ${outsider!.id}`]);
    world.tries.closed = true;
    const source = 'mutation ($token: String!) { acceptInvite(input: { token: $token }) { __typename } }';
    const refused = await outsider!.ask(source, { token });
    const looked = await outsider!.ask('query ($token: String!) { invite(token: $token) { groupName } }', {
      token,
    });
    world.tries.closed = false;
    expect([refused, looked].map(({ errors }) => errors?.map(({ code }) => code))).toEqual([
      ['RATE_LIMITED'],
      ['RATE_LIMITED'],
    ]);
  });
});

describe('what a link shows', () => {
  it('[IN8] is the group’s name and how many are in it, also without a session', async () => {
    const { token } = await link();
    const shown = { groupName: 'Rowers', participantCount: 3, threadId: null };
    expect(await preview(world.browser(), token)).toEqual(shown);
    expect(await preview(outsider!, token)).toEqual(shown);
    expect(await preview(member!, token)).toEqual({ ...shown, threadId });
  });

  it('[IN11] stands in the group’s list, the newest first, with what became of it', async () => {
    const [first, second] = [await link(), await link({ maxUses: 1 })];
    await outsider!.must('acceptInvite', { token: second.token });
    const before = await footprint(world);
    const { invite } = await admin!.must('revokeInvite', { inviteId: first.id });
    expect(await footprint(world)).not.toBe(before);
    const after = await footprint(world);
    expect((await owner!.must('revokeInvite', { inviteId: first.id })).invite).toEqual(invite);
    expect(await footprint(world)).toBe(after);
    expect((await linksOf(owner!))?.map(({ id, uses, revokedAt }) => [id, uses, revokedAt])).toEqual([
      [second.id, 1, null],
      [first.id, 0, invite.revokedAt],
    ]);
    const events = await world.prisma.event.findMany({
      where: { threadId, kind: 'INVITES_CHANGED' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ actorId }) => actorId)).toEqual([owner!.id, owner!.id, admin!.id]);
  });
});

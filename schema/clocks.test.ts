import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashSecret, keepSessions } from './account/session.ts';
import { sweep } from './attachment/sweep.ts';
import { presentEpoch } from './log/epoch.ts';
import { direct, group, say } from './testing/threads.ts';
import { openWorld, type Person } from './testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

const day = 24 * 60 * 60 * 1000;

/** What an instance does whose clock is wrong by as much. */
async function off<Result>(byMs: number, work: () => Promise<Result>): Promise<Result> {
  vi.setSystemTime(Date.now() + byMs);
  return work().finally(() => vi.useRealTimers());
}
const ahead = <Result>(work: () => Promise<Result>) => off(day, work);
const behind = <Result>(work: () => Promise<Result>) => off(-day, work);
afterEach(() => vi.useRealTimers());

/** By how much a time differs from what it is to be, so long from now. */
const error = (time: Date | string | null | undefined, fromNow = 0) =>
  Math.abs(new Date(time ?? 0).getTime() - Date.now() - fromNow);
const minute = 60_000;

let [ann, bob, cat, dan]: Person[] = [];
beforeEach(async () => {
  [ann, bob, cat, dan] = await world.people(4);
});

const threadsOf = async (person: Person) =>
  (
    await person.query<{ threads: { edges: { node: { id: string } }[] } }>(
      '{ threads { edges { node { id } } } }',
    )
  ).threads.edges.map(({ node }) => node.id);

describe('a clock that is wrong by a day', () => {
  it('[LV24] is in no time that is stored', async () => {
    const password = 'a long way to Tipperary';
    await ahead(async () => {
      const threadId = await group(ann!, { members: [bob!] });
      const { id } = await say(ann!, threadId, 'First');
      await ann!.must('editMessage', { messageId: id, body: 'Second' });
      await ann!.must('pinMessage', { messageId: id });
      await bob!.must('addReaction', { messageId: id, emoji: '👍' });
      await bob!.must('saveMessage', { messageId: id });
      await bob!.must('markRead', { threadId, seq: 2 });
      await ann!.must('banParticipant', { threadId, userId: cat!.id, clientMutationId: 'once' });
      const { invite } = await ann!.must('createInvite', { threadId });
      await ann!.must('revokeInvite', { inviteId: invite.id });
      await ann!.must('createUpload', { name: 'x', contentType: 'x/y', size: 1 });
      await ann!.must('deleteMessage', { messageId: id });
      await ann!.must('archiveGroup', { threadId });
      await bob!.must('deleteGroup', { threadId: await group(bob!, { members: [ann!] }) });
      const browser = world.browser();
      await browser.must('signUp', { handle: 'ahead', displayName: 'Ahead', password });
      await browser.must('deleteAccount', { password });
    });
    const columns = await world.prisma.$queryRaw<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = current_schema() and table_name ~ '^[A-Z]' and data_type like 'timestamp%'`;
    expect(columns.length).toBeGreaterThan(20);
    const late: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await world.pool.query(
        `select 1 from "${table}" where "${column}" > now() + interval '1 minute' limit 1`,
      );
      if (rows.length > 0) late.push(`${table}.${column}`);
    }
    expect(late).toEqual([]);
  });

  it('[LV24] is in no default either', () => {
    const tables = readFileSync(new URL('../prisma/schema.prisma', import.meta.url), 'utf8');
    expect(tables).not.toMatch(/@default\(now\(\)\)|@updatedAt/);
  });

  it('[TH5] [LV24] lifts no thread above what was said since', async () => {
    const talk = await direct(ann!, cat!);
    const renamed = await group(ann!, { members: [bob!] });
    await ahead(() => ann!.must('updateGroupName', { threadId: renamed, name: 'Tomorrow' }));
    const begun = await ahead(() => direct(ann!, bob!));
    await say(cat!, talk);
    expect(await threadsOf(ann!)).toEqual([talk, begun, renamed]);
  });

  it('[AT11] [LV24] removes no upload before its day is over, nor spares one', async () => {
    const rows = () => world.prisma.attachment.count({ where: { ownerId: ann!.id } });
    for (const clock of [ahead, behind])
      await clock(() => ann!.must('createUpload', { name: 'x', contentType: 'x/y', size: 1 }));
    await ahead(() => sweep(world.prisma, async () => {}));
    expect(await rows()).toBe(2);
    await world.prisma.$executeRaw`
      update "Attachment" set "createdAt" = "createdAt" - interval '25 hours' where "ownerId" = ${ann!.id}`;
    await behind(() => sweep(world.prisma, async () => {}));
    expect(await rows()).toBe(0);
  });

  it('[IN3] [LV24] neither ends a link nor opens one', async () => {
    const threadId = await group(ann!, { members: [dan!] });
    const link = (expiresInSeconds: number) => ann!.must('createInvite', { threadId, expiresInSeconds });
    const made = await behind(() => link(3600));
    expect(error(made.invite.expiresAt, 3_600_000)).toBeLessThan(minute);
    const preview = (token: string) =>
      bob!.query<{ invite: object | null }>(
        'query ($token: String!) { invite(token: $token) { groupName } }',
        {
          token,
        },
      );
    expect((await ahead(() => preview(made.token))).invite).not.toBeNull();
    expect((await ahead(() => bob!.does('acceptInvite', { token: made.token }))).__typename).toBe(
      'AcceptInvitePayload',
    );
    await world.prisma.invite.update({
      where: { id: made.invite.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await behind(() => preview(made.token))).invite).toBeNull();
    expect((await behind(() => cat!.does('acceptInvite', { token: made.token }))).__typename).toBe(
      'NotFoundError',
    );
  });

  it('[PF2] [LV24] mutes for as long as was said', async () => {
    const threadId = await direct(ann!, bob!);
    await behind(() => ann!.must('updateThreadPreferences', { threadId, mute: 'HOUR' }));
    const { mutedUntil } = await world.prisma.participant.findUniqueOrThrow({
      where: { threadId_userId: { threadId, userId: ann!.id } },
    });
    expect(error(mutedUntil, 3_600_000)).toBeLessThan(minute);
  });

  it('[AC10] [LV24] ends no session before its time, nor keeps one', async () => {
    const password = 'a long way to Tipperary';
    const browser = world.browser();
    await behind(() =>
      browser.must('signUp', { handle: `s${ann!.id.slice(-8)}`, displayName: 'S', password }),
    );
    const { id, expiresAt } = await world.prisma.session.findUniqueOrThrow({
      where: { secretHash: hashSecret(browser.secret ?? '') },
    });
    expect(error(expiresAt, 180 * day)).toBeLessThan(minute);
    const seen = (ms: number) =>
      world.prisma.session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - ms) } });
    const viewer = () => browser.query<{ viewer: object | null }>('{ viewer { id } }');
    const listed = async () =>
      (await browser.query<{ sessions: { edges: object[] } }>('{ sessions { edges { cursor } } }')).sessions
        .edges;
    await seen(29.5 * day);
    expect((await ahead(viewer)).viewer).not.toBeNull();
    expect(error((await world.prisma.session.findUniqueOrThrow({ where: { id } })).lastSeenAt)).toBeLessThan(
      minute,
    );
    await seen(29.5 * day);
    expect(await ahead(() => keepSessions(world.prisma, [id]))).toEqual([id]);
    expect(error((await world.prisma.session.findUniqueOrThrow({ where: { id } })).lastSeenAt)).toBeLessThan(
      minute,
    );
    expect(await ahead(listed)).toHaveLength(1);
    await seen(30.5 * day);
    expect(await behind(() => keepSessions(world.prisma, [id]))).toEqual([]);
    expect((await behind(viewer)).viewer).toBeNull();
  });

  it('[GR8] [LV24] makes nobody the owner who came later', async () => {
    const threadId = await group(ann!, { members: [dan!] });
    await ahead(() => ann!.must('addParticipant', { threadId, userId: bob!.id }));
    await ann!.must('addParticipant', { threadId, userId: cat!.id });
    await dan!.must('leaveGroup', { threadId });
    await ann!.must('leaveGroup', { threadId });
    const owner = await world.prisma.participant.findFirstOrThrow({ where: { threadId, role: 'OWNER' } });
    expect(owner.userId).toBe(bob!.id);
  });

  it('[MN6] [LV24] hides nobody’s mentions', async () => {
    const threadId = await group(ann!, { members: [dan!] });
    await ahead(() => ann!.must('addParticipant', { threadId, userId: bob!.id }));
    await say(ann!, threadId, '@all here');
    const { mentions } = await bob!.query<{ mentions: { edges: { node: { body: string } }[] } }>(
      '{ mentions { edges { node { body } } } }',
    );
    expect(mentions.edges.map(({ node }) => node.body)).toEqual(['@all here']);
  });

  it('[LV14] [LV24] makes no epoch the last for ever', async () => {
    const restore = () => world.prisma.$executeRaw`update "LogEpoch" set fingerprint = 'another place'`;
    await restore();
    await ahead(() => presentEpoch(world.prisma));
    await restore();
    const { id } = await presentEpoch(world.prisma);
    expect((await presentEpoch(world.prisma)).id).toBe(id);
  });
});

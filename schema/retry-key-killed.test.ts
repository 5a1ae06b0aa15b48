import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from './account/password.ts';
import { anywhere, behindEach, type Kill, killsOf } from './testing/kills.ts';
import { mutationOf, type Outcome } from './testing/mutations.ts';
import { saySeed } from './testing/random.ts';
import { retried } from './testing/retried.ts';
import { openRetryStage } from './testing/retry-stage.ts';
import { rowsOf } from './testing/rows.ts';
import { testPassword } from './testing/world.ts';

const stage = await openRetryStage();
const { world, other, s } = stage;
const kills = await killsOf(world, other);
beforeAll(saySeed);
beforeEach(stage.setBack);
afterAll(async () => {
  await kills.close();
  await stage.close();
});

/** How often each is killed anywhere, beside where something may just have come to last. */
const draws = 3;

/** How many rows there are more of in each table than before. */
const added = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]));

describe.each([
  'createGroup',
  'addParticipant',
  'removeParticipant',
  'updateGroupName',
  'createInvite',
  'acceptInvite',
  'sendMessage',
  'deleteMessage',
])('%s, whose connection is ended anywhere,', (mutation) => {
  const { by, input } = retried[mutation]!;
  const asked = () => ({ ...input(s), clientMutationId: 'key' });

  it('[ER6] is done exactly once by its key', async () => {
    const before = await rowsOf(world);
    const whole = await kills.during(null, () => s[by].must(mutation, asked()));
    const once = added(before, await rowsOf(world));
    const nothing = added(before, before);
    const rounds = [
      ...behindEach(whole.said).map((kill) => [kill]),
      ...Array.from({ length: draws }, () => [anywhere(whole.said), anywhere(whole.said)]),
    ];
    let unheard = 0;
    for (const tries of rounds) {
      await stage.setBack();
      const why = JSON.stringify(tries);
      let outcome: Outcome | null = null;
      for (const [index, kill] of tries.entries()) {
        const person = index === 0 ? s[by] : other.as(s[by]);
        outcome = (await kills.during(kill, () => person.does(mutation, asked()))).done;
      }
      await kills.over();
      // The key is there with the rest or not at all. Where doing it again does no harm, nothing else would show that.
      const left = added(before, await rowsOf(world));
      const isDone = Boolean(left['"MutationResult"']);
      expect(left, why).toEqual(isDone ? once : nothing);
      if (isDone && !outcome) unheard += 1;
      const answer = await other.as(s[by]).must(mutation, asked());
      if (outcome) expect(answer, why).toEqual(outcome);
      expect(await s[by].must(mutation, asked()), why).toEqual(answer);
      expect(added(before, await rowsOf(world)), why).toEqual(once);
    }
    expect(unheard).toBeGreaterThan(0);
  });
});

it('[ER6] [ER13] changePassword, whose connection is ended anywhere, is done exactly once by its key', async () => {
  const { handle, id: userId } = s.owner;
  const newPassword = 'another horse battery';
  const input = { currentPassword: testPassword, newPassword, clientMutationId: 'key' };
  const revoked = () => world.prisma.event.count({ where: { kind: 'SESSION_REVOKED', userId } });

  async function round(kill: Kill | null): Promise<string[]> {
    await stage.setBack();
    const browser = world.browser();
    await browser.must('signIn', { handle, password: testPassword });
    const { secret } = browser;
    const before = await revoked();
    const open = await world.prisma.session.count({ where: { userId, revokedAt: null } });
    const { done, said } = await kills.during(kill, () => browser.does('changePassword', input));
    const late = Object.assign(other.browser(), { secret: done ? browser.secret : secret });
    const { data, errors } = await late.ask<{ outcome: Outcome }>(mutationOf('changePassword'), { input });
    if (errors) expect(errors[0]?.code).toBe('UNAUTHENTICATED');
    else expect(data?.outcome.__typename).toBe('ChangePasswordPayload');
    if (late.secret === secret) {
      // It was done, and this session is over, perhaps only since this was asked: whoever signs in by the new password is told so.
      await late.must('signIn', { handle, password: newPassword });
      await late.must('changePassword', input);
    }
    const user = await world.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(await verifyPassword(user.passwordHash, newPassword)).toBe(true);
    // Each of those that were there has ended once, and the new one stands.
    expect(await revoked()).toBe(before + open);
    expect(await late.query('{ viewer { id } }')).toEqual({ viewer: { id: userId } });
    expect(await world.prisma.mutationResult.count({ where: { accountId: userId, key: 'key' } })).toBe(1);
    return said;
  }

  const said = await round(null);
  for (const kill of behindEach(said)) await round(kill);
  for (let count = 0; count < draws; count += 1) await round(anywhere(said));
});

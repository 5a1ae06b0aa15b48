import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyPassword } from './account/password.ts';
import { anywhere, behindTheCommit, type Kill, killsOf } from './testing/kills.ts';
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

/** How often each is killed: once behind its commit, then anywhere. */
const rounds = 4;

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
    let unanswered = 0;
    for (let round = 0; round < rounds; round += 1) {
      await stage.setBack();
      const first = round === 0 ? behindTheCommit(whole.said) : anywhere(whole.said);
      const tries = [first, ...(round % 2 ? [anywhere(whole.said)] : [])];
      let outcome: Outcome | null = null;
      for (const kill of tries) {
        outcome = (await kills.during(kill, () => s[by].does(mutation, asked()))).done;
        if (!outcome) unanswered += 1;
      }
      const answer = await other.as(s[by]).must(mutation, asked());
      const why = JSON.stringify(tries);
      if (outcome) expect(answer, why).toEqual(outcome);
      expect(await s[by].must(mutation, asked()), why).toEqual(answer);
      expect(added(before, await rowsOf(world)), why).toEqual(once);
    }
    expect(unanswered).toBeGreaterThan(0);
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
    if (errors) {
      // It was done, and this session is over: whoever signs in by the new password is told so.
      expect(errors[0]?.code).toBe('UNAUTHENTICATED');
      await late.must('signIn', { handle, password: newPassword });
      await late.must('changePassword', input);
    } else expect(data?.outcome.__typename).toBe('ChangePasswordPayload');
    const user = await world.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(await verifyPassword(user.passwordHash, newPassword)).toBe(true);
    // Each of those that were there has ended once, and the new one stands.
    expect(await revoked()).toBe(before + open);
    expect(await late.query('{ viewer { id } }')).toEqual({ viewer: { id: userId } });
    expect(await world.prisma.mutationResult.count({ where: { accountId: userId, key: 'key' } })).toBe(1);
    return said;
  }

  const said = await round(null);
  await round(behindTheCommit(said));
  for (let count = 1; count < rounds; count += 1) await round(anywhere(said));
});

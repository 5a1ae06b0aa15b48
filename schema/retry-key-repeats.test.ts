import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { mutationOf } from './testing/mutations.ts';
import { eachRetried } from './testing/retried.ts';
import { daysEarlier, openRetryStage } from './testing/retry-stage.ts';
import { direct } from './testing/threads.ts';

const stage = await openRetryStage();
const { world, other, s, twin, effects, tenTimes, daysLater } = stage;
beforeEach(stage.setBack);
afterAll(stage.close);

describe.each(eachRetried)('a key of $mutation', ({ mutation, by, input, another, later }) => {
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
    expect(await daysLater(40)).toBeGreaterThan(0);
    const before = await effects();
    const told = { ...daysEarlier(first, 40), ...later };
    expect(await other.as(s[by]).must(mutation, asked)).toEqual(told);
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
    const single = await twin[by].must(mutation, input(twin));
    expect(await events(mine)).toBe(
      await events([twin.threadId, ...(single.thread ? [single.thread.id] : [])]),
    );
  });

  it('[ER8] is another one from another account', async () => {
    await twin[by].must(mutation, { ...input(twin), clientMutationId: 'key' });
    const before = await effects();
    await s[by].must(mutation, { ...input(s), clientMutationId: 'key' });
    expect(await effects()).not.toBe(before);
  });
});

it('[ER8] a direct thread that two start with the same key is theirs', async () => {
  const asked = { clientMutationId: 'key' };
  const one = await s.owner.must('startDirectThread', { ...asked, userId: s.outsider.id });
  const other = await s.outsider.must('startDirectThread', { ...asked, userId: s.owner.id });
  expect(other.thread.id).toBe(one.thread.id);
  expect(await direct(s.owner, s.outsider)).toBe(one.thread.id);
});

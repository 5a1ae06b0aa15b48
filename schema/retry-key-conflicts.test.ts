import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../prisma/client/client.ts';
import { type IdPrefix, newId } from './id.ts';
import { eachRetried } from './testing/retried.ts';
import { openRetryStage } from './testing/retry-stage.ts';
import { footprint } from './testing/rows.ts';

const stage = await openRetryStage();
const { world, s, effects, tenTimes } = stage;
beforeEach(stage.setBack);
afterAll(stage.close);

it('[ER7] what shows that nothing was written sees every table, and what stands in it', async () => {
  const before = await footprint(world);
  for (const model of Object.keys(Prisma.ModelName)) expect(before).toContain(`"${model}" `);
  await world.prisma.session.updateMany({ data: { network: 'elsewhere' } });
  const changed = (await footprint(world)).split('\n').filter((line) => !before.includes(line));
  expect(changed).toEqual([expect.stringContaining('"Session" ')]);
});

describe.each(eachRetried)('a key of $mutation', ({ mutation, by, input, another, failing }) => {
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

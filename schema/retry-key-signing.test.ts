import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { mutationOf, type Outcome } from './testing/mutations.ts';
import { openRetryStage } from './testing/retry-stage.ts';

const stage = await openRetryStage();
const { world, other, effects, daysLater } = stage;
beforeEach(stage.setBack);
afterAll(stage.close);

describe('signing up, in and out', () => {
  const password = 'correct horse battery';
  let handle = '';
  beforeEach(() => {
    handle = newId('usr').slice(-12);
  });

  it('[ER13] the same sign-up enters the account that the first one made', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const browser = world.browser();
    const first = await browser.must('signUp', asked);
    const secret = browser.secret;
    expect(await browser.must('signUp', asked)).toEqual(first);
    expect(browser.secret).not.toBe(secret);
    // From another machine too: the answer to the first may have been lost.
    expect(await world.browser().must('signUp', asked)).toEqual(first);
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] ten of them at once to two instances make one account', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? other : world).browser().must('signUp', asked)),
    );
    expect(new Set(outcomes.map((outcome) => outcome.viewer.id)).size).toBe(1);
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] one that was killed behind its commit is entered by the next, also 40 days later', async () => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    const browser = world.browser();
    const set = async () => {
      throw new Error('Killed.');
    };
    const dying = { ...(await browser.context()), cookie: { set, clear: () => {} } };
    await expect(browser.query(mutationOf('signUp'), { input: asked }, dying)).rejects.toThrow('Killed.');
    const { id } = await world.prisma.user.findUniqueOrThrow({ where: { handle } });
    expect((await other.browser().must('signUp', asked)).viewer.id).toBe(id);
    expect(await daysLater(40)).toBeGreaterThan(0);
    const late = other.browser();
    expect((await late.must('signUp', asked)).viewer.id).toBe(id);
    expect(late.secret).not.toBeNull();
    expect((await other.browser().does('signUp', { ...asked, displayName: 'Y' })).code).toBe('CONFLICT');
    expect(await world.prisma.user.count({ where: { handle } })).toBe(1);
  });

  it('[ER13] ten who sign in or out at once on two instances do what they say', async () => {
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const browsers = Array.from({ length: 10 }, (_, index) => (index % 2 ? other : world).browser());
    const asked = { handle, password, clientMutationId: 'key' };
    const entered = await Promise.all(browsers.map((browser) => browser.must('signIn', asked)));
    expect(new Set(entered.map((outcome) => outcome.viewer.id)).size).toBe(1);
    expect(new Set(browsers.map((browser) => browser.secret)).size).toBe(10);
    const { id } = entered[0]!.viewer;
    const live = () => world.prisma.session.count({ where: { userId: id, revokedAt: null } });
    expect(await live()).toBe(11);
    await Promise.all(browsers.map((browser) => browser.must('signOut', { clientMutationId: 'key' })));
    expect(await live()).toBe(1);
  });

  it.each([
    ['another name', { displayName: 'Y' }],
    ['another password', { password: 'another horse battery' }],
    ['another key', { clientMutationId: 'other' }],
    ['no key', { clientMutationId: null }],
  ])('[ER13] with %s it is a conflict', async (_what, different) => {
    const asked = { handle, displayName: 'X', password, clientMutationId: 'key' };
    await world.browser().must('signUp', asked);
    const before = await effects();
    const browser = world.browser();
    expect((await browser.does('signUp', { ...asked, ...different })).__typename).toBe('ConflictError');
    expect(browser.secret).toBeNull();
    expect(await effects()).toBe(before);
  });

  it('[ER13] signing in and out with the same key do what they say', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const first = await browser.must('signIn', { handle, password, clientMutationId: 'key' });
    expect(await browser.must('signIn', { handle, password, clientMutationId: 'key' })).toEqual(first);
    expect(await world.browser().must('signIn', { handle, password, clientMutationId: 'key' })).toEqual(
      first,
    );
    for (let round = 0; round < 2; round += 1) {
      expect(await browser.must('signOut', { clientMutationId: 'key' })).toEqual({
        __typename: 'SignOutPayload',
        ok: true,
      });
      expect(browser.secret).toBeNull();
    }
  });

  it('[ER6] [ER7] ending the other sessions is done once by its key, whoever comes in since', async () => {
    const browser = world.browser();
    const { viewer } = await browser.must('signUp', { handle, displayName: 'X', password });
    const live = () => world.prisma.session.count({ where: { userId: viewer.id, revokedAt: null } });
    await world.browser().must('signIn', { handle, password });
    const tries = Array.from({ length: 10 }, (_, index) =>
      Object.assign((index % 2 ? other : world).browser(), { secret: browser.secret }),
    );
    const ended = await Promise.all(
      tries.map((tab) => tab.must('revokeOtherSessions', { clientMutationId: 'key' })),
    );
    expect(ended).toEqual(ended.map(() => ended[0]));
    expect(await live()).toBe(1);
    await other.browser().must('signIn', { handle, password });
    expect(await daysLater(40)).toBeGreaterThan(0);
    expect(await browser.must('revokeOtherSessions', { clientMutationId: 'key' })).toEqual(ended[0]);
    expect(await live()).toBe(2);
    const rival = await browser.does('updateProfile', { displayName: 'Y', clientMutationId: 'key' });
    expect(rival.__typename).toBe('ConflictError');
  });

  it('[ER7] [ER13] a key by which something was done deletes no account', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    await browser.must('updateProfile', { displayName: 'Y', clientMutationId: 'key' });
    const before = await effects();
    const outcome = await browser.does('deleteAccount', { password, clientMutationId: 'key' });
    expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    expect(await effects()).toBe(before);
    await browser.must('deleteAccount', { password, clientMutationId: 'another key' });
  });

  it('[ER11] their keys keep the same rules', async () => {
    const browser = world.browser();
    const inputs = {
      signUp: { handle, displayName: 'X', password },
      signIn: { handle, password },
      signOut: {},
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      const outcome: Outcome = await browser.does(mutation, { ...input, clientMutationId: ' ' });
      expect(outcome.fields.map((field) => field.path)).toEqual(['clientMutationId']);
    }
  });
});

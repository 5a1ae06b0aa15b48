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
  const another = 'another horse battery';
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
    const before = await effects();
    expect((await other.browser().does('signUp', { ...asked, displayName: 'Y' })).code).toBe('CONFLICT');
    expect(await effects()).toBe(before);
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
    ['another password', { password: another }],
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

  it('[ER13] signing in and out with the same key do what they say, also 40 days later', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const asked = { handle, password, clientMutationId: 'key' };
    const first = await browser.must('signIn', asked);
    for (const later of [0, 40]) {
      if (later > 0) expect(await daysLater(40)).toBeGreaterThan(0);
      expect(await browser.must('signIn', asked)).toEqual(first);
      expect(await other.browser().must('signIn', asked)).toEqual(first);
      for (let round = 0; round < 2; round += 1) {
        expect(await browser.must('signOut', { clientMutationId: 'key' })).toEqual({
          __typename: 'SignOutPayload',
          ok: true,
        });
        expect(browser.secret).toBeNull();
      }
    }
  });

  it('[ER13] signing in and out keep no key, and take one that was used', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    await browser.must('updateProfile', { displayName: 'Y', clientMutationId: 'key' });
    const asked = { handle, password, clientMutationId: 'key' };
    const late = other.browser();
    const before = await effects();
    expect((await late.does('signIn', { ...asked, password: another })).__typename).toBe('ForbiddenError');
    expect(await effects()).toBe(before);
    await late.must('signIn', asked);
    await late.must('signOut', { clientMutationId: 'key' });
    expect(await late.query('{ viewer { id } }')).toEqual({ viewer: null });
    await browser.must('updateProfile', { displayName: 'Y', clientMutationId: 'key' });
  });

  it('[ER6] [ER13] a password is changed once by its key, also 40 days later', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const asked = { currentPassword: password, newPassword: another, clientMutationId: 'key' };
    const first = await browser.must('changePassword', asked);
    const { secret } = browser;
    expect(await browser.must('changePassword', asked)).toEqual(first);
    expect(browser.secret).toBe(secret);
    expect(await daysLater(40)).toBeGreaterThan(0);
    const late = other.browser();
    await late.must('signIn', { handle, password: another });
    const before = await effects();
    expect(await late.must('changePassword', asked)).toEqual(first);
    expect(await effects()).toBe(before);
  });

  it('[ER7] [ER13] a password is not changed by a key that was used with another one', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const asked = { currentPassword: password, newPassword: another, clientMutationId: 'key' };
    await browser.must('changePassword', asked);
    await browser.must('updateProfile', { displayName: 'Y', clientMutationId: 'of a name' });
    const before = await effects();
    const third = { currentPassword: another, newPassword: 'a third horse battery' };
    for (const clientMutationId of ['key', 'of a name']) {
      const outcome = await browser.does('changePassword', { ...third, clientMutationId });
      expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    }
    const rival = await browser.does('updateProfile', { displayName: 'Z', clientMutationId: 'key' });
    expect(rival.__typename).toBe('ConflictError');
    expect(await effects()).toBe(before);
  });

  it('[ER6] ending the other sessions is done once by its key, whoever comes in since', async () => {
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
    expect(await daysLater(40)).toBeGreaterThan(0);
    // Unused for so long, that session has run out.
    const [late, later] = [other.browser(), world.browser()];
    for (const one of [late, later]) await one.must('signIn', { handle, password });
    const before = await effects();
    expect(await late.must('revokeOtherSessions', { clientMutationId: 'key' })).toEqual(ended[0]);
    expect(await effects()).toBe(before);
    expect(await later.query('{ viewer { id } }')).toEqual({ viewer: { id: viewer.id } });
  });

  it('[ER7] a key by which something else was done ends no sessions', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    await browser.must('updateProfile', { displayName: 'Y', clientMutationId: 'of a name' });
    await browser.must('revokeOtherSessions', { clientMutationId: 'key' });
    await world.browser().must('signIn', { handle, password });
    const before = await effects();
    const ending = await browser.does('revokeOtherSessions', { clientMutationId: 'of a name' });
    expect(ending).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    const rival = await browser.does('updateProfile', { displayName: 'Z', clientMutationId: 'key' });
    expect(rival.__typename).toBe('ConflictError');
    expect(await effects()).toBe(before);
  });

  it('[ER13] ten who delete an account at once delete it once', async () => {
    const browser = world.browser();
    const { viewer } = await browser.must('signUp', { handle, displayName: 'X', password });
    await browser.must('createGroup', { name: 'Theirs', participantIds: [(await world.person()).id] });
    const tries = Array.from({ length: 10 }, (_, index) =>
      Object.assign((index % 2 ? other : world).browser(), { secret: browser.secret }),
    );
    const input = { password, clientMutationId: 'key' };
    const answers = await Promise.all(tries.map((tab) => tab.ask(mutationOf('deleteAccount'), { input })));
    const done = answers.filter(({ data }) => data);
    expect(done.length).toBeGreaterThan(0);
    for (const { data } of done) expect(data).toMatchObject({ outcome: { ok: true } });
    // Who comes when it is gone has no session any more.
    for (const { data, errors } of answers)
      expect(data ?? errors?.[0]?.code).toEqual(data ?? 'UNAUTHENTICATED');
    const told = await world.prisma.event.groupBy({
      by: ['kind'],
      where: { OR: [{ userId: viewer.id }, { actorId: viewer.id }] },
      _count: true,
    });
    expect(Object.fromEntries(told.map(({ kind, _count }) => [kind, _count]))).toMatchObject({
      USER_UPDATED: 1,
      SESSION_REVOKED: 1,
      PARTICIPANT_LEFT: 1,
    });
  });

  it('[ER13] an account that is gone is deleted no more, also 40 days later', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle, displayName: 'X', password });
    const { secret } = browser;
    const input = { password, clientMutationId: 'key' };
    await browser.must('deleteAccount', input);
    // The handle is another's since, with the same password.
    const next = other.browser();
    const { viewer } = await next.must('signUp', { handle, displayName: 'Y', password });
    for (const later of [0, 40]) {
      if (later > 0) expect(await daysLater(40)).toBeGreaterThan(0);
      const before = await effects();
      const late = Object.assign(other.browser(), { secret });
      expect(await late.ask(mutationOf('deleteAccount'), { input })).toMatchObject({
        errors: [{ code: 'UNAUTHENTICATED' }],
      });
      expect(await effects()).toBe(before);
    }
    expect((await other.browser().must('signIn', { handle, password })).viewer).toEqual(viewer);
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

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../id.ts';
import { cursorOf } from '../testing/cursor.ts';
import { settled } from '../testing/settled.ts';
import { type Browser, openWorld } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());

const password = 'correct horse battery';
const another = 'another horse battery';
let handle = '';
beforeEach(async () => {
  handle = newId('usr').slice(-12);
  await world.browser().must('signUp', { handle, displayName: 'Somebody', password });
});

interface Shown {
  id: string;
  device: string;
  network: string | null;
  current: boolean;
}

async function signedIn(secret = password): Promise<Browser> {
  const browser = world.browser();
  await browser.must('signIn', { handle, password: secret });
  return browser;
}

async function sessionsOf(browser: Browser): Promise<Shown[]> {
  const { sessions } = await browser.query<{ sessions: { edges: { node: Shown }[] } }>(
    '{ sessions { edges { node { id device network current createdAt lastSeenAt } } } }',
  );
  return sessions.edges.map(({ node }) => node);
}

const isIn = async (browser: Browser) =>
  (await browser.query<{ viewer: object | null }>('{ viewer { id } }')).viewer !== null;

const currentOf = async (browser: Browser) =>
  (await sessionsOf(browser)).find(({ current }) => current)?.id ?? '';

describe('sessions', () => {
  it('[SS1] [SS2] are listed with device and network, the newest first, this one marked', async () => {
    const phone = await signedIn();
    const shown = await sessionsOf(phone);
    expect(shown.map(({ device, network, current }) => [device, network, current])).toEqual([
      ['test', '192.0.2.x', true],
      ['test', '192.0.2.x', false],
    ]);
    expect(JSON.stringify(await world.prisma.session.findMany())).not.toContain('192.0.2.1');
  });

  it('[AC21] are a hundred at most: the next one ends the one that was not used for the longest time', async () => {
    const phone = await signedIn();
    const { viewer } = await phone.query<{ viewer: { id: string } }>('{ viewer { id } }');
    const old = Array.from({ length: 98 }, (_, place) => ({
      id: newId('ses'),
      userId: viewer.id,
      secretHash: newId('ses'),
      expiresAt: new Date(Date.now() + 60_000),
      lastSeenAt: new Date(Date.now() - (place + 1) * 60_000),
    }));
    await world.prisma.session.createMany({ data: old });
    const browser = await signedIn();
    const standing = { userId: viewer.id, revokedAt: null };
    expect(await world.prisma.session.count({ where: standing })).toBe(100);
    const ended = await world.prisma.session.findMany({ where: { ...standing, revokedAt: { not: null } } });
    expect(ended.map(({ id }) => id)).toEqual([old.at(-1)!.id]);
    expect([await isIn(phone), await isIn(browser)]).toEqual([true, true]);
  });

  it('[SS1] are those that stand, and one’s own alone', async () => {
    const browser = await signedIn();
    const gone = await signedIn();
    const stale = await signedIn();
    await world.prisma.session.update({
      where: { id: await currentOf(stale) },
      data: { lastSeenAt: new Date(0) },
    });
    await gone.must('signOut', {});
    await world.browser().must('signUp', { handle: newId('usr').slice(-12), displayName: 'X', password });
    expect(await sessionsOf(browser)).toHaveLength(2);
  });

  it('[SS1] are told by no change, neither where one begins nor where one ends', async () => {
    const browser = await signedIn();
    const cursor = await cursorOf(world, browser);
    const other = await signedIn();
    await browser.must('revokeSession', { sessionId: await currentOf(other) });
    await settled(world);
    const { changes } = await browser.query<{ changes: { changes: object[] } }>(
      'query ($after: Cursor!) { changes(after: $after) { changes { __typename } } }',
      { after: cursor },
    );
    expect(changes.changes).toEqual([]);
    expect(await sessionsOf(browser)).toHaveLength(2);
  });

  it('[SS3] are ended one by one, and ending one twice is ending it', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const sessionId = await currentOf(there);
    for (let round = 0; round < 2; round += 1)
      expect(await here.must('revokeSession', { sessionId })).toEqual({
        __typename: 'RevokeSessionPayload',
        sessionId,
      });
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await world.prisma.event.count({ where: { kind: 'SESSION_REVOKED', sessionId } })).toBe(1);
  });

  it('[SS3] that are this one end like signing out', async () => {
    const browser = await signedIn();
    await browser.must('revokeSession', { sessionId: await currentOf(browser) });
    expect(browser.secret).toBeNull();
  });

  it('[SS3] of others are not found, like what does not exist', async () => {
    const stranger = world.browser();
    await stranger.must('signUp', { handle: newId('usr').slice(-12), displayName: 'X', password });
    const browser = await signedIn();
    const theirs = await browser.does('revokeSession', { sessionId: await currentOf(stranger) });
    expect(theirs).toEqual(await browser.does('revokeSession', { sessionId: newId('ses') }));
    expect(theirs.__typename).toBe('NotFoundError');
    expect(await isIn(stranger)).toBe(true);
  });

  it('[SS4] all end but this one', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    expect((await here.must('revokeOtherSessions', { clientMutationId: 'key' })).count).toBe(2);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await here.must('revokeOtherSessions', { clientMutationId: 'key' })).count).toBe(2);
    expect((await here.must('revokeOtherSessions', {})).count).toBe(0);
  });
});

describe('a password', () => {
  it('[AC16] is changed by who knows it; every session ends, and this one goes on under another secret', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { secret } = here;
    await here.must('changePassword', { currentPassword: password, newPassword: another });
    expect(here.secret).not.toBe(secret);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    const copied = Object.assign(world.browser(), { secret });
    expect(await isIn(copied)).toBe(false);
    expect(await sessionsOf(here)).toHaveLength(1);
    expect((await world.browser().does('signIn', { handle, password })).code).toBe('FORBIDDEN');
    expect(await isIn(await signedIn(another))).toBe(true);
  });

  it('[AC16] stays where the old one is wrong or the new one is none, and wrong ones are counted', async () => {
    const browser = await signedIn();
    const { secret } = browser;
    world.tries.spent.length = 0;
    const wrong = await browser.does('changePassword', { currentPassword: another, newPassword: another });
    expect(wrong.fields).toEqual([{ path: 'currentPassword', reason: 'This is not your password.' }]);
    expect(world.tries.spent).toEqual([`signIn ${handle}`]);
    const weak = await browser.does('changePassword', {
      currentPassword: password,
      newPassword: 'password1',
    });
    expect(weak.fields.map(({ path }) => path)).toEqual(['newPassword']);
    expect(browser.secret).toBe(secret);
    expect(await isIn(await signedIn())).toBe(true);

    world.tries.closed = true;
    const { errors } = await browser.ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }',
      { input: { currentPassword: password, newPassword: another } },
    );
    world.tries.closed = false;
    expect(errors?.map(({ code }) => code)).toEqual(['RATE_LIMITED']);
  });

  it('[AC16] [ER6] is changed once by a key, and whoever repeats it knows the new one', async () => {
    const browser = await signedIn();
    const input = { currentPassword: password, newPassword: another, clientMutationId: 'key' };
    const first = await browser.must('changePassword', input);
    const { secret } = browser;
    expect(await browser.must('changePassword', input)).toEqual(first);
    expect(browser.secret).toBe(secret);
    const other = await browser.does('changePassword', { ...input, newPassword: 'yet another battery' });
    expect(other.__typename).toBe('ConflictError');
    const rows = await world.prisma.mutationResult.findMany();
    expect(JSON.stringify(rows)).not.toContain('horse');
  });

  it('[AC16] is changed by one of two who come at once', async () => {
    const browser = await signedIn();
    const outcomes = await Promise.all(
      [another, 'yet another battery'].map(async (newPassword) => {
        const tab = Object.assign(world.browser(), { secret: browser.secret });
        return (await tab.does('changePassword', { currentPassword: password, newPassword })).__typename;
      }),
    );
    expect(outcomes.toSorted()).toEqual(['ChangePasswordPayload', 'ConflictError']);
  });

  it('[AC16] is not changed over a socket', async () => {
    const { errors } = await (
      await world.person()
    ).ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }', {
      input: { currentPassword: password, newPassword: another },
    });
    expect(errors?.map(({ code }) => code)).toEqual(['BAD_REQUEST']);
  });
});

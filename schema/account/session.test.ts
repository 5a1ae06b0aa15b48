import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openWorld } from '../testing/world.ts';
import { hashSecret, SessionGate, sessionLife } from './session.ts';

const world = await openWorld();
afterAll(() => world.close());

const handle = 'somebody';
const password = 'correct horse battery';
const day = 24 * 60 * 60 * 1000;

beforeAll(async () => {
  await world.browser().must('signUp', { handle, displayName: 'Somebody', password });
});

async function signedIn(): Promise<Browser & { secret: string }> {
  const browser = world.browser();
  await browser.must('signIn', { handle, password });
  return browser as Browser & { secret: string };
}

const rowOf = (secret: string) =>
  world.prisma.session.findUniqueOrThrow({ where: { secretHash: hashSecret(secret) } });

/** Whom a browser is, as the API says it. */
const viewerOf = async (browser: Browser) =>
  (await browser.query<{ viewer: { handle: string } | null }>('{ viewer { handle } }')).viewer?.handle ??
  null;

describe('a session', () => {
  it('[AC8] begins when one signs up or in, and ends the one that this browser had', async () => {
    const browser = world.browser();
    await browser.must('signUp', { handle: 'newcomer', displayName: 'New', password });
    const first = browser.secret!;
    expect(await viewerOf(browser)).toBe('newcomer');

    await browser.must('signIn', { handle, password });
    expect(browser.secret).not.toBe(first);
    expect(await viewerOf(browser)).toBe(handle);
    expect((await rowOf(first)).revokedAt).not.toBeNull();
    expect((await rowOf(browser.secret!)).revokedAt).toBeNull();

    // A failed try ends nothing.
    const kept = browser.secret;
    await browser.does('signIn', { handle, password: 'wrong' });
    expect(browser.secret).toBe(kept);
    expect(await viewerOf(browser)).toBe(handle);
  });

  it('[AC8] cannot begin over a socket', async () => {
    const somebody = await world.person();
    for (const [mutation, type, input] of [
      ['signUp', 'SignUpInput', { handle: 'by-socket', displayName: 'X', password }],
      ['signIn', 'SignInInput', { handle, password }],
    ] as const) {
      const { errors } = await somebody.ask(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`,
        { input },
      );
      expect(errors?.map((error) => error.code)).toEqual(['BAD_REQUEST']);
    }
    expect(await world.prisma.user.findUnique({ where: { handle: 'by-socket' } })).toBeNull();
  });

  it('[AC9] has a secret of 128 bits, of which the row keeps the hash alone', async () => {
    const secrets = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const { secret } = await signedIn();
      expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
      secrets.add(secret);
      const row = await rowOf(secret);
      const stored = JSON.stringify(row);
      expect(row.secretHash).toMatch(/^[0-9a-f]{64}$/);
      expect(stored).not.toContain(secret);
    }
    expect(secrets.size).toBe(3);
  });

  it('[AC9] shows its secret in no answer', async () => {
    const browser = world.browser();
    const { data } = await browser.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { viewer { id handle displayName avatarUrl bot createdAt } } } }',
      { input: { handle, password } },
    );
    expect(JSON.stringify(data)).not.toContain(browser.secret);
    const log = await world.prisma.event.findMany();
    expect(
      JSON.stringify(log, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(browser.secret);
  });

  it('[AC10] ends 180 days after it began', async () => {
    const browser = await signedIn();
    const { id, createdAt, expiresAt } = await rowOf(browser.secret);
    expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / day)).toBe(180);
    const end = async (expires: number) => {
      await world.prisma.session.update({ where: { id }, data: { expiresAt: new Date(expires) } });
      return viewerOf(browser);
    };
    expect(await end(Date.now() + 60_000)).toBe(handle);
    expect(await end(Date.now() - 1)).toBeNull();
  });

  it('[AC10] ends 30 days after it was last used', async () => {
    const browser = await signedIn();
    const { id } = await rowOf(browser.secret);
    const seen = async (at: number) => {
      await world.prisma.session.update({ where: { id }, data: { lastSeenAt: new Date(at) } });
      return viewerOf(browser);
    };
    expect(sessionLife.idle).toBe(30 * day);
    expect(await seen(Date.now() - sessionLife.idle + 60_000)).toBe(handle);
    // That was a use: the days are counted from here again.
    expect(Date.now() - (await rowOf(browser.secret)).lastSeenAt.getTime()).toBeLessThan(60_000);
    expect(await seen(Date.now() - sessionLife.idle - 60_000)).toBeNull();
    expect(await viewerOf(browser)).toBeNull();
  });

  it('[AC10] ends at once when it is revoked, and never lives again', async () => {
    const [browser, other] = [await signedIn(), await signedIn()];
    const { id } = await rowOf(browser.secret);
    await world.prisma.session.update({ where: { id }, data: { revokedAt: new Date() } });
    expect(await viewerOf(browser)).toBeNull();
    expect(await viewerOf(other)).toBe(handle);
  });

  it('[AC10] is each one’s own, however many are asked for at once', async () => {
    const [first, second, ended] = [await signedIn(), await signedIn(), await signedIn()];
    const idOf = async ({ secret }: { secret: string }) => (await rowOf(secret)).id;
    await world.prisma.session.update({
      where: { id: await idOf(ended) },
      data: { revokedAt: new Date() },
    });
    const asked = [second, first, ended, { secret: 'made up' }, first];
    const sessions = new SessionGate(world.sql);
    const found = await Promise.all(asked.map(({ secret }) => sessions.find(secret, '')));
    expect(found.map((viewer) => viewer?.sessionId ?? null)).toEqual([
      await idOf(second),
      await idOf(first),
      null,
      null,
      await idOf(first),
    ]);
  });

  it('[AC10] is nobody’s when its secret is made up', async () => {
    const browser = world.browser();
    for (const secret of ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAA', 'a\0b']) {
      browser.secret = secret;
      expect(await viewerOf(browser)).toBeNull();
    }
  });

  it('[AC11] ends when one signs out, once, and takes the cookie back', async () => {
    const [browser, other] = [await signedIn(), await signedIn()];
    const { secret } = browser;
    const revocations = () => world.prisma.event.count({ where: { kind: 'SESSION_REVOKED' } });
    const before = await revocations();
    expect(await browser.must('signOut', {})).toEqual({ __typename: 'SignOutPayload', ok: true });
    expect(browser.secret).toBeNull();
    expect((await rowOf(secret)).revokedAt).not.toBeNull();
    expect(await revocations()).toBe(before + 1);
    // The old cookie, kept by somebody, is worth nothing.
    const copy = world.browser();
    copy.secret = secret;
    expect(await viewerOf(copy)).toBeNull();
    expect(await viewerOf(other)).toBe(handle);
    // Again, with nobody signed in.
    expect(await browser.must('signOut', {})).toEqual({ __typename: 'SignOutPayload', ok: true });
    expect(await copy.ask('mutation { signOut { ... on SignOutPayload { ok } } }')).toMatchObject({
      data: { signOut: { ok: true } },
    });
    expect(await revocations()).toBe(before + 1);
  });

  it('[AC11] leaves nobody signed in for what follows in the same document', async () => {
    const browser = await signedIn();
    const { errors } = await browser.ask(
      `mutation ($id: ID!) {
      signOut { __typename }
      startDirectThread(input: { userId: $id }) { __typename }
    }`,
      { id: (await world.person()).id },
    );
    expect(errors?.map(({ code, path }) => [code, path])).toEqual([['UNAUTHENTICATED', 'startDirectThread']]);
    expect(await world.prisma.thread.count()).toBe(0);
  });
});

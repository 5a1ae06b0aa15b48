import { dictionary } from '@zxcvbn-ts/language-common';
import argon2 from 'argon2';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { footprint } from '../testing/rows.ts';
import { openWorld } from '../testing/world.ts';

const world = await openWorld();
afterAll(() => world.close());
beforeEach(() => {
  world.tries.closed = false;
  world.tries.spent.length = 0;
  world.tries.refunded.length = 0;
});

const password = 'correct horse battery';
let count = 0;
const newHandle = () => `somebody-${(count += 1)}`;

describe('signing up', () => {
  it('[AC1] takes handles of 2 to 32 of a–z, 0–9, _ and -, and capital letters as small ones', async () => {
    for (const handle of ['ab', 'a'.repeat(32), '0-_9', 'MiXeD', '--']) {
      const { viewer } = await world.browser().must('signUp', { handle, displayName: 'X', password });
      expect(viewer.handle).toBe(handle.toLowerCase());
    }
  });

  it('[AC1] refuses any other handle at its field', async () => {
    const before = await footprint(world);
    const wrong = [
      '',
      'a',
      'a'.repeat(33),
      'with space',
      ' ab',
      'ab ',
      'ä-umlaut',
      'a.b',
      'a@b',
      'ab\n',
      'a\0b',
      'имя',
      '\u212Aelvin',
      'all',
      'Me',
      'here',
      'everyone',
      'channel',
      'Deleted-Account',
      'deleted-account_2',
    ];
    for (const handle of wrong) {
      const outcome = await world.browser().does('signUp', { handle, displayName: 'X', password });
      expect([handle, outcome.__typename, outcome.fields?.map((field) => field.path)]).toEqual([
        handle,
        'InputError',
        ['handle'],
      ]);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[AC2] refuses a handle that is taken, in any case', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'First', password });
    const before = await footprint(world);
    const outcome = await world
      .browser()
      .does('signUp', { handle: handle.toUpperCase(), displayName: 'Second', password });
    expect(outcome).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
    expect(await footprint(world)).toBe(before);
  });

  it('[AC2] gives a handle that ten ask for at once to one of them', async () => {
    const handle = newHandle();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        world.browser().does('signUp', { handle, displayName: `Number ${index}`, password }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.__typename === 'SignUpPayload')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.__typename === 'ConflictError')).toHaveLength(9);
  });

  it('[AC3] takes names of any script, without the blank space at both ends', async () => {
    const names = [
      '李小龙',
      'ஸ்ரீ தமிழ்',
      'محمد علي',
      '👩‍👩‍👧‍👦',
      'Zoë  van Dijk',
      'o'.repeat(100),
      '😀'.repeat(100),
      'e\u0301',
    ];
    for (const displayName of names) {
      const { viewer } = await world
        .browser()
        .must('signUp', { handle: newHandle(), displayName: `\u00A0 ${displayName}\t`, password });
      expect(viewer.displayName).toBe(displayName);
    }
  });

  it('[AC3] refuses a name that is blank, too long, of two lines, or not text', async () => {
    const before = await footprint(world);
    for (const displayName of [
      '',
      ' \u3000\n ',
      'o'.repeat(101),
      '😀'.repeat(101),
      'two\nlines',
      'tab\tin it',
      'nul\0',
      'half \ud83d',
    ]) {
      const outcome = await world.browser().does('signUp', { handle: newHandle(), displayName, password });
      expect([displayName, outcome.__typename]).toEqual([displayName, 'InputError']);
      expect(new Set(outcome.fields.map((field) => field.path))).toEqual(new Set(['displayName']));
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[AC4] takes passwords of 8 to 256 characters', async () => {
    for (const secret of ['q8#kz!pw', '😀🐢🐇🌍🌕🎲🎻🧵', 'x'.repeat(250) + 'unique', '   eight   ']) {
      const handle = newHandle();
      await world.browser().must('signUp', { handle, displayName: 'X', password: secret });
      expect((await world.browser().does('signIn', { handle, password: secret })).__typename).toBe(
        'SignInPayload',
      );
    }
  });

  it('[AC4] refuses a password that is too short or too long', async () => {
    const before = await footprint(world);
    for (const secret of ['', '7 chars', '😀'.repeat(7), 'x'.repeat(257), '😀'.repeat(257)]) {
      const outcome = await world
        .browser()
        .does('signUp', { handle: newHandle(), displayName: 'X', password: secret });
      expect(outcome.fields?.map((field) => field.path)).toEqual(['password']);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[AC4] refuses the commonest passwords, in any case', async () => {
    const before = await footprint(world);
    const commonest = dictionary['passwords-common'].filter((word) => word.length >= 8).slice(0, 50);
    expect(commonest).toHaveLength(50);
    for (const secret of [...commonest, 'PassWord123', 'IloveYou']) {
      const outcome = await world
        .browser()
        .does('signUp', { handle: newHandle(), displayName: 'X', password: secret });
      expect([secret, outcome.fields?.map((field) => field.path)]).toEqual([secret, ['password']]);
    }
    expect(await footprint(world)).toBe(before);
  });

  it('[ER2] names every field that is wrong', async () => {
    const outcome = await world
      .browser()
      .does('signUp', { handle: '!', displayName: ' ', password: 'short' });
    expect(new Set(outcome.fields.map((field) => field.path))).toEqual(
      new Set(['handle', 'displayName', 'password']),
    );
    expect(outcome.fields.every((field) => field.reason.length > 10)).toBe(true);
  });

  it('[AC5] keeps the password as argon2id and nowhere else', async () => {
    const handle = newHandle();
    const secret = 'a canary that sings nowhere';
    await world
      .browser()
      .must('signUp', { handle, displayName: 'X', password: secret, clientMutationId: 'key' });
    const { passwordHash } = await world.prisma.user.findUniqueOrThrow({ where: { handle } });
    const [, memory, time, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(passwordHash) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456);
    expect(Number(time)).toBeGreaterThanOrEqual(2);
    expect(Number(lanes)).toBeGreaterThanOrEqual(1);
    const tables = await world.prisma.$queryRaw<
      { name: string }[]
    >`select relname as name from pg_stat_user_tables`;
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const found = await world.prisma.$queryRawUnsafe<unknown[]>(
        `select 1 from "${name}" t where t::text like '%canary%'`,
      );
      expect([name, found]).toEqual([name, []]);
    }
  });
});

describe('signing in', () => {
  it('[AC6] takes a handle in any case', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const { viewer } = await world.browser().must('signIn', { handle: handle.toUpperCase(), password });
    expect(viewer.handle).toBe(handle);
  });

  it('[AC6] says the same of a wrong handle as of a wrong password, whatever is typed', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const before = await footprint(world);
    const tries = [
      { handle, password: 'something else' },
      { handle, password: password.toUpperCase() },
      { handle, password: '' },
      { handle, password: `${password}\0` },
      { handle, password: '\ud800' },
      { handle: 'nobody-has-this', password },
      { handle: '', password: '' },
      { handle: `${handle}\0`, password },
      { handle: `${handle}\ud800`, password },
      { handle: `'; drop table "User"; --`, password },
    ];
    const answers = new Set<string>();
    for (const input of tries)
      answers.add(JSON.stringify(await world.browser().ask(signInAsText, { input })));
    expect([...answers]).toEqual([
      JSON.stringify({
        data: {
          signIn: { __typename: 'ForbiddenError', code: 'FORBIDDEN', reason: 'Wrong handle or password.' },
        },
        errors: null,
      }),
    ]);
    expect(await footprint(world)).toBe(before);
  });

  it('[AC6] looks at a hash also when nobody has the handle, so that the time tells nothing', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const verify = vi.spyOn(argon2, 'verify');
    for (const who of [handle, 'nobody-has-this']) {
      verify.mockClear();
      await world.browser().does('signIn', { handle: who, password: 'wrong' });
      expect(verify).toHaveBeenCalledExactlyOnceWith(
        expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/),
        'wrong',
      );
    }
    verify.mockRestore();
  });

  it('[AC7] hashes a password again that was hashed with other parameters', async () => {
    const handle = newHandle();
    const passwordHash = await argon2.hash(password, {
      type: argon2.argon2id,
      memoryCost: 8192,
      timeCost: 2,
      parallelism: 1,
    });
    const displayName = 'Old';
    await world.prisma.user.create({ data: { id: 'usr_old', handle, displayName, passwordHash } });
    const now = async () => (await world.prisma.user.findUniqueOrThrow({ where: { handle } })).passwordHash;

    await world.browser().does('signIn', { handle, password: 'wrong' });
    expect(await now()).toBe(passwordHash);
    await world.browser().must('signIn', { handle, password });
    const renewed = await now();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await world.browser().must('signIn', { handle, password });
    expect(await now()).toBe(renewed);
  });

  it('[AC14] counts a try before it looks anything up, and gives it back when it succeeds', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    await world.browser().does('signIn', { handle, password: 'wrong' });
    expect(world.tries.spent).toEqual([`signUp ${handle}`, `signIn ${handle}`]);
    expect(world.tries.refunded).toEqual([]);
    await world.browser().must('signIn', { handle: handle.toUpperCase(), password });
    expect(world.tries.spent.at(-1)).toBe(`signIn ${handle}`);
    expect(world.tries.refunded).toEqual([`signIn ${handle}`]);
  });

  it('[AC14] refuses more tries than there may be, and does nothing', async () => {
    const handle = newHandle();
    await world.browser().must('signUp', { handle, displayName: 'X', password });
    const before = await footprint(world);
    world.tries.closed = true;
    const limited = async (mutation: string, input: Record<string, unknown>) => {
      const { errors } = await world.browser().ask(
        `mutation ($input: ${mutation}Input!) {
        ${mutation[0]!.toLowerCase()}${mutation.slice(1)}(input: $input) { __typename }
      }`,
        { input },
      );
      return errors?.map((error) => error.code);
    };
    expect(await limited('SignIn', { handle, password })).toEqual(['RATE_LIMITED']);
    expect(await limited('SignUp', { handle: newHandle(), displayName: 'X', password })).toEqual([
      'RATE_LIMITED',
    ]);
    expect(await footprint(world)).toBe(before);
  });
});

const signInAsText = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on Error { code reason } }
}`;

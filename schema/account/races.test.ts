import argon2 from 'argon2';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../id.ts';
import { type Browser, openWorld, type World } from '../testing/world.ts';
import { isOutdated } from './password.ts';

/** Two instances, where the same account is asked about at once. */
const here = await openWorld();
const there = await openWorld(here);
afterAll(async () => {
  await there.close();
  await here.close();
});
afterEach(() => vi.restoreAllMocks());

const password = 'correct horse battery';
const another = 'another horse battery';
let handle = '';
let userId = '';
let owner: Browser;
beforeEach(async () => {
  handle = newId('usr').slice(-12);
  owner = here.browser();
  const { viewer } = await owner.must('signUp', {
    handle,
    displayName: 'X',
    password,
    clientMutationId: 'key',
  });
  userId = viewer.id;
});

const sessions = () => here.prisma.session.count({ where: { userId, revokedAt: null } });
const hash = async () => (await here.prisma.user.findUniqueOrThrow({ where: { id: userId } })).passwordHash;

type Transaction = (work: (tx: unknown) => Promise<unknown>) => Promise<unknown>;

/** Leads the next transaction of an instance through something. */
function divert({ prisma }: World, through: (run: Transaction) => Transaction): void {
  const run = prisma.$transaction.bind(prisma) as Transaction;
  vi.spyOn(prisma, '$transaction').mockImplementationOnce(through(run) as never);
}

/** Where the next transaction of an instance stands still until it is let go. */
function inFrontOfTheCommit(world: World) {
  let reach = () => {};
  let open = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  divert(
    world,
    (run) => (work) =>
      run(async (tx) => {
        const done = await work(tx);
        reach();
        await opened;
        return done;
      }),
  );
  return { reached, open };
}

const somebodyWaitsForALock = () =>
  vi.waitFor(
    async () => {
      const waiting = await here.prisma.$queryRaw<object[]>`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    },
    { timeout: 30_000, interval: 5 },
  );

describe.each([
  ['[AC16]', 'changePassword', { currentPassword: password, newPassword: another }, 1],
  ['[AC17]', 'deleteAccount', { password }, 0],
] as const)('%s %s', (_rule, mutation, input, left) => {
  describe.each([
    ['a sign-in', 'signIn', () => ({ handle, password }), 'ForbiddenError'],
    [
      'a sign-up that is tried again',
      'signUp',
      () => ({ handle, displayName: 'X', password, clientMutationId: 'key' }),
      'ConflictError',
    ],
  ] as const)('ends %s', (_what, entering, how, refusal) => {
    it('that has found the password right', async () => {
      divert(there, (run) => async (work) => {
        await owner.must(mutation, input);
        return run(work);
      });
      const late = there.browser();
      expect((await late.does(entering, how())).__typename).toBe(refusal);
      expect(late.secret).toBeNull();
      expect(await sessions()).toBe(left);
    });

    it('that comes in just before it is committed', async () => {
      const gate = inFrontOfTheCommit(here);
      const doing = owner.must(mutation, input);
      await gate.reached;
      const late = there.browser();
      const entered = late.does(entering, how());
      await Promise.race([entered, somebodyWaitsForALock()]);
      gate.open();
      await doing;
      expect((await entered).__typename).toBe(refusal);
      expect(late.secret).toBeNull();
      expect(await sessions()).toBe(left);
    });
  });
});

describe('deleteAccount', () => {
  it('[AC17] does not go through by a password that is changed before the account is gone', async () => {
    const other = there.browser();
    await other.must('signIn', { handle, password });
    divert(there, (run) => async (work) => {
      await owner.must('changePassword', { currentPassword: password, newPassword: another });
      return run(work);
    });
    expect(await other.does('deleteAccount', { password })).toMatchObject({
      __typename: 'InputError',
      fields: [{ path: 'password' }],
    });
    expect(await argon2.verify(await hash(), another)).toBe(true);
    expect(await sessions()).toBe(1);
  });

  it('[AC17] leaves no group by a password that has been changed', async () => {
    const [member] = await here.people(1);
    await owner.must('createGroup', { name: 'Theirs', participantIds: [member!.id] });
    const other = there.browser();
    await other.must('signIn', { handle, password });
    divert(there, (run) => async (work) => {
      await owner.must('changePassword', { currentPassword: password, newPassword: another });
      return run(work);
    });
    expect((await other.does('deleteAccount', { password })).__typename).toBe('InputError');
    expect(await here.prisma.participant.count({ where: { userId } })).toBe(1);
  });

  it('[AC40] nothing of theirs comes behind it that was on its way', async () => {
    const [peer] = await here.people(1);
    const { thread } = await owner.must('startDirectThread', { userId: peer!.id });
    const { message } = await peer!.must('sendMessage', { threadId: thread.id, body: 'Are you there?' });
    await owner.must('updatePrivacy', { readReceipts: false, presence: false });
    const other = there.browser();
    await other.must('signIn', { handle, password });
    divert(there, (run) => async (work) => {
      await owner.must('deleteAccount', { password });
      return run(work);
    });
    expect(
      await other.ask('mutation ($input: MarkReadInput!) { markRead(input: $input) { __typename } }', {
        input: { threadId: thread.id, seq: message.seq },
      }),
    ).toMatchObject({ errors: [{ code: 'UNAUTHENTICATED' }] });
    expect(await here.prisma.message.count({ where: { authorId: userId } })).toBe(0);
    const threadId_userId = { threadId: thread.id, userId };
    expect(await here.prisma.participant.findUnique({ where: { threadId_userId } })).toMatchObject({
      lastReadSeq: 0,
      readAt: null,
      deliveredAt: null,
    });
  });

  it('[AC40] a message of theirs that is just being sent is not stored behind it', async () => {
    const [peer] = await here.people(1);
    const { thread } = await owner.must('startDirectThread', { userId: peer!.id });
    const other = there.browser();
    await other.must('signIn', { handle, password });
    const gate = inFrontOfTheCommit(here);
    const deleting = owner.must('deleteAccount', { password });
    await gate.reached;
    const sent = other.does('sendMessage', {
      threadId: thread.id,
      body: 'Too late',
      clientMutationId: 'a key',
    });
    await Promise.race([sent, somebodyWaitsForALock()]);
    gate.open();
    await deleting;
    expect((await sent).__typename).toBe('NotFoundError');
    expect(await here.prisma.message.count({ where: { authorId: userId } })).toBe(0);
    expect(await here.prisma.mutationResult.count({ where: { accountId: userId } })).toBe(0);
    const threadId_userId = { threadId: thread.id, userId };
    expect(await here.prisma.participant.findUnique({ where: { threadId_userId } })).toMatchObject({
      readAt: null,
    });
  });

  it('[AC17] that is done twice at once is done', async () => {
    const other = there.browser();
    await other.must('signIn', { handle, password });
    divert(there, (run) => async (work) => {
      await owner.must('deleteAccount', { password });
      return run(work);
    });
    await other.must('deleteAccount', { password });
    expect(await sessions()).toBe(0);
  });
});

describe('a password that was hashed with other parameters', () => {
  beforeEach(async () => {
    const passwordHash = await argon2.hash(password, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
    await here.prisma.user.update({ where: { id: userId }, data: { passwordHash } });
  });

  it('[AC7] is not put back over one that is set while it is hashed again', async () => {
    const { hash: hashed } = argon2;
    vi.spyOn(argon2, 'hash').mockImplementation((async (plain: string, cost: argon2.Options) => {
      if (plain === password)
        await owner.must('changePassword', { currentPassword: password, newPassword: another });
      return hashed(plain, cost);
    }) as typeof hashed);
    expect((await there.browser().does('signIn', { handle, password })).__typename).toBe('ForbiddenError');
    expect(await argon2.verify(await hash(), another)).toBe(true);
    expect(await sessions()).toBe(1);
  });

  it('[AC7] lets in all who sign in at once', async () => {
    const browsers = Array.from({ length: 6 }, (_, index) => (index % 2 ? there : here).browser());
    await Promise.all(browsers.map((browser) => browser.must('signIn', { handle, password })));
    expect(isOutdated(await hash())).toBe(false);
  });
});

describe('changePassword under a key', () => {
  const input = { currentPassword: password, newPassword: another, clientMutationId: 'a key' };
  const tabs = (...worlds: World[]) =>
    worlds.map((world) => Object.assign(world.browser(), { secret: owner.secret }));

  it('[ER6] is done once when ten come at once', async () => {
    const ended = () => here.prisma.event.count({ where: { kind: 'SESSION_REVOKED', userId } });
    const before = await ended();
    const worlds = Array.from({ length: 10 }, (_, index) => (index % 2 ? there : here));
    const outcomes = await Promise.all(tabs(...worlds).map((tab) => tab.must('changePassword', input)));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await ended()).toBe(before + 1);
    expect(await sessions()).toBe(1);
  });

  it('[ER6] that is done between two looks of another is done for that one too', async () => {
    const [late] = tabs(there) as [Browser];
    const { mutationResult } = there.prisma;
    const look = mutationResult.findUnique.bind(mutationResult);
    vi.spyOn(mutationResult, 'findUnique').mockImplementationOnce((async (asked: never) => {
      const found = await look(asked);
      await owner.must('changePassword', input);
      return found;
    }) as never);
    await late.must('changePassword', input);
    expect(await sessions()).toBe(1);
  });

  it('[ER7] is a conflict where another mutation is just using that', async () => {
    const gate = inFrontOfTheCommit(here);
    const doing = owner.must('updatePrivacy', { readReceipts: false, clientMutationId: 'a key' });
    await gate.reached;
    const [late] = tabs(there) as [Browser];
    const changed = late.does('changePassword', input);
    await Promise.race([changed, somebodyWaitsForALock()]);
    gate.open();
    await doing;
    expect((await changed).__typename).toBe('ConflictError');
    expect(await argon2.verify(await hash(), password)).toBe(true);
  });
});

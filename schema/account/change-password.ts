import type { User } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { ConflictError, InputError, unauthenticated } from '../errors.ts';
import { digestOf, keyLock, lock, type Tx, written } from '../log/write.ts';
import { cookieOf } from './commands.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { ChangePassword } from './rules.ts';
import { createSession, endSessions } from './session.ts';

const mutation = 'changePassword';

/**
 * All sessions end, this one too: it goes on under a new secret, so that a cookie that somebody has copied is of no use.
 * @throws InputError at `currentPassword`, counted as a guess
 * @throws ConflictError when the password has just been changed elsewhere
 */
export async function changePassword(ctx: SignedIn, input: ChangePassword): Promise<{ userId: string }> {
  const { userId } = ctx.viewer;
  const cookie = cookieOf(ctx);
  // Not the passwords: what is kept must not be quick to try them against.
  const digest = digestOf(mutation, {});
  const done = { userId };
  // Before what was done is looked up: a change by the same key that comes after this is met with under the lock.
  const user = await ownAccount(ctx);
  if (await isDone(ctx, input, digest)) return done;
  await assertPassword(ctx, user, 'currentPassword', input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword);
  const begun = await ctx.prisma.$transaction(async (tx) => {
    const key = input.clientMutationId;
    await lock(tx, [...keyLock(userId, key), `account:${userId}`]);
    if (await firstResult(tx, userId, key)) return null;
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new ConflictError('The password has just been changed elsewhere.');
    await endSessions(tx, { userId });
    if (key != null)
      await tx.mutationResult.create({ data: { accountId: userId, key, mutation, digest, result: done } });
    return createSession(tx, userId, ctx);
  });
  // Something was done by this key just now, perhaps the same.
  if (!begun) return changePassword(ctx, input);
  await cookie.set(begun.secret);
  ctx.viewer = begun.viewer;
  written(ctx);
  return done;
}

const firstResult = async (db: Tx, accountId: string, key: string | null | undefined) =>
  key == null ? null : db.mutationResult.findUnique({ where: { accountId_key: { accountId, key } } });

/** Whether the same request was done before: then the new password is the password. @throws ConflictError */
async function isDone(ctx: SignedIn, { clientMutationId: key, newPassword }: ChangePassword, digest: Buffer) {
  const { userId: accountId } = ctx.viewer;
  const first = await firstResult(ctx.prisma, accountId, key);
  if (!first) return false;
  const used = new ConflictError('This clientMutationId was used for something else.');
  if (Buffer.compare(first.digest, digest) !== 0) throw used;
  const { handle, passwordHash } = await ctx.prisma.user.findUniqueOrThrow({ where: { id: accountId } });
  await ctx.throttle.spend('signIn', handle);
  if (!(await verifyPassword(passwordHash, newPassword))) {
    ctx.throttle.noteWrong();
    throw used;
  }
  await ctx.throttle.refund('signIn', handle);
  return true;
}

/** @throws UNAUTHENTICATED once it is deleted: its sessions end with it, but this request had come in before. */
export async function ownAccount(ctx: SignedIn): Promise<User> {
  const user = await ctx.prisma.user.findUniqueOrThrow({ where: { id: ctx.viewer.userId } });
  if (user.deletedAt) throw unauthenticated();
  return user;
}

export const notYourPassword = (path: string): InputError =>
  new InputError([{ path, reason: 'This is not your password.' }]);

/**
 * Whether it is really the person themselves. Counted like a sign-in, so that a session that was left open is no way to
 * guess the password.
 * @throws InputError at `path`
 */
export async function assertPassword(
  ctx: SignedIn,
  { handle, passwordHash }: User,
  path: string,
  password: string,
): Promise<void> {
  await ctx.throttle.spend('signIn', handle);
  if (!(await verifyPassword(passwordHash, password))) {
    ctx.throttle.noteWrong();
    throw notYourPassword(path);
  }
  await ctx.throttle.refund('signIn', handle);
}

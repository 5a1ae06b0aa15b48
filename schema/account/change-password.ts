import type { SignedIn } from '../context.ts';
import { ConflictError, InputError, unauthenticated } from '../errors.ts';
import { digestOf, lock, written } from '../log/write.ts';
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
  if (await isDone(ctx, input, digest)) return done;
  const before = await assertOwnPassword(ctx, 'currentPassword', input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword);
  const { viewer, secret } = await ctx.prisma.$transaction(async (tx) => {
    await lock(tx, [`account:${userId}`]);
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: before },
      data: { passwordHash },
    });
    if (count === 0) throw new ConflictError('The password has just been changed elsewhere.');
    await endSessions(tx, { userId });
    const key = input.clientMutationId;
    if (key != null)
      await tx.mutationResult.create({ data: { accountId: userId, key, mutation, digest, result: done } });
    return createSession(tx, userId, ctx);
  });
  await cookie.set(secret);
  ctx.viewer = viewer;
  written(ctx);
  return done;
}

/** Whether the same request was done before: then the new password is the password. @throws ConflictError */
async function isDone(ctx: SignedIn, { clientMutationId: key, newPassword }: ChangePassword, digest: Buffer) {
  if (key == null) return false;
  const { userId: accountId } = ctx.viewer;
  const first = await ctx.prisma.mutationResult.findUnique({ where: { accountId_key: { accountId, key } } });
  if (!first) return false;
  const used = new ConflictError('This clientMutationId was used for something else.');
  if (Buffer.compare(first.digest, digest) !== 0) throw used;
  const { handle, passwordHash } = await ctx.prisma.user.findUniqueOrThrow({ where: { id: accountId } });
  await ctx.throttle.spend('signIn', handle);
  if (!(await verifyPassword(passwordHash, newPassword))) throw used;
  await ctx.throttle.refund('signIn', handle);
  return true;
}

/**
 * Whether it is really the person themselves. Counted like a sign-in, so that a session that was left open is no way to
 * guess the password.
 * @returns the hash that it was right for
 * @throws InputError at `path`
 */
export async function assertOwnPassword(ctx: SignedIn, path: string, password: string): Promise<string> {
  const user = await ctx.prisma.user.findUniqueOrThrow({ where: { id: ctx.viewer.userId } });
  // Their session ends with the account; this request had come in before.
  if (user.deletedAt) throw unauthenticated();
  await ctx.throttle.spend('signIn', user.handle);
  if (!(await verifyPassword(user.passwordHash, password)))
    throw new InputError([{ path, reason: 'This is not your password.' }]);
  await ctx.throttle.refund('signIn', user.handle);
  return user.passwordHash;
}

import { Prisma, type User } from '../../prisma/client/client.ts';
import type { Context, SessionCookie, SignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, refuse } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { digestOf, write } from '../log/write.ts';
import { hang } from '../picture/commands.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import type { SignIn, SignUp, UpdateProfile } from './rules.ts';
import { createSession, revokeSession } from './session.ts';

/** @throws ConflictError when the handle is taken, unless by the first try of this very request */
export async function signUp(ctx: Context, input: SignUp): Promise<{ userId: string }> {
  const cookie = cookieOf(ctx);
  await ctx.throttle.spend('signUp', input.handle);
  const { handle, displayName, clientMutationId: key } = input;
  // Not the password: what is kept must not be quick to try passwords against.
  const digest = digestOf('signUp', { handle, displayName });
  // Looked up before the password is hashed, which costs more than all the rest.
  if (await ctx.prisma.user.findUnique({ where: { handle } })) return again(ctx, cookie, input, digest);
  const passwordHash = await hashPassword(input.password);
  const userId = newId('usr');
  try {
    await ctx.prisma.$transaction(async (tx) => {
      await tx.user.create({ data: { id: userId, handle, displayName, passwordHash } });
      if (key == null) return;
      const result = { userId };
      await tx.mutationResult.create({
        data: { accountId: userId, key, mutation: 'signUp', digest, result },
      });
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return again(ctx, cookie, input, digest);
  }
  return enter(ctx, cookie, userId);
}

/** @throws ConflictError unless the handle is taken by the first try of this very request */
async function again(
  ctx: Context,
  cookie: SessionCookie,
  input: SignUp,
  digest: Buffer,
): Promise<{ userId: string }> {
  const first = await firstSignUp(ctx, input, digest);
  if (first === null) throw new ConflictError('This handle is taken.');
  return enter(ctx, cookie, first);
}

/** The account that an earlier try of the same request made, if that is who holds the handle. */
async function firstSignUp(
  ctx: Context,
  { handle, password, clientMutationId: key }: SignUp,
  digest: Buffer,
) {
  const user = await ctx.prisma.user.findUnique({ where: { handle } });
  if (!user || key == null) return null;
  const first = await ctx.prisma.mutationResult.findUnique({
    where: { accountId_key: { accountId: user.id, key } },
  });
  if (first?.mutation !== 'signUp' || Buffer.compare(first.digest, digest) !== 0) return null;
  return (await verifyPassword(user.passwordHash, password)) ? user.id : null;
}

/** @throws ForbiddenError, the same for a wrong handle as for a wrong password */
export async function signIn(ctx: Context, { handle, password }: SignIn): Promise<{ userId: string }> {
  const cookie = cookieOf(ctx);
  await ctx.throttle.spend('signIn', handle);
  const user = await ctx.prisma.user.findUnique({ where: { handle } });
  const right = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !right) throw new ForbiddenError('Wrong handle or password.');
  await ctx.throttle.refund('signIn', handle);
  if (isOutdated(user.passwordHash)) {
    const passwordHash = await hashPassword(password);
    await ctx.prisma.user.update({ where: { id: user.id }, data: { passwordHash } });
  }
  return enter(ctx, cookie, user.id);
}

/** Signing out twice is signing out. */
export async function signOut(ctx: Context): Promise<{ ok: true }> {
  if (ctx.viewer) await revokeSession(ctx, ctx.viewer);
  ctx.cookie?.clear();
  ctx.viewer = null;
  return { ok: true };
}

/** What is so already changes nothing. */
export async function updateProfile(ctx: SignedIn, input: UpdateProfile): Promise<{ userId: string }> {
  const { userId } = ctx.viewer;
  const { displayName, pictureId } = input;
  // Everybody may see a profile, at any time.
  const again = async () => {};
  const of = { mutation: 'updateProfile', input, threads: [], again };
  const done = await write(ctx, of, async (tx) => {
    const [user] = await tx.$queryRaw<Pick<User, 'displayName' | 'pictureId'>[]>`
      select "displayName", "pictureId" from "User" where id = ${userId} and "deletedAt" is null for update`;
    if (!user) return { userId };
    const changed = {
      ...(displayName != null && displayName !== user.displayName && { displayName }),
      ...(pictureId != null && (pictureId || null) !== user.pictureId && { pictureId: pictureId || null }),
    };
    if (Object.keys(changed).length === 0) return { userId };
    if (changed.pictureId !== undefined) await hang(tx, userId, userId, changed.pictureId);
    await tx.user.update({ where: { id: userId }, data: changed });
    await append(tx, { kind: 'USER_UPDATED', userId, actorId: userId });
    return { userId };
  });
  // The picture until now.
  if (pictureId != null) ctx.files.sweep();
  return done;
}

/** A new session at every sign-in; the one that this browser had before ends. */
async function enter(ctx: Context, cookie: SessionCookie, userId: string): Promise<{ userId: string }> {
  const before = ctx.viewer;
  const { viewer, secret } = await ctx.prisma.$transaction((tx) => createSession(tx, userId, ctx));
  await cookie.set(secret);
  ctx.viewer = viewer;
  if (before) await revokeSession(ctx, before);
  return { userId };
}

/** @throws BAD_REQUEST over a socket */
export function cookieOf(ctx: Context): SessionCookie {
  if (ctx.cookie) return ctx.cookie;
  throw refuse('BAD_REQUEST', 'Sign in over HTTP: a socket cannot carry the cookie.');
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

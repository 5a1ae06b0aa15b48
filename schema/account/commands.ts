import { Prisma, type User } from '../../prisma/client/client.ts';
import type { Context, SessionCookie, SignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, refuse } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { digestOf, type Tx, write, written } from '../log/write.ts';
import { hang } from '../picture/commands.ts';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';
import type { SignIn, SignUp, UpdateProfile } from './rules.ts';
import { createSession, revokeSession } from './session.ts';

/** An account, and the hash that its password was found right for. */
type Verified = Pick<User, 'id' | 'passwordHash'>;

interface Entered {
  userId: string;
}

/** @throws ConflictError when the handle is taken, unless by the first try of this very request */
export async function signUp(ctx: Context, input: SignUp): Promise<Entered> {
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
  return (await enter(ctx, cookie, { id: userId, passwordHash })) ?? again(ctx, cookie, input, digest);
}

/** @throws ConflictError unless the handle is taken by the first try of this very request */
async function again(ctx: Context, cookie: SessionCookie, input: SignUp, digest: Buffer): Promise<Entered> {
  const first = await firstSignUp(ctx, input, digest);
  const entered = first && (await enter(ctx, cookie, first));
  if (!entered) throw new ConflictError('This handle is taken.');
  return entered;
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
  return (await verifyPassword(user.passwordHash, password)) ? user : null;
}

/** @throws ForbiddenError, the same for a wrong handle as for a wrong password */
export async function signIn(ctx: Context, { handle, password }: SignIn): Promise<Entered> {
  const cookie = cookieOf(ctx);
  await ctx.throttle.spend('signIn', handle);
  // Once more where the hash has changed meanwhile: it may be the same password's, hashed again by another sign-in.
  for (;;) {
    const user = await ctx.prisma.user.findUnique({ where: { handle } });
    const right = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !right) {
      ctx.throttle.noteWrong();
      throw new ForbiddenError('Wrong handle or password.');
    }
    const passwordHash = await upToDate(ctx, user, password);
    const entered = await enter(ctx, cookie, { id: user.id, passwordHash });
    if (entered) {
      await ctx.throttle.refund('signIn', handle);
      return entered;
    }
  }
}

/** @returns the hash of a right password, made again where it is outdated and nobody has set another meanwhile */
async function upToDate(
  ctx: Context,
  { id, passwordHash: old }: Verified,
  password: string,
): Promise<string> {
  if (!isOutdated(old)) return old;
  const passwordHash = await hashPassword(password);
  await ctx.prisma.user.updateMany({ where: { id, passwordHash: old }, data: { passwordHash } });
  return passwordHash;
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
    // Who counts on the account waits for nothing, and is not waited for: that it is there does not change.
    const [user] = await tx.$queryRaw<Pick<User, 'displayName' | 'pictureId'>[]>`
      select "displayName", "pictureId" from "User" where id = ${userId} and "deletedAt" is null for no key update`;
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

/**
 * A new session at every sign-in; the one that this browser had before ends.
 * @returns null where the password that was found right is theirs no more, or the account is deleted
 */
async function enter(ctx: Context, cookie: SessionCookie, user: Verified): Promise<Entered | null> {
  const before = ctx.viewer;
  const begun = await ctx.prisma.$transaction(async (tx) =>
    (await stands(tx, user)) ? createSession(tx, user.id, ctx) : null,
  );
  if (!begun) return null;
  await cookie.set(begun.secret);
  ctx.viewer = begun.viewer;
  if (before) await revokeSession(ctx, before);
  // In no log, and who has just made an account looks for people, and finds themselves.
  written(ctx);
  return { userId: user.id };
}

/**
 * Finding a password right takes a while, in which it may be changed or the account deleted, and all sessions ended. Asked under a
 * lock: whoever does that from now on waits for this session, and ends it too.
 */
async function stands(tx: Tx, { id, passwordHash }: Verified): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from "User" where id = ${id} and "passwordHash" = ${passwordHash} and "deletedAt" is null for share`;
  return rows.length > 0;
}

/** @throws BAD_REQUEST over a socket */
export function cookieOf(ctx: Context): SessionCookie {
  if (ctx.cookie) return ctx.cookie;
  throw refuse('BAD_REQUEST', 'Sign in over HTTP: a socket cannot carry the cookie.');
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

import type { Prisma } from '../../prisma/client/client.ts';
import { living } from '../account/living.ts';
import type { SignedIn } from '../context.ts';
import { LimitError, NotFoundError } from '../errors.ts';
import { admit, isBanned } from '../group/admit.ts';
import { lines } from '../group/lines.ts';
import { assertMay, isAllowed } from '../group/roles.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { inside } from '../thread/inside.ts';
import {
  type AcceptInvite,
  assertMayHaveAnother,
  type CreateInvite,
  noSuchInvite,
  type RevokeInvite,
  works,
} from './rules.ts';
import { hashSecret, hintOf, newSecret } from './secret.ts';

/**
 * Only the secret's hash is kept, so who reads the database gets into no group. For the answer to a retry the secret is
 * kept sealed, beside the key.
 * @returns the secret as well, which is told nowhere else
 */
export async function createInvite(
  ctx: SignedIn,
  input: CreateInvite,
): Promise<{ inviteId: string; token: string }> {
  const { userId: actorId } = ctx.viewer;
  const { threadId, expiresInSeconds, maxUses } = input;
  const enter = async (tx: Tx) => assertMay('invite', await inside(tx, threadId, actorId));
  const secret = newSecret();
  const sealed = await ctx.seal.seal(secret);
  const made = await write(
    ctx,
    { mutation: 'createInvite', input, threads: [threadId], again: enter },
    async (tx, now) => {
      await enter(tx);
      assertMayHaveAnother(await tx.invite.count({ where: { threadId, ...working(tx, now) } }));
      const inviteId = newId('inv');
      await tx.invite.create({
        data: {
          id: inviteId,
          threadId,
          createdById: actorId,
          secretHash: hashSecret(secret),
          hint: hintOf(secret),
          maxUses: maxUses ?? null,
          expiresAt: expiresInSeconds == null ? null : new Date(now.getTime() + expiresInSeconds * 1000),
        },
      });
      await append(tx, { kind: 'INVITES_CHANGED', threadId, actorId });
      return { inviteId, sealed };
    },
  );
  const token = await ctx.seal.open(made.sealed);
  if (token === null) throw new NotFoundError('This link was shown once. Make another one.');
  return { inviteId: made.inviteId, token };
}

/** Revoking twice is revoking. */
export async function revokeInvite(ctx: SignedIn, input: RevokeInvite): Promise<{ inviteId: string }> {
  const { userId: actorId } = ctx.viewer;
  const { inviteId } = input;
  const missing = 'No such invite link.';
  // An invite's thread never changes, so it may be read before the thread's lock.
  const found = await ctx.prisma.invite.findUnique({ where: { id: inviteId } });
  if (!found) throw new NotFoundError(missing);
  const { threadId } = found;
  const again = (tx: Tx) => inside(tx, threadId, actorId);
  return write(ctx, { mutation: 'revokeInvite', input, threads: [threadId], again }, async (tx, now) => {
    // Members cannot see links, so for them there is none.
    if (!isAllowed('revokeInvite', await inside(tx, threadId, actorId, missing)))
      throw new NotFoundError(missing);
    const { count } = await tx.invite.updateMany({
      where: { id: inviteId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) await append(tx, { kind: 'INVITES_CHANGED', threadId, actorId });
    return { inviteId };
  });
}

/**
 * Who comes by a link is a member like any other. The link is looked at again under the thread's lock: of those who come
 * at once by one that works for a hundred, a hundred get in. For who is in the group already it does nothing.
 */
export async function acceptInvite(ctx: SignedIn, input: AcceptInvite): Promise<{ threadId: string }> {
  const { userId } = ctx.viewer;
  await ctx.throttle.spend('invite', userId);
  const found = await ctx.prisma.invite.findUnique({ where: { secretHash: hashSecret(input.token) } });
  const threads = found ? [found.threadId] : [];
  const again = (tx: Tx, first: { threadId: string }) => inside(tx, first.threadId, userId);
  const done = await write(ctx, { mutation: 'acceptInvite', input, threads, again }, async (tx, now) => {
    const invite =
      found && (await tx.invite.findUnique({ where: { id: found.id }, include: { thread: true } }));
    if (!invite || !works(invite, now)) throw noSuchInvite();
    const { id, threadId, thread } = invite;
    if (await tx.participant.findUnique({ where: { threadId_userId: { threadId, userId } } })) {
      return { threadId };
    }
    if (thread.groupArchivedAt !== null || (await isBanned(tx, threadId, userId))) throw noSuchInvite();
    const [person] = await living(tx, [userId]);
    if (!person) throw noSuchInvite();
    await admit(tx, { thread, userId, actorId: userId, line: lines.joined(person.displayName) });
    await tx.invite.update({ where: { id }, data: { uses: { increment: 1 } } });
    return { threadId };
  }).catch(async (error: unknown) => {
    // That a group is full is said of good links alone.
    if (error instanceof LimitError) await ctx.throttle.refund('invite', userId);
    throw error;
  });
  await ctx.throttle.refund('invite', userId);
  return done;
}

/** What `works` says, asked of the table. */
const working = (tx: Tx, now: Date): Prisma.InviteWhereInput => ({
  revokedAt: null,
  AND: [
    { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    { OR: [{ maxUses: null }, { uses: { lt: tx.invite.fields.maxUses } }] },
  ],
});

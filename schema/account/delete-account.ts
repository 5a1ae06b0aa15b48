import { Prisma, type User } from '../../prisma/client/client.ts';
import type { Context, SignedIn } from '../context.ts';
import { leave } from '../group/commands.ts';
import { forgetEdits } from '../edit/keep.ts';
import { append } from '../log/append.ts';
import { assertUnused, lock, timeOf, type Tx, written } from '../log/write.ts';
import { forgetHandle } from '../mention/handles.ts';
import { forgetName } from '../message/line-names.ts';
import { forgetSaved } from '../saved/commands.ts';
import { assertPassword, notYourPassword, ownAccount } from './change-password.ts';
import { type DeleteAccount, deletedName } from './rules.ts';
import { endSessions } from './session.ts';

/** How many groups are looked up at once. Each is left by itself: one transaction over all would hold up the log. */
const atOnce = 100;

/**
 * What somebody wrote stays where others can read it, by "Deleted account"; what was theirs alone goes. A server that dies
 * in the middle leaves an account that has left some of its groups, and can be deleted again.
 * @throws InputError at `password`, counted as a guess; also where it has been changed meanwhile, before the account is gone
 * @throws ConflictError when something else was done by the same key
 */
export async function deleteAccount(ctx: SignedIn, input: DeleteAccount): Promise<{ ok: true }> {
  const { userId } = ctx.viewer;
  const user = await ownAccount(ctx);
  await assertPassword(ctx, user, 'password', input.password);
  await assertUnused(ctx, input);
  // Others may add them to a group while they leave the rest.
  do {
    await leaveAll(ctx, user);
    await forgetBans(ctx, userId);
    await forgetName(ctx, userId, deletedName);
    await forgetHandle(ctx, user);
    await forgetEdits(ctx, userId);
    await forgetSaved(ctx.prisma, userId);
    await forgetPlaces(ctx, userId);
  } while (!(await ctx.prisma.$transaction((tx) => close(tx, user))));
  ctx.files.sweep();
  ctx.cookie?.clear();
  const after: Context = ctx;
  after.viewer = null;
  written(after);
  return { ok: true };
}

async function leaveAll(ctx: SignedIn, user: User): Promise<void> {
  const { id: userId } = user;
  for (;;) {
    const groups = await ctx.prisma.participant.findMany({
      where: { userId, thread: { kind: 'GROUP' } },
      select: { threadId: true },
      take: atOnce,
    });
    if (groups.length === 0) return;
    for (const { threadId } of groups) {
      await ctx.prisma.$transaction(async (tx) => {
        await lock(tx, [threadId]);
        // Somebody may have removed them meanwhile, or deleted the group.
        const place = await tx.participant.findUnique({ where: { threadId_userId: { threadId, userId } } });
        if (!place) return;
        await leave(tx, place);
        await assertUnchanged(tx, user);
      });
      written(ctx);
    }
  }
}

/** Held until the transaction ends. @throws InputError where the password that was right has been changed meanwhile */
async function assertUnchanged(tx: Tx, { id, passwordHash }: User): Promise<void> {
  const same = await tx.$queryRaw<object[]>`
    select 1 from "User" where id = ${id} and "passwordHash" = ${passwordHash} for share`;
  if (same.length === 0) throw notYourPassword('password');
}

/** Who is nobody any more comes into no group: what kept them out goes, and who sees to it is told. */
async function forgetBans(ctx: SignedIn, userId: string): Promise<void> {
  for (;;) {
    const bans = await ctx.prisma.ban.findMany({ where: { userId }, orderBy: { id: 'asc' }, take: atOnce });
    if (bans.length === 0) return;
    for (const { id, threadId } of bans) {
      await ctx.prisma.$transaction(async (tx) => {
        await lock(tx, [threadId]);
        const { count } = await tx.ban.deleteMany({ where: { id } });
        if (count > 0) await append(tx, { kind: 'BANS_CHANGED', threadId, userId, actorId: userId });
      });
      written(ctx);
    }
  }
}

/** Of a place in a thread, what is for its own person alone, and when they read and got what they did. */
const hasTraces = Prisma.sql`(
  pinned or favourite or "lastReadSeq" > "shownReadSeq" or "lastDeliveredSeq" > "shownDeliveredSeq" or
  num_nonnulls("mutedUntil", "archivedSeq", "markedUnreadSeq", "markedReadSeq", "readAt", "deliveredAt") > 0
)`;

/** Direct threads stay for the other: of the place in them there stays how far it showed to have come. */
async function forgetPlaces(ctx: SignedIn, userId: string): Promise<void> {
  for (;;) {
    const places = await ctx.prisma.$queryRaw<{ id: string; threadId: string }[]>`
      select id, "threadId" from "Participant" where "userId" = ${userId} and ${hasTraces} limit ${atOnce}`;
    if (places.length === 0) return;
    for (const { id, threadId } of places) {
      await ctx.prisma.$transaction(async (tx) => {
        await lock(tx, [threadId]);
        const count = await tx.$executeRaw`
          update "Participant" set pinned = false, favourite = false, "mutedUntil" = null, "archivedSeq" = null,
            "markedUnreadSeq" = null, "markedReadSeq" = null, "readAt" = null, "deliveredAt" = null,
            "lastReadSeq" = "shownReadSeq", "lastDeliveredSeq" = "shownDeliveredSeq"
          where id = ${id} and ${hasTraces}`;
        if (count > 0) await append(tx, { kind: 'RECEIPT_MOVED', threadId, userId, actorId: userId });
      });
      written(ctx);
    }
  }
}

/**
 * Takes the account away. A new handle locks the row against everybody who counts on the account; see `living`.
 * @returns false where they are in a group again, or named somewhere, have edited, saved or read something; then nothing has happened
 */
async function close(tx: Tx, { id: userId, passwordHash }: User): Promise<boolean> {
  // What is just being sent is stored first, and what comes behind this is not.
  await lock(tx, [`account:${userId}`]);
  const [now] = await tx.$queryRaw<[Pick<User, 'passwordHash' | 'deletedAt'>]>`
    select "passwordHash", "deletedAt" from "User" where id = ${userId} for update`;
  if (now.deletedAt) return true;
  if (now.passwordHash !== passwordHash) throw notYourPassword('password');
  const remains =
    (await tx.participant.findFirst({ where: { userId, thread: { kind: 'GROUP' } } })) ??
    (await tx.ban.findFirst({ where: { userId } })) ??
    (await tx.lineName.findFirst({ where: { userId } })) ??
    (await tx.mention.findFirst({ where: { userId, anonymous: false } })) ??
    (await tx.keptHandle.findFirst({ where: { userId } })) ??
    (await tx.messageEdit.findFirst({ where: { authorId: userId } })) ??
    (await tx.savedMessage.findFirst({ where: { userId } })) ??
    (await leavesTraces(tx, userId));
  if (remains) return false;
  await tx.user.update({
    where: { id: userId },
    data: {
      // No handle that anybody can have, and nobody's password: argon2id of nothing that can be typed would be one more secret.
      handle: userId,
      displayName: deletedName,
      pictureId: null,
      passwordHash: '',
      // The instances are not told: who was hidden must not be seen to be there until their sockets have closed.
      readReceipts: true,
      showsPresence: true,
      deletedAt: await timeOf(tx),
    },
  });
  await endSessions(tx, { userId });
  await tx.session.deleteMany({ where: { userId } });
  await tx.mutationResult.deleteMany({ where: { accountId: userId } });
  await tx.attachment.updateMany({ where: { pictureOf: userId }, data: { pictureOf: null } });
  // Of their groups it went when they left; direct threads stay.
  await tx.repliesFollow.deleteMany({ where: { userId } });
  // Files in messages are others' to see; what waits for being sent is nobody's but theirs. Swept up with its bytes.
  await tx.attachment.updateMany({
    where: { ownerId: userId, messageId: null, position: null },
    data: { position: 0 },
  });
  await append(tx, { kind: 'USER_UPDATED', userId, actorId: userId });
  return true;
}

const leavesTraces = async (tx: Tx, userId: string): Promise<object | undefined> =>
  (
    await tx.$queryRaw<object[]>`
      select id from "Participant" where "userId" = ${userId} and ${hasTraces} limit 1`
  )[0];

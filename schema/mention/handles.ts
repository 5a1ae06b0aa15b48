import type { User } from '../../prisma/client/client.ts';
import { living } from '../account/living.ts';
import { deletedHandle } from '../account/rules.ts';
import type { Context } from '../context.ts';
import { append } from '../log/append.ts';
import { lock, type Tx, written } from '../log/write.ts';
import { mentionLimit, withoutHandle } from './rules.ts';

/** How many messages are looked up at once. */
const atOnce = 100;
/** Of a message: what it says, and a hundred earlier versions (see edit/keep.ts). */
const versions = 101;

interface Kept {
  messageId: string;
  /** An earlier version of it, where it is not the message itself. */
  editId?: bigint;
}

/** Notes whose handles a message's words hold, where they are kept and mention nobody. The thread's lock is held by the caller's `write`. */
export async function keepHandles(tx: Tx, messageId: string, places: readonly Kept[]): Promise<void> {
  const named = await tx.$queryRaw<{ id: string }[]>`
    select id from "User" where id in (
      select "userId" from "Mention" where "messageId" = ${messageId} and not anonymous
      union select "userId" from "KeptHandle" where "messageId" = ${messageId} and "editId" is null
    ) limit ${mentionLimit}`;
  if (named.length === 0) return;
  const there = await living(
    tx,
    named.map(({ id }) => id),
  );
  await tx.keptHandle.createMany({
    data: there.flatMap(({ id: userId }) => places.map((place) => ({ ...place, userId }))),
  });
}

interface Place {
  messageId: string;
  threadId: string;
}

/**
 * Takes somebody's handle out of every message that mentions them, and of what was kept of one that did, and tells who can see it. What
 * was never a mention is others' own words. Each by itself, so that none holds up the log.
 */
export async function forgetHandle(ctx: Context, user: User): Promise<void> {
  for await (const place of placesOf(ctx, user)) {
    await ctx.prisma.$transaction((tx) => replaceHandle(tx, place, user));
    written(ctx);
  }
}

async function* placesOf({ prisma }: Context, { id: userId }: User): AsyncGenerator<Place> {
  let after = { messageId: '', createdAt: new Date(0) };
  for (;;) {
    // The mentions stay: what was looked at is not read again.
    const mentions = await prisma.$queryRaw<(Place & { createdAt: Date })[]>`
      select "messageId", "threadId", "createdAt" from "Mention"
      where "userId" = ${userId} and not anonymous
        and ("createdAt", "messageId") > (${after.createdAt}::timestamptz, ${after.messageId}::text)
      order by "createdAt", "messageId" limit ${atOnce}`;
    yield* mentions;
    const last = mentions.at(-1);
    if (!last) break;
    after = last;
  }
  for (;;) {
    const kept = await prisma.keptHandle.findMany({
      where: { userId },
      include: { message: { select: { threadId: true } } },
      orderBy: { id: 'asc' },
      take: atOnce,
    });
    if (kept.length === 0) return;
    for (const { messageId, message } of kept) yield { ...message, messageId };
  }
}

async function replaceHandle(tx: Tx, { threadId, messageId }: Place, { id: userId, handle }: User) {
  await lock(tx, [threadId]);
  // The message first: whoever takes away a group that was deleted does so in this order, and without the lock.
  const [message] = await tx.$queryRaw<{ body: string }[]>`
    select body from "Message" where id = ${messageId} for no key update`;
  if (!message) return;
  const where = { messageId, userId };
  const { count } = await tx.mention.updateMany({
    where: { ...where, anonymous: false },
    data: { anonymous: true },
  });
  const kept = await tx.keptHandle.findMany({ where, include: { edit: true }, take: versions });
  if (count === 0 && kept.length === 0) return;
  const others = await tx.$queryRaw<{ handle: string }[]>`
    select handle from "User" where id <> ${userId} and id in (
      select "userId" from "Mention" where "messageId" = ${messageId}
      union select "userId" from "KeptHandle" where "messageId" = ${messageId}
    ) limit ${versions * mentionLimit}`;
  const names = others.map((other) => other.handle);
  const renamed = (body: string) => withoutHandle(body, handle, deletedHandle, names);

  if (count > 0 || kept.some(({ edit }) => edit === null))
    await tx.message.update({ where: { id: messageId }, data: { body: renamed(message.body) } });
  for (const { edit } of kept)
    if (edit) await tx.messageEdit.update({ where: { id: edit.id }, data: { body: renamed(edit.body) } });
  await tx.keptHandle.deleteMany({ where });
  // Its author has not edited it: it is not marked as edited.
  await append(tx, { kind: 'MESSAGE_EDITED', threadId, messageId });
}

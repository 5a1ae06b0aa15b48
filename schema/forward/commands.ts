import { type Message, Prisma } from '../../prisma/client/client.ts';
import { bytesUsed } from '../attachment/commands.ts';
import { assertFits, attachmentLimit, bytesIdOf } from '../attachment/rules.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { newId } from '../id.ts';
import { type Tx, write } from '../log/write.ts';
import { keepHandles } from '../mention/handles.ts';
import { isDeleted, missing, reached } from '../message/find.ts';
import { assertSent } from '../message/rules.ts';
import type { Sent } from '../message/store-sends.ts';
import { assertCanForward, digestOfForward, type Forward } from './rules.ts';

type Done = { messageIds: string[] };

/**
 * Says again, in other threads, what somebody has said: in all of them, or, where one cannot be, in none. Each copy is stored by
 * the same statement as every send, so the same rules hold for it: who may write there, and that an id sent again is a repeat.
 */
export async function forwardMessage(ctx: SignedIn, input: Forward): Promise<Done> {
  const { messageId, threadIds } = input;
  const { userId } = ctx.viewer;
  const ids = input.ids ?? threadIds.map(() => newId('msg'));
  // A message's thread never changes. What is gone may have been forwarded by an earlier try.
  const original = await ctx.prisma.message.findUnique({ where: { id: messageId } });
  const from = original ? [original.threadId] : [];
  // What an account has is counted by one at a time.
  const threads = [...new Set([`files:${userId}`, ...ids, ...threadIds, ...from])];
  const again = async (tx: Tx, { messageIds }: Done) => {
    for (const [place, id] of messageIds.entries())
      await reached(tx, { messageId: id, threadId: threadIds[place] ?? '', userId });
  };
  return write(ctx, { mutation: 'forwardMessage', input, threads, again }, async (tx) => {
    const message = original && (await tx.message.findUnique({ where: { id: messageId } }));
    const sent = await store(tx, { ...input, ids, userId, body: message?.body ?? '' });
    for (const [place, each] of sent.entries()) {
      const copy = { id: each.messageId, threadId: threadIds[place] ?? '', authorId: userId };
      if (each.outcome === 'id taken' && (await isDeleted(tx, copy))) each.outcome = 'repeated';
    }
    for (const { outcome } of sent) assertSent(outcome);
    const fresh = sent.filter(({ outcome }) => outcome === 'stored').map((each) => each.messageId);
    if (fresh.length === 0) {
      await again(tx, { messageIds: ids });
      return { messageIds: ids };
    }
    if (!message) throw new NotFoundError(missing);
    assertCanForward((await reached(tx, { messageId, threadId: message.threadId, userId })).message);
    const { authorId, forwardedFromId, attachmentCount, fileNames, mentionCount } = message;
    await tx.message.updateMany({
      where: { id: { in: fresh } },
      data: { forwardedFromId: forwardedFromId ?? authorId, attachmentCount, fileNames },
    });
    if (attachmentCount > 0) await copyFiles(ctx, tx, message, fresh);
    if (mentionCount > 0 || forwardedFromId !== null) {
      const places = fresh.map((id) => ({ messageId: id }));
      await keepHandles(tx, messageId, places);
    }
    return { messageIds: ids };
  });
}

interface Copies {
  messageId: string;
  threadIds: readonly string[];
  ids: readonly string[];
  userId: string;
  body: string;
}

/** Nobody is mentioned by what is said again: whom it names is not looked for. */
function store(tx: Tx, { messageId, threadIds, ids, userId, body }: Copies): Promise<Sent[]> {
  const each = <T>(value: T) => ids.map(() => value);
  const digests = threadIds.map((threadId) => digestOfForward(messageId, threadId));
  return tx.$queryRaw<Sent[]>(Prisma.sql`
    select outcome, "messageId" from send_messages(
      ${[...ids]}::text[], ${[...threadIds]}::text[], ${each(userId)}::text[], ${each(body)}::text[], '{}'::text[],
      (select array_agg(decode(hex, 'hex') order by place) from unnest(${digests}::text[]) with ordinality as d (hex, place)),
      '{}'::text[], '{}'::bytea[]
    ) order by ordinal`);
}

/**
 * Files go along without being sent again: each copy is a file of its own, whose bytes lie where they lay. They count among
 * the files of who forwards them, once however often, since they stay when the original goes.
 */
async function copyFiles(ctx: SignedIn, tx: Tx, { id }: Message, messageIds: readonly string[]) {
  const { userId: ownerId } = ctx.viewer;
  const files = await tx.attachment.findMany({
    where: { messageId: id },
    orderBy: { position: 'asc' },
    take: attachmentLimit,
  });
  const added = await bytesAdded(tx, id, ownerId);
  if (added > 0)
    assertFits(
      { size: added, purpose: null },
      {
        limits: { ...ctx.files.limits, file: added },
        used: await bytesUsed(tx, ownerId),
        waiting: 0,
      },
    );
  await tx.attachment.createMany({
    data: messageIds.flatMap((messageId) =>
      files.map((file) => {
        const { name, contentType, kind, size, thumbnailSize, width, height, completedAt, position } = file;
        const bytesId = bytesIdOf(file);
        const told = { name, contentType, kind, size, thumbnailSize, width, height, completedAt, position };
        return { ...told, id: newId('att'), ownerId, messageId, bytesId };
      }),
    ),
  });
}

/** How many bytes of a message's files are not among somebody's yet. */
async function bytesAdded(tx: Tx, messageId: string, ownerId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ added: number }[]>`
    select coalesce(sum(f.size + f."thumbnailSize"), 0)::float8 as added from "Attachment" f
    where f."messageId" = ${messageId} and not exists (
      select from "Attachment" own
      where own."ownerId" = ${ownerId} and coalesce(f."bytesId", f.id) in (own.id, own."bytesId"))`;
  return row?.added ?? 0;
}

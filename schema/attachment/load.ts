import type { Attachment, Message, PrismaClient } from '../../prisma/client/client.ts';
import type { Context, Viewer } from '../context.ts';
import { typeOfId } from '../id.ts';
import { byId, loader, whenHere } from '../loader.ts';
import { isVisible, messageById } from '../message/load.ts';
import { attachmentLimit } from './rules.ts';

const byMessage = loader<string, Attachment[]>(
  async (messageIds, { prisma }) =>
    attachmentsByMessage(await prisma.attachment.findMany(inMessages(messageIds))),
  undefined,
  ({ attachments }) => attachments,
);

const inMessages = (messageIds: readonly string[]) => ({
  where: { messageId: { in: [...messageIds] } },
  orderBy: { position: 'asc' } as const,
  take: messageIds.length * attachmentLimit,
});

export function attachmentsByMessage(rows: readonly Attachment[]): Map<string, Attachment[]> {
  const found = new Map<string, Attachment[]>();
  for (const row of rows) {
    const those = found.get(row.messageId ?? '');
    if (those) those.push(row);
    else found.set(row.messageId ?? '', [row]);
  }
  return found;
}

/** What a message carries, in order. One that carries nothing is known to. */
export function attachmentsOf(
  { id, attachmentCount }: Message,
  ctx: Context,
): Attachment[] | Promise<Attachment[]> {
  if (attachmentCount === 0) return [];
  return whenHere(byMessage(ctx).load(id), (rows) => rows ?? []);
}

const attachmentById = loader<string, Attachment>(async (ids, { prisma }) =>
  byId(await prisma.attachment.findMany({ where: { id: { in: [...ids] } } })),
);

/** A file of a message that the viewer may see, or one's own that waits for being sent; null for any other. */
export async function visibleAttachment(ctx: Context, id: string): Promise<Attachment | null> {
  const attachment = await attachmentById(ctx).load(id);
  if (!attachment?.completedAt) return null;
  if (attachment.messageId === null) return isWaiting(attachment, ctx.viewer) ? attachment : null;
  const message = await messageById(ctx).load(attachment.messageId);
  return message && (await isVisible(ctx, message)) ? attachment : null;
}

/** Whether an upload was swept, or is about to be: nobody sends, attaches or fetches it any more. */
export async function isGone(ctx: Context, id: string): Promise<boolean> {
  const attachment = await attachmentById(ctx).load(id);
  if (!attachment) return true;
  const { messageId, pictureOf, position } = attachment;
  return messageId === null && pictureOf === null && position !== null;
}

/** Whether it is one's own and can be attached, or can once it is complete. */
const isWaiting = ({ ownerId, position }: Attachment, viewer: Viewer | null): boolean =>
  viewer !== null && ownerId === viewer.userId && position === null;

/** The same as `visibleAttachment`, for a request that asks for the bytes. */
export async function readableAttachment(
  prisma: PrismaClient,
  viewer: Pick<Viewer, 'userId'>,
  id: string,
): Promise<Attachment | null> {
  const found = await prisma.attachment.findFirst({
    where: { id, completedAt: { not: null } },
    include: { message: { select: { threadId: true, seq: true } } },
  });
  if (!found) return null;
  const { message, ...attachment } = found;
  const { userId } = viewer;
  if (attachment.pictureOf !== null)
    return (await seesPictureOf(prisma, userId, attachment.pictureOf)) ? attachment : null;
  if (!message) return attachment.position === null && attachment.ownerId === userId ? attachment : null;
  const { threadId, seq } = message;
  const own = await prisma.participant.findUnique({ where: { threadId_userId: { threadId, userId } } });
  return own && seq >= own.visibleFromSeq ? attachment : null;
}

/** A person's picture is for everybody, a group's for its people. */
async function seesPictureOf(prisma: PrismaClient, userId: string, of: string): Promise<boolean> {
  if (typeOfId(of) === 'User') return true;
  return (await prisma.participant.count({ where: { threadId: of, userId } })) > 0;
}

/** One's own upload, until it is attached. */
export function ownUpload(
  prisma: PrismaClient,
  viewer: Pick<Viewer, 'userId'>,
  id: string,
): Promise<Attachment | null> {
  return prisma.attachment.findFirst({ where: { id, ownerId: viewer.userId, position: null } });
}

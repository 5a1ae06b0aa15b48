import type { Attachment, AttachmentKind, Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { lock, timeOf } from '../log/write.ts';
import { bytesUsed } from './commands.ts';
import { assertStillFits, type FileLimits } from './rules.ts';

/** What a file turned out to be. */
export interface Content {
  name: string;
  contentType: string;
  kind: AttachmentKind;
  size: number;
  thumbnailSize: number;
  width: number | null;
  height: number | null;
}

/**
 * Notes a piece that is stored, behind those that the upload is known to have.
 * @param piece its name begins with the offset at which it ends
 * @returns false where another request has gone on with the upload, or it is gone
 */
export async function addPiece(prisma: PrismaClient, upload: Attachment, piece: string): Promise<boolean> {
  const pieces = [...upload.pieces, piece];
  const { count } = await prisma.attachment.updateMany({ where: unchanged(upload), data: { pieces } });
  if (count > 0) upload.pieces = pieces;
  return count > 0;
}

/**
 * What has come is of no use: it can be sent again from the start.
 * @returns false where another request has gone on with the upload, or it is gone
 */
export async function startOver(prisma: PrismaClient, upload: Attachment): Promise<boolean> {
  const { count } = await prisma.attachment.updateMany({ where: unchanged(upload), data: { pieces: [] } });
  return count > 0;
}

/** Whether nobody else has gone on with it, completed it, or swept it away. */
export async function isUnchanged(prisma: PrismaClient, upload: Attachment): Promise<boolean> {
  return (await prisma.attachment.count({ where: unchanged(upload) })) > 0;
}

/** Whether the sweep has taken it, or is about to. */
export async function isSwept(prisma: PrismaClient, { id }: Pick<Attachment, 'id'>): Promise<boolean> {
  const row = await prisma.attachment.findUnique({ where: { id } });
  return row === null || (row.completedAt === null && row.position !== null);
}

/**
 * The file is stored: from now on it can be attached.
 * @returns false where another request has gone on with the upload, or it is gone
 * @throws LimitError where it has become larger than was announced, and too large by that
 */
export async function complete(
  prisma: PrismaClient,
  upload: Attachment,
  content: Content,
  limits: FileLimits,
): Promise<boolean> {
  const { ownerId } = upload;
  const { size, thumbnailSize } = content;
  const data = { ...content, pieces: [], completedAt: await timeOf(prisma) };
  return prisma.$transaction(async (tx) => {
    const hasGrown = ownerId !== null && size + thumbnailSize > upload.size;
    // As in createUpload: what an account has is counted by one at a time.
    if (hasGrown) await lock(tx, [`files:${ownerId}`]);
    const { count } = await tx.attachment.updateMany({ where: unchanged(upload), data });
    if (count > 0 && hasGrown) assertStillFits(size, { limits, used: await bytesUsed(tx, ownerId) });
    return count > 0;
  });
}

const unchanged = ({ id, pieces }: Attachment): Prisma.AttachmentWhereInput => ({
  id,
  position: null,
  completedAt: null,
  pieces: { equals: pieces },
});

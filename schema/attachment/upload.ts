import type { Attachment, AttachmentKind, Prisma, PrismaClient } from '../../prisma/client/client.ts';

/** What a file turned out to be. */
export interface Content {
  name: string;
  contentType: string;
  kind: AttachmentKind;
  size: number;
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

/** The file is stored: from now on it can be attached. */
export async function complete(prisma: PrismaClient, upload: Attachment, content: Content): Promise<boolean> {
  const data = { ...content, pieces: [], completedAt: new Date() };
  const { count } = await prisma.attachment.updateMany({ where: unchanged(upload), data });
  return count > 0;
}

const unchanged = ({ id, pieces }: Attachment): Prisma.AttachmentWhereInput => ({
  id,
  position: null,
  completedAt: null,
  pieces: { equals: pieces },
});

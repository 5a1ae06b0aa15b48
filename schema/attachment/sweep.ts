import type { Attachment, PrismaClient } from '../../prisma/client/client.ts';
import { lock } from '../log/write.ts';
import { bytesIdOf } from './rules.ts';

const batch = 100;

/**
 * Removes the files that are in no message and nobody's picture any more, and those that nobody has attached for a day. The row goes last, so
 * that what is cut short is found again.
 * @param remove removes the bytes
 * @returns how many are gone
 */
export async function sweep(
  prisma: PrismaClient,
  remove: (attachmentId: string) => Promise<void>,
): Promise<number> {
  // From here on it can neither be attached nor gone on with.
  await prisma.$executeRaw`
    update "Attachment" set position = 0
    where "messageId" is null and position is null and "createdAt" < now() - interval '1 day'`;
  let count = 0;
  for (;;) {
    const gone = await prisma.attachment.findMany({
      where: { messageId: null, position: { not: null }, pictureOf: null },
      select: { id: true, bytesId: true },
      take: batch,
    });
    if (gone.length === 0) return count;
    for (const file of gone) if (!(await leaveToOthers(prisma, file))) await remove(bytesIdOf(file));
    await prisma.attachment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
    count += gone.length;
  }
}

/**
 * Where a file is not the last with its bytes, its row alone goes. One at a time, so that of the last two one finds itself the last;
 * what is in no message any more is forwarded no further, so it then stays the last.
 */
async function leaveToOthers(
  prisma: PrismaClient,
  file: Pick<Attachment, 'id' | 'bytesId'>,
): Promise<boolean> {
  const { id } = file;
  const bytesId = bytesIdOf(file);
  return prisma.$transaction(async (tx) => {
    await lock(tx, [`bytes:${bytesId}`]);
    const other = await tx.attachment.findFirst({
      where: { id: { not: id }, OR: [{ id: bytesId }, { bytesId }] },
      select: { id: true },
    });
    if (other) await tx.attachment.deleteMany({ where: { id } });
    return other !== null;
  });
}

import type { PrismaClient } from '../../prisma/client/client.ts';

const day = 24 * 60 * 60 * 1000;
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
  now = new Date(),
): Promise<number> {
  // From here on it can neither be attached nor gone on with.
  await prisma.attachment.updateMany({
    where: { messageId: null, position: null, createdAt: { lt: new Date(now.getTime() - day) } },
    data: { position: 0 },
  });
  let count = 0;
  for (;;) {
    const gone = await prisma.attachment.findMany({
      where: { messageId: null, position: { not: null }, pictureOf: null },
      select: { id: true },
      take: batch,
    });
    if (gone.length === 0) return count;
    for (const { id } of gone) await remove(id);
    await prisma.attachment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
    count += gone.length;
  }
}

import type { Tx } from '../log/write.ts';
import { assertPicture } from './rules.ts';

/**
 * Makes an upload the picture of somebody or of a group, in place of the one that there was, whose bytes are swept up. It gets a
 * place by it, so no message can carry it any more, and it is never hung up again: behind an address there is one picture.
 * @param of the id of whose it will be; their row is locked, and says the same
 * @param pictureId null for none
 * @throws NotFoundError, InputError, ConflictError
 */
export async function hang(tx: Tx, of: string, ownerId: string, pictureId: string | null): Promise<void> {
  await tx.attachment.updateMany({ where: { pictureOf: of }, data: { pictureOf: null } });
  if (pictureId === null) return;
  const { count } = await tx.attachment.updateMany({
    where: {
      id: pictureId,
      ownerId,
      purpose: 'PICTURE',
      completedAt: { not: null },
      messageId: null,
      position: null,
    },
    data: { pictureOf: of, position: 0 },
  });
  if (count === 0) assertPicture(await tx.attachment.findUnique({ where: { id: pictureId, ownerId } }));
}

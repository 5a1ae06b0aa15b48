import type { SignedIn } from '../context.ts';
import { newId } from '../id.ts';
import { type Tx, write } from '../log/write.ts';
import { assertFits, type CreateUpload, waitingLimit } from './rules.ts';

/** Makes room for a file. Nobody else sees it before it is attached, so the log tells nothing of it. */
export async function createUpload(ctx: SignedIn, input: CreateUpload): Promise<{ attachmentId: string }> {
  const { userId: ownerId } = ctx.viewer;
  const { name, contentType, size, sha256 } = input;
  const purpose = input.purpose ?? 'MESSAGE';
  // What an account has is counted by one at a time.
  const threads = [`files:${ownerId}`];
  // Also of a place that is gone by now: the payload says so.
  const again = async () => {};
  return write(ctx, { mutation: 'createUpload', input, threads, again }, async (tx) => {
    const waiting = await tx.attachment.count({
      where: { ownerId, messageId: null, pictureOf: null },
      take: waitingLimit,
    });
    assertFits(input, { limits: ctx.files.limits, used: await bytesUsed(tx, ownerId), waiting });
    const id = newId('att');
    await tx.attachment.create({
      data: { id, ownerId, name, contentType, size, sha256: sha256 ?? null, purpose },
    });
    return { attachmentId: id };
  });
}

/** What the files of an account take up, by what is stored of them: the same bytes once, however often they were forwarded. */
export async function bytesUsed(tx: Tx, ownerId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ used: number }[]>`
    select coalesce(sum(size + "thumbnailSize"), 0)::float8 as used from (
      select distinct on (coalesce("bytesId", id)) size, "thumbnailSize" from "Attachment" where "ownerId" = ${ownerId}
    ) as files`;
  return row?.used ?? 0;
}

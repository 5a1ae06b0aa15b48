import { z } from 'zod';
import type { Attachment } from '../../prisma/client/client.ts';
import { UploadPurpose } from '../../prisma/client/enums.ts';
import { ConflictError, LimitError, NotFoundError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';
import { singleLine } from '../text.ts';

/** How many one message carries. */
export const attachmentLimit = 10;
/** How many files an account may have that are in no message and nobody's picture, finished or not. */
export const waitingLimit = 100;

/** What the installation allows, in bytes. */
export interface FileLimits {
  /** Of one file. */
  readonly file: number;
  /** Of all files of one account. */
  readonly account: number;
}

/** A picture of somebody or of a group, as it is sent: what is kept of it is small. */
const pictureLimit = 10 * 1024 * 1024;

const slashes = /[/\\]/;
const mediaType = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/;

export const createUploadRule = z.object({
  name: singleLine(255, 'A file’s name has 1 to 255 characters.').refine(
    (name) => !slashes.test(name),
    'A file’s name holds no slashes.',
  ),
  contentType: z
    .string()
    // What browsers say of a file that they do not know, and parameters that nobody needs.
    .transform((type) => type.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream')
    .refine((type) => mediaType.test(type), 'A media type is like image/png.'),
  size: z.int().min(1, 'A file has 1 byte at least.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'A SHA-256 is 64 hexadecimal digits.')
    .transform((hex) => hex.toLowerCase())
    .nullish(),
  purpose: z.enum(UploadPurpose).nullish(),
  clientMutationId: retryKeyRule,
});
export type CreateUpload = z.infer<typeof createUploadRule>;

/** Which files a message carries, in order. None at all is the same as not saying so. */
export const attachmentIdsRule = z
  .array(idRule('att'))
  .max(attachmentLimit, `A message carries at most ${attachmentLimit} files.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Each file once.');

/** @throws LimitError */
export function assertFits(
  { size, purpose }: Pick<CreateUpload, 'size' | 'purpose'>,
  { limits, used, waiting }: { limits: FileLimits; used: number; waiting: number },
): void {
  if (purpose === 'PICTURE' && size > pictureLimit)
    throw new LimitError(`A picture of a person or a group has at most ${megabytes(pictureLimit)}.`, {
      final: true,
    });
  if (size > limits.file)
    throw new LimitError(`A file has at most ${megabytes(limits.file)} here.`, { final: true });
  if (used + size > limits.account)
    throw new LimitError(`Your files have at most ${megabytes(limits.account)} together here.`);
  if (waiting >= waitingLimit)
    throw new LimitError(`At most ${waitingLimit} files can wait for being sent. Send some, or wait a day.`);
}

/**
 * What is made of a picture may be larger than what was announced: it keeps to the same limits.
 * @param used by all files of the account, this one as it is to be stored
 * @throws LimitError
 */
export function assertStillFits(size: number, { limits, used }: { limits: FileLimits; used: number }): void {
  const grown = 'Encoded anew, this picture is larger than it was: ';
  if (size > limits.file)
    throw new LimitError(`${grown}a file has at most ${megabytes(limits.file)} here.`, { final: true });
  if (used > limits.account)
    throw new LimitError(`${grown}your files have at most ${megabytes(limits.account)} together here.`);
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;

/**
 * Why a send with these was not stored.
 * @param own those of them that are the sender's
 * @throws NotFoundError, ConflictError
 */
export function assertAttachable(ids: readonly string[], own: readonly Attachment[]): void {
  if (own.length < ids.length) throw new NotFoundError('No such attachment.');
  if (own.some(({ completedAt }) => completedAt === null))
    throw new ConflictError('The upload of an attachment is not complete.');
  throw new ConflictError('An attachment is in another message, or was taken back.');
}

/** Under whose id its bytes lie: those of a forwarded file where they lay before. */
export const bytesIdOf = ({ id, bytesId }: Pick<Attachment, 'id' | 'bytesId'>): string => bytesId ?? id;

/** How much of an upload has come. */
export const receivedOf = ({ pieces }: Pick<Attachment, 'pieces'>): number =>
  Number.parseInt(pieces.at(-1) ?? '0', 10);

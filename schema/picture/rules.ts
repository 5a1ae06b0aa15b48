import { z } from 'zod';
import type { Attachment } from '../../prisma/client/client.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { idRule } from '../id-rule.ts';

/** An upload that was asked for as a picture; "" takes the one that there is away. What is left out stays. */
export const pictureIdRule = z.union([z.literal(''), idRule('att')]).nullish();

/**
 * Why an upload cannot be somebody's picture.
 * @param own the upload, if it is the viewer's
 * @throws NotFoundError, InputError, ConflictError
 */
export function assertPicture(own: Attachment | null): never {
  if (own === null) throw new NotFoundError('No such upload.');
  if (own.purpose !== 'PICTURE')
    throw new InputError([{ path: 'pictureId', reason: 'Ask for this upload with the purpose PICTURE.' }]);
  if (own.completedAt === null) throw new ConflictError('The upload of this picture is not complete.');
  throw new ConflictError('This picture was used before. Send it again.');
}

import { z } from 'zod';
import type { Message } from '../../prisma/client/client.ts';
import { ConflictError, ForbiddenError, LimitError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** How many messages of one thread are pinned. */
export const pinLimit = 50;

export const pinRule = z.object({ messageId: idRule('msg'), clientMutationId: retryKeyRule });
export type Pin = z.infer<typeof pinRule>;

export type Pinned = Pick<Message, 'pinnedAt' | 'pinnedById'>;

/** As a message has it that is not pinned. */
export const notPinned: Pinned = { pinnedAt: null, pinnedById: null };

/** @throws ForbiddenError, ConflictError */
export function assertCanPin({ authorId, deletedAt }: Message): void {
  if (authorId === null) throw new ForbiddenError('A system line is not pinned.');
  if (deletedAt) throw new ConflictError('This message was deleted.');
}

/** @throws LimitError */
export function assertRoomToPin(pinned: number): void {
  if (pinned >= pinLimit) throw new LimitError(`At most ${pinLimit} messages of a thread are pinned.`);
}

import { z } from 'zod';
import type { Message } from '../../prisma/client/client.ts';
import { ConflictError, ForbiddenError, LimitError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** How many messages one person keeps. */
export const savedLimit = 10_000;

export const saveRule = z.object({ messageId: idRule('msg'), clientMutationId: retryKeyRule });
export type Save = z.infer<typeof saveRule>;

/** @throws ForbiddenError, ConflictError */
export function assertCanSave({ authorId, deletedAt }: Message): void {
  if (authorId === null) throw new ForbiddenError('A system line is not saved.');
  if (deletedAt) throw new ConflictError('This message was deleted.');
}

/** @throws LimitError */
export function assertRoomToSave(saved: number): void {
  if (saved >= savedLimit) throw new LimitError('You can keep at most 10,000 messages. Take some out first.');
}

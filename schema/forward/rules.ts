import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../../prisma/client/client.ts';
import { ConflictError, ForbiddenError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** To how many threads a message goes at once. */
export const targetLimit = 10;
const tooMany = `A message is forwarded to 1 to ${targetLimit} threads at once.`;

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const forwardRule = z
  .object({
    messageId: idRule('msg'),
    threadIds: z
      .array(idRule('thr'))
      .min(1, tooMany)
      .max(targetLimit, tooMany)
      .refine(isUnique, 'Each thread once.'),
    ids: z.array(idRule('msg')).max(targetLimit, tooMany).refine(isUnique, 'Each id once.').nullish(),
    clientMutationId: retryKeyRule,
  })
  .refine(({ threadIds, ids }) => !ids || ids.length === threadIds.length, {
    path: ['ids'],
    message: 'One id for each thread.',
  });
export type Forward = z.infer<typeof forwardRule>;

/** What was forwarded under an id: told from a send, and from another message. */
export const digestOfForward = (messageId: string, threadId: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['forwarded', messageId, threadId]))
    .digest('hex');

/** @throws ForbiddenError, ConflictError */
export function assertCanForward({ authorId, deletedAt }: Message): void {
  if (authorId === null) throw new ForbiddenError('A system line is not forwarded.');
  if (deletedAt) throw new ConflictError('This message was deleted.');
}

import { z } from 'zod';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** The replies to how many messages somebody follows because they said so. */
export const followLimit = 10_000;
/** Of how many messages a thread says that replies to them wait. */
export const waitingLimit = 20;
/** How many messages that are not counted as unread are told apart. */
export const asideLimit = 1000;

export const setRepliesFollowedRule = z.object({
  messageId: idRule('msg'),
  followed: z.boolean(),
  clientMutationId: retryKeyRule,
});
export type SetRepliesFollowed = z.infer<typeof setRepliesFollowedRule>;

export const markRepliesReadRule = z.object({
  messageId: idRule('msg'),
  seq: z.int().min(0, 'A seq is 0 or more.'),
  clientMutationId: retryKeyRule,
});
export type MarkRepliesRead = z.infer<typeof markRepliesReadRule>;

export interface Follow {
  followed: boolean;
  unread: boolean;
  named: boolean;
}

/** Who has said nothing, and has not replied, follows the replies to what they wrote. */
export const followOf = (
  stored: Follow | null,
  { authorId }: { authorId: string | null },
  userId: string | null | undefined,
): Follow => ({
  followed: stored?.followed ?? (authorId !== null && authorId === userId),
  unread: stored?.unread ?? false,
  named: stored?.named ?? false,
});

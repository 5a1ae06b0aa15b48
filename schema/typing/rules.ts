import { z } from 'zod';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

export const setTypingRule = z.object({
  threadId: idRule('thr'),
  typing: z.boolean(),
  clientMutationId: retryKeyRule,
});
export type SetTyping = z.infer<typeof setTypingRule>;

/** Of those who type at once, how many are named. */
export const typistsShown = 100;

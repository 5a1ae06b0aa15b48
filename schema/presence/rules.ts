import { z } from 'zod';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** How many people's presence is asked for at once. */
export const presencesAtMost = 500;

export const presenceOfRule = z
  .array(idRule('usr'))
  .max(presencesAtMost, `At most ${presencesAtMost} people at once.`)
  .transform((ids) => [...new Set(ids)]);

export const setPresenceRule = z.object({
  away: z.boolean(),
  clientMutationId: retryKeyRule,
});
export type SetPresence = z.infer<typeof setPresenceRule>;

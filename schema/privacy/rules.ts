import { z } from 'zod';
import { retryKeyRule } from '../retry-key.ts';

/** What is left out stays as it is. */
export const updatePrivacyRule = z.object({
  readReceipts: z.boolean().nullish(),
  presence: z.boolean().nullish(),
  clientMutationId: retryKeyRule,
});
export type UpdatePrivacy = z.infer<typeof updatePrivacyRule>;

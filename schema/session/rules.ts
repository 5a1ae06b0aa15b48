import { z } from 'zod';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

export const revokeSessionRule = z.object({ sessionId: idRule('ses'), clientMutationId: retryKeyRule });
export type RevokeSession = z.infer<typeof revokeSessionRule>;

export const revokeOtherSessionsRule = z.object({ clientMutationId: retryKeyRule });
export type RevokeOtherSessions = z.infer<typeof revokeOtherSessionsRule>;

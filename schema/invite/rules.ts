import { z } from 'zod';
import type { Invite } from '../../prisma/client/client.ts';
import { LimitError, NotFoundError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

/** How many links of a group may work at once. */
export const inviteLimit = 100;
const year = 365 * 24 * 60 * 60;

export const createInviteRule = z.object({
  threadId: idRule('thr'),
  expiresInSeconds: z
    .int()
    .min(1, 'A link works for 1 second at least.')
    .max(year, 'A link that expires works for a year (31,536,000 seconds) at most.')
    .nullish(),
  maxUses: z
    .int()
    .min(1, 'A link works once at least.')
    .max(10_000, 'A link whose uses are counted works 10,000 times at most.')
    .nullish(),
  clientMutationId: retryKeyRule,
});
export type CreateInvite = z.infer<typeof createInviteRule>;

export const revokeInviteRule = z.object({ inviteId: idRule('inv'), clientMutationId: retryKeyRule });
export type RevokeInvite = z.infer<typeof revokeInviteRule>;

/** Anything may be tried: what cannot be a secret is nobody's, and wrong like any other. */
export const acceptInviteRule = z.object({ token: z.string(), clientMutationId: retryKeyRule });
export type AcceptInvite = z.infer<typeof acceptInviteRule>;

/** What is said of a link that does not work, whether it was revoked, has expired, is used up or never was one. */
export const noSuchInvite = () => new NotFoundError('This invite link does not work.');

/** Whether a link lets somebody in. @param now by the database's clock */
export const works = ({ revokedAt, expiresAt, maxUses, uses }: Invite, now: Date): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now) && (maxUses === null || uses < maxUses);

/** @throws LimitError */
export function assertMayHaveAnother(working: number): void {
  if (working >= inviteLimit)
    throw new LimitError(`A group has at most ${inviteLimit} invite links that work. Revoke one first.`);
}

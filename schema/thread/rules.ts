import { z } from 'zod';
import { InputError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

export const startDirectThreadRule = z.object({ userId: idRule('usr'), clientMutationId: retryKeyRule });
export type StartDirectThread = z.infer<typeof startDirectThreadRule>;

/** @throws InputError: a direct thread has two ends */
export function assertTwoPeople(userId: string, otherId: string): void {
  if (userId === otherId)
    throw new InputError([{ path: 'userId', reason: 'Choose somebody else than yourself.' }]);
}

/** The same for a pair whoever asks. */
export const directKeyOf = (userId: string, otherId: string): string =>
  [userId, otherId].toSorted().join(':');

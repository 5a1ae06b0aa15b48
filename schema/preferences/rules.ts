import { z } from 'zod';
import type { Participant } from '../../prisma/client/client.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

const hourMs = 3_600_000;
/** The last moment that every clock and the database can write. */
const forGood = new Date('9999-12-31T23:59:59.999Z');

export const muteFor = ['OFF', 'HOUR', 'DAY', 'ALWAYS'] as const;
export type MuteFor = (typeof muteFor)[number];

export const updateThreadPreferencesRule = z.object({
  threadId: idRule('thr'),
  pinned: z.boolean().nullish(),
  favourite: z.boolean().nullish(),
  mute: z.enum(muteFor).nullish(),
  archived: z.boolean().nullish(),
  clientMutationId: retryKeyRule,
});
export type UpdateThreadPreferences = z.infer<typeof updateThreadPreferencesRule>;

export const markUnreadRule = z.object({
  threadId: idRule('thr'),
  seq: z.int().min(1, 'A message’s seq is 1 or more.'),
  clientMutationId: retryKeyRule,
});
export type MarkUnread = z.infer<typeof markUnreadRule>;

export function mutedUntil(mute: MuteFor, now: Date): Date | null {
  if (mute === 'OFF') return null;
  if (mute === 'ALWAYS') return forGood;
  return new Date(now.getTime() + (mute === 'DAY' ? 24 : 1) * hourMs);
}

/** Until something comes behind what was the last message then. */
export const isArchived = ({ archivedSeq }: Participant, lastSeq: number): boolean =>
  archivedSeq !== null && archivedSeq >= lastSeq;

type Reading = Pick<Participant, 'lastReadSeq' | 'markedUnreadSeq' | 'markedReadSeq'>;

/** From which message on they marked it unread; null where they did not, and once they have read or written more since. */
export const unreadFrom = ({ lastReadSeq, markedUnreadSeq, markedReadSeq }: Reading): number | null =>
  markedReadSeq === lastReadSeq ? markedUnreadSeq : null;

/** What stands behind this is unread. */
export const readUpTo = (reading: Reading): number => (unreadFrom(reading) ?? reading.lastReadSeq + 1) - 1;

/** From which message on it is still marked unread once one has read up to a `seq`. */
export function unreadAfter(reading: Reading, seq: number): number | null {
  const from = unreadFrom(reading);
  if (from === null || seq < from) return from;
  return seq < reading.lastReadSeq ? seq + 1 : null;
}

/** The mark as it is stored: it holds for as long as nobody reads on. */
export const markedFrom = (
  seq: number | null,
  { lastReadSeq }: Reading,
): Pick<Participant, 'markedUnreadSeq' | 'markedReadSeq'> => ({
  markedUnreadSeq: seq,
  markedReadSeq: seq === null ? null : lastReadSeq,
});

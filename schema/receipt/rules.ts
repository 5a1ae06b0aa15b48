import { z } from 'zod';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';

export const markRule = z.object({
  threadId: idRule('thr'),
  seq: z.int().min(0, 'A seq is 0 or more.'),
  clientMutationId: retryKeyRule,
});
export type Mark = z.infer<typeof markRule>;

/**
 * Receipts grow with the square of a group: each of its readers, told to each of them. Above this many people one is told
 * to others only when it moves what everybody has read or received, which is what the ticks show.
 */
export const smallGroup = 50;

export interface Progress {
  lastReadSeq: number;
  lastDeliveredSeq: number;
  /** How much of what was read, and of what was delivered, others see. */
  shownReadSeq: number;
  shownDeliveredSeq: number;
}

/** Of what somebody does themselves, such as writing: it is read and delivered up to there, and everybody sees it. */
export const upTo = (seq: number): Progress => ({
  lastReadSeq: seq,
  lastDeliveredSeq: seq,
  shownReadSeq: seq,
  shownDeliveredSeq: seq,
});

/** What somebody lets others see. */
interface Shows {
  readReceipts: boolean;
  showsPresence: boolean;
}

/**
 * What is read was delivered too; nothing moves back, and nobody reads what is not there yet. A device tells by itself what has
 * come to it, and with that that it is on: where presence is not shown, that shows nothing.
 */
export function advance(
  from: Progress,
  mark: 'read' | 'delivered',
  seq: number,
  lastSeq: number,
  { readReceipts, showsPresence }: Shows,
): Progress | null {
  const end = Math.min(seq, lastSeq);
  const lastReadSeq = mark === 'read' ? Math.max(from.lastReadSeq, end) : from.lastReadSeq;
  const lastDeliveredSeq = Math.max(from.lastDeliveredSeq, end);
  const showsRead = readReceipts && (mark === 'read' || showsPresence);
  const shownReadSeq = showsRead ? lastReadSeq : from.shownReadSeq;
  const shownDeliveredSeq = showsPresence ? lastDeliveredSeq : Math.max(from.shownDeliveredSeq, shownReadSeq);
  const to = { lastReadSeq, lastDeliveredSeq, shownReadSeq, shownDeliveredSeq };
  const moves = lastReadSeq > from.lastReadSeq || lastDeliveredSeq > from.lastDeliveredSeq;
  return moves || showsMore(from, to) ? to : null;
}

/** Whether others see that it has moved. */
export const showsMore = (from: Progress, to: Progress): boolean =>
  to.shownReadSeq > from.shownReadSeq || to.shownDeliveredSeq > from.shownDeliveredSeq;

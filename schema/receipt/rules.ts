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
  /** How much of what was read others see. */
  shownReadSeq: number;
}

/**
 * What is read was delivered too; nothing moves back, and nobody reads what is not there yet.
 * @param shows whether others see it
 */
export function advance(
  from: Progress,
  mark: 'read' | 'delivered',
  seq: number,
  lastSeq: number,
  shows: boolean,
): Progress | null {
  const upTo = Math.min(seq, lastSeq);
  const lastReadSeq = mark === 'read' ? Math.max(from.lastReadSeq, upTo) : from.lastReadSeq;
  const to = {
    lastReadSeq,
    lastDeliveredSeq: Math.max(from.lastDeliveredSeq, upTo),
    shownReadSeq: shows ? lastReadSeq : from.shownReadSeq,
  };
  return lastReadSeq === from.lastReadSeq && !showsMore(from, to) ? null : to;
}

/** Whether others see that it has moved. */
export const showsMore = (from: Progress, to: Progress): boolean =>
  to.shownReadSeq > from.shownReadSeq || to.lastDeliveredSeq > from.lastDeliveredSeq;

import type { Row } from './row.ts';

export type Delivery = 'sending' | 'failed' | 'sent' | 'delivered' | 'read';

/** How far an own message has come: a thread keeps up to where everybody else has received, and read. */
export function deliveryOf(
  seq: number,
  thread: { readonly deliveredSeq: number; readonly readSeq: number },
): Delivery {
  if (seq <= thread.readSeq) return 'read';
  return seq <= thread.deliveredSeq ? 'delivered' : 'sent';
}

/** The same for a row, which may still be on its way. */
export function deliveryOfRow({ message, waiting }: Row, thread: Parameters<typeof deliveryOf>[1]): Delivery {
  if (waiting?.failure != null) return 'failed';
  if (waiting !== undefined && waiting.stored === undefined) return 'sending';
  return deliveryOf(message.seq, thread);
}

export const deliveryWords: Record<Delivery, string> = {
  sending: 'Sending',
  failed: 'Not sent',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
};

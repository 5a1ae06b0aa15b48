import type { Audience } from '../thread/load.ts';

/** With nobody else there, a message is sent and no more. */
export function statusOf(seq: number, audience: Pick<Audience, 'readSeq' | 'deliveredSeq'> | null) {
  if (audience && seq <= audience.readSeq) return 'READ';
  if (audience && seq <= audience.deliveredSeq) return 'DELIVERED';
  return 'SENT';
}

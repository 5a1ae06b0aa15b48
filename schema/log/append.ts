import type { Prisma } from '../../prisma/client/client.ts';
import type { Tx } from './write.ts';

export type Entry = Omit<Prisma.EventCreateManyInput, 'id' | 'transaction' | 'at'>;

/** Appends to the log, in the order given, in the transaction that makes the change. */
export async function append(tx: Tx, ...entries: Entry[]): Promise<void> {
  if (entries.length > 0) await tx.event.createMany({ data: entries });
}

import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Tx } from './write.ts';

const batchSize = 5000;

/**
 * Forgets the events from before a moment, in short transactions. What was forgotten is noted first and in the same
 * transaction, so that a cursor from before it is refused from then on.
 * @returns how many were forgotten
 */
export async function prune(prisma: PrismaClient, before: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await prisma.$transaction((tx) => pruneBatch(tx, before));
    total += count;
    if (count < batchSize) return total;
  }
}

async function pruneBatch(tx: Tx, before: Date): Promise<number> {
  // One at a time, over all instances; whoever comes second has nothing to do.
  const [turn] = await tx.$queryRaw<[{ mine: boolean }]>`
    select pg_try_advisory_xact_lock(hashtextextended('log prune', 0)) as mine`;
  if (!turn.mine) return 0;
  // Whole transactions, from the front of the log: what is kept begins at one place for everybody. Never above the horizon,
  // whatever the clock says: nothing may be committed in front of what was forgotten.
  const [front] = await tx.$queryRaw<[{ last: bigint | null }]>`
    select max(transaction) as last from (
      select transaction, at from "Event" order by transaction, id limit ${batchSize}
    ) as oldest where at < ${before} and transaction < txid_snapshot_xmin(txid_current_snapshot())`;
  if (front.last === null) return 0;
  await tx.$executeRaw`
    update "LogEpoch" set "prunedThrough" = greatest("prunedThrough", ${front.last})
    where "startedAt" = (select max("startedAt") from "LogEpoch")`;
  return tx.$executeRaw`delete from "Event" where transaction <= ${front.last}`;
}

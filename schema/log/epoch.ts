import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';
import { lock, type Tx } from './write.ts';

/** One run of PostgreSQL, from its start to its end. */
export interface Run {
  /** When PostgreSQL started, in seconds, as it says itself. */
  server: string;
  /** The next transaction when it started. */
  first: bigint;
  /** What its cursors are sealed with. */
  key: Uint8Array;
}

export interface Epoch {
  id: string;
  /** The last one first. */
  runs: readonly Run[];
  /** The last transaction whose events were pruned; 0 when none were. */
  prunedThrough: bigint;
}

/**
 * The log's present epoch. A new one begins when the log is found somewhere else than where it was written: in another
 * cluster, on another timeline, in another database or table, or with transaction ids that run behind its own. All of
 * these follow a restore, after which a place in the log may mean something else than it did.
 *
 * Within an epoch PostgreSQL may start again, and each of its runs has a key of its own: when a copy of its files was put
 * back, all else looks as it did, and nothing but the time has been lost. A cursor is then good only if it was sealed by a
 * run that this history knows of, and lies in front of where the next one began.
 *
 * The timeline is the one that is written on: pg_control_checkpoint() shows the old one for minutes after a promotion.
 */
export async function presentEpoch(prisma: PrismaClient): Promise<Epoch> {
  return prisma.$transaction(async (tx) => {
    await lock(tx, ['log epoch']);
    const place = await placeOfLog(tx);
    const present = await tx.logEpoch.findFirst({ ...newest, include: runs });
    if (present && present.fingerprint === place.fingerprint && !place.behind) {
      return present.runs[0]?.server === place.server ? present : beginRun(tx, present.id, place);
    }
    // Left there, the old events would stand above every new transaction, and so would the arrivals: of these also where
    // the log itself says nothing, since everything in it has been forgotten.
    if (place.behind) await tx.$executeRaw`truncate "Event"`;
    await tx.$executeRaw`
      update "Participant" set "joinedTransaction" = 0
      where "joinedTransaction" >= txid_snapshot_xmax(txid_current_snapshot())`;
    const { id } = await tx.logEpoch.create({ data: { id: v7(), fingerprint: place.fingerprint } });
    return beginRun(tx, id, place);
  });
}

async function beginRun(tx: Tx, id: string, { server, first }: Place): Promise<Epoch> {
  // Of those that ended before what is kept, no cursor is of any use.
  await tx.$executeRaw`
    delete from "LogRun" run using "LogRun" next, "LogEpoch" epoch
    where run."epochId" = ${id} and next."epochId" = run."epochId" and epoch.id = run."epochId"
      and next.id > run.id and next.first <= epoch."prunedThrough"`;
  return tx.logEpoch.update({
    where: { id },
    data: { runs: { create: { server, first, key: randomBytes(32) } } },
    include: runs,
  });
}

/** An epoch as it was written down last, by whichever instance. */
export const writtenEpoch = (prisma: PrismaClient, id: string): Promise<Epoch | null> =>
  prisma.logEpoch.findUnique({ where: { id }, include: runs });

/** Whether an epoch still lasts: asked while the server runs, since a fail-over need not stop it. */
export async function isPresent(prisma: PrismaClient, { id }: Epoch): Promise<boolean> {
  const [present, place] = await Promise.all([prisma.logEpoch.findFirst(newest), placeOfLog(prisma)]);
  return present?.id === id && present.fingerprint === place.fingerprint && !place.behind;
}

const newest = { orderBy: [{ startedAt: 'desc' }, { id: 'desc' }] } satisfies Prisma.LogEpochFindFirstArgs;
const runs = { runs: { orderBy: { id: 'desc' } } } satisfies Prisma.LogEpochInclude;

/** When PostgreSQL started, as SQL, in seconds: what tells its runs apart. */
export const serverStart = `extract(epoch from pg_postmaster_start_time())::text`;

interface Place {
  fingerprint: string;
  /** Whether the cluster's transaction ids run behind those that the log holds. */
  behind: boolean;
  server: string;
  first: bigint;
}

/**
 * Where the log is. PostgreSQL ends each start with a checkpoint, which knows the next transaction; by the time that
 * this is asked, others may have begun.
 */
async function placeOfLog(db: Tx): Promise<Place> {
  const [place] = await db.$queryRaw<[Place]>`
    select
      (select system_identifier::text from pg_control_system()) || '/' ||
      ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int::text || '/' ||
      (select oid::text from pg_database where datname = current_database()) || '/' ||
      '"Event"'::regclass::oid::text as fingerprint,
      coalesce((select max(transaction) from "Event"), 0) >= txid_snapshot_xmax(txid_current_snapshot()) as behind,
      ${Prisma.raw(serverStart)} as server,
      (select least(
        txid_snapshot_xmax(txid_current_snapshot()),
        (split_part(next_xid, ':', 1)::bigint << 32) + split_part(next_xid, ':', 2)::bigint
      ) from pg_control_checkpoint()) as first`;
  return place;
}

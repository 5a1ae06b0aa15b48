import { createHash } from 'node:crypto';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Context, SignedIn } from '../context.ts';
import { ConflictError, unauthenticated } from '../errors.ts';

export type Tx = Prisma.TransactionClient;

interface Write<Result> {
  /** The mutation's name: a key is good for one mutation only. */
  mutation: string;
  input: { clientMutationId?: string | null | undefined };
  /** The threads that this writes to. Two people's direct thread is locked by its key before it exists. */
  threads: readonly string[];
  /**
   * Throws where a first result may not be told again: it is shown as things are now, so what one may see now decides.
   */
  again(tx: Tx, first: Result): Promise<unknown>;
}

/**
 * The one door for writes: one transaction that holds the threads' locks, repeats nothing, and tells the bus afterwards.
 *
 * The locks come first, since an advisory lock is waited for without a transaction id: ids are then handed out in the
 * order of the locks, and the log's order is the thread's order. They are taken in key order, the idempotency key's
 * before the threads', so that no two writers wait for each other.
 *
 * With a clientMutationId the first result is kept in the same transaction and returned ever after.
 * @param work is told what time it is once the locks are held; see `lock`
 * @throws ConflictError when the key was used for another mutation or input
 * @throws UNAUTHENTICATED where the account has been deleted while this was on its way: nothing of theirs comes behind that
 */
export async function write<Result extends Prisma.InputJsonObject>(
  ctx: SignedIn,
  { mutation, input, threads, again }: Write<Result>,
  work: (tx: Tx, now: Date) => Promise<Result>,
): Promise<Result> {
  const { userId } = ctx.viewer;
  const key = input.clientMutationId;
  const digest = key == null ? null : digestOf(mutation, input);
  const result = await ctx.prisma.$transaction(async (tx) => {
    const now = await lock(tx, [...keyLock(userId, key), ...threads.toSorted()]);
    await holdAccount(tx, userId);
    if (key == null || digest == null) return work(tx, now);

    const first = await tx.mutationResult.findUnique({
      where: { accountId_key: { accountId: userId, key } },
    });
    if (first) {
      if (Buffer.compare(first.digest, digest) !== 0) throw usedOtherwise();
      await again(tx, first.result as Result);
      return first.result as Result;
    }
    const done = await work(tx, now);
    await tx.mutationResult.create({ data: { accountId: userId, key, mutation, digest, result: done } });
    return done;
  });
  written(ctx);
  return result;
}

/** Who deletes the account meanwhile waits until this is done, and takes it away with the rest. */
async function holdAccount(tx: Tx, userId: string): Promise<void> {
  const held = await tx.$queryRaw<object[]>`
    select 1 from "User" where id = ${userId} and "deletedAt" is null for key share`;
  if (held.length === 0) throw unauthenticated();
}

/**
 * For what ends the account, and so keeps no result of its own.
 * @throws ConflictError when something was done by this key
 */
export async function assertUnused(
  ctx: SignedIn,
  { clientMutationId: key }: Write<unknown>['input'],
): Promise<void> {
  if (key == null) return;
  const accountId_key = { accountId: ctx.viewer.userId, key };
  if (await ctx.prisma.mutationResult.findUnique({ where: { accountId_key }, select: { key: true } }))
    throw usedOtherwise();
}

const usedOtherwise = () => new ConflictError('This clientMutationId was used for something else.');

/** What two who come by the same key wait for, before anything else. */
export const keyLock = (accountId: string, key: string | null | undefined): string[] =>
  key == null ? [] : [`key:${accountId}:${key}`];

/**
 * Waits for the locks, in the order given, for the rest of the transaction.
 * @returns what time it is then, by the database's clock: whatever is stored goes by it, since the instances' clocks may differ
 */
export async function lock(tx: Tx, keys: readonly string[]): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`
    select clock_timestamp()::timestamptz(3) as now from (
      select count(*) from unnest(${keys}::text[]) as key, pg_advisory_xact_lock(hashtextextended(key, 0))
    ) as held`;
  return row.now;
}

/** What time it is by the same clock, where nothing is waited for. */
export async function timeOf(db: Tx): Promise<Date> {
  const [row] = await db.$queryRaw<[{ now: Date }]>`select clock_timestamp()::timestamptz(3) as now`;
  return row.now;
}

/** After a commit: what was read before counts no more, and the tail is told that there is more. */
export function written(ctx: Context): void {
  ctx.scope = {};
  ctx.announce();
}

/** Depends on what was asked, not on the order in which a client wrote the fields, nor on absent against null. */
export function digestOf(mutation: string, input: object): Buffer<ArrayBuffer> {
  const fields = Object.entries(input)
    .filter(([name, value]) => name !== 'clientMutationId' && value != null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([mutation, fields]))
    .digest();
}

import type { Message } from '../../prisma/client/client.ts';
import { ForbiddenError } from '../errors.ts';
import type { Tx } from '../log/write.ts';
import { isAllowed, type Place } from './roles.ts';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in words, in the largest unit that says it exactly. */
export function durationOf(seconds: number): string {
  const [unit, size] = units.find((each) => seconds % each[1] === 0) ?? units[3];
  const count = seconds / size;
  return count === 1 ? `1 ${unit}` : `${count.toLocaleString('en')} ${unit}s`;
}

/**
 * An edit binds the owner and admins too: what people have read stays what was said. Whoever may delete every message may
 * delete their own.
 * @throws ForbiddenError
 */
export async function assertInTime(
  tx: Tx,
  what: 'edited' | 'deleted',
  message: Message,
  place: Place,
): Promise<void> {
  const { editWindowSeconds: seconds } = place.thread;
  if (seconds === null || (what === 'deleted' && isAllowed('deleteAnyMessage', place))) return;
  // The database has set `createdAt`, and its clock is the same for all instances. Not the transaction's time: that may have
  // waited for the thread.
  const [row] = await tx.$queryRaw<{ over: boolean }[]>`
    select clock_timestamp() > "createdAt" + make_interval(secs => ${seconds}::int) as over
    from "Message" where id = ${message.id}`;
  if (row?.over) throw new ForbiddenError(`A message can be ${what} here for ${durationOf(seconds)} only.`);
}

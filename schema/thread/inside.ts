import type { Participant, Thread } from '../../prisma/client/client.ts';
import { NotFoundError } from '../errors.ts';
import type { Tx } from '../log/write.ts';

/** A thread and somebody's place in it, read under the thread's lock. @throws NotFoundError for a stranger too */
export async function inside(
  tx: Tx,
  threadId: string,
  userId: string,
  missing = 'No such thread.',
): Promise<Participant & { thread: Thread }> {
  const participant = await tx.participant.findUnique({
    where: { threadId_userId: { threadId, userId } },
    include: { thread: true },
  });
  if (!participant) throw new NotFoundError(missing);
  return participant;
}

import type { Message, Participant, Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { idPattern } from '../id.ts';
import { isTextLike, type Range } from '../paging.ts';

/**
 * A thread's people but a message's author, those who were there when it was said and have come as far, in the order in which they came
 * in. Of `joinedSeq` and `visibleFromSeq` the later counts: see mention/calls.ts.
 */
export const thoseWith = (
  prisma: PrismaClient,
  { id, threadId, authorId, seq }: Message,
  mark: 'shownReadSeq' | 'shownDeliveredSeq',
) => ({
  name: `${mark}:${id}`,
  keyOf: (participant: Participant): [string] => [participant.id],
  isKey: (key: unknown): key is [string] =>
    Array.isArray(key) && key.length === 1 && isTextLike(idPattern('par'), key[0]),
  fetch: ({ after, before, take, fromBack }: Range<[string]>) => {
    const where: Prisma.ParticipantWhereInput = {
      threadId,
      [mark]: { gte: seq },
      joinedSeq: { lt: seq },
      visibleFromSeq: { lte: seq },
      ...(authorId !== null && { userId: { not: authorId } }),
      id: { ...(after && { gt: after[0] }), ...(before && { lt: before[0] }) },
    };
    return prisma.participant.findMany({ where, orderBy: { id: fromBack ? 'desc' : 'asc' }, take });
  },
});

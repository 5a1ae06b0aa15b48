import type { Participant } from '../../prisma/client/client.ts';

/**
 * No `@all` up to this `seq` calls whoever has this place in its thread. What is hidden from them is asked for beside the line that says
 * that they came: an older instance that lets somebody in does not note that line.
 */
export const calledBehind = ({ joinedSeq, visibleFromSeq }: Participant): number =>
  Math.max(joinedSeq, visibleFromSeq - 1);

/** The same in the words of the database: a message `m` calls, by `@all`, whoever has the place `p` in its thread. */
export const calls = `
  m."threadId" = p."threadId" and m.seq > greatest(p."joinedSeq", p."visibleFromSeq" - 1)
  and m."mentionsAll" and m."authorId" <> p."userId"`;

import type { PrismaClient } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { type Tx, write } from '../log/write.ts';
import { inside } from '../thread/inside.ts';
import { assertMay } from './roles.ts';
import type { AboutGroup } from './rules.ts';

/** How many messages go at once: the log waits for whatever writes. */
const atOnce = 1000;

/**
 * A group goes for everybody. In one short transaction everybody is told that they are out, and all that could lead anybody
 * back in is gone; the words, which may be millions, are nobody's to see from then on, and go behind it (see `purge`).
 */
export async function deleteGroup(ctx: SignedIn, input: AboutGroup): Promise<{ threadId: string }> {
  const { userId: actorId } = ctx.viewer;
  const { threadId } = input;
  // The answer says no more than what they did.
  const again = async () => {};
  const done = await write(
    ctx,
    { mutation: 'deleteGroup', input, threads: [threadId], again },
    async (tx, now) => {
      assertMay('delete', await inside(tx, threadId, actorId));
      await tellEverybody(tx, threadId, actorId);
      await tx.participant.deleteMany({ where: { threadId } });
      await tx.invite.deleteMany({ where: { threadId } });
      await tx.ban.deleteMany({ where: { threadId } });
      await tx.attachment.updateMany({ where: { pictureOf: threadId }, data: { pictureOf: null } });
      // What it was called, looked like and was about goes at once.
      await tx.thread.update({
        where: { id: threadId },
        data: { deletedAt: now, name: '', topic: null, pictureId: null },
      });
      return { threadId };
    },
  );
  ctx.files.sweep();
  return done;
}

const tellEverybody = (tx: Tx, threadId: string, actorId: string) => tx.$executeRaw`
  insert into "Event" (kind, "threadId", "userId", "actorId")
  select 'THREAD_LEFT', "threadId", "userId", ${actorId} from "Participant" where "threadId" = ${threadId} order by id`;

/**
 * Takes away what is left of the groups that were deleted, in pieces, the group itself last: what is cut short is found
 * again. Files lose their message with it, and go with the next sweep.
 * @returns how many groups are gone
 */
export async function purge(prisma: PrismaClient): Promise<number> {
  for (let count = 0; ; count += 1) {
    const gone = await prisma.thread.findFirst({ where: { deletedAt: { not: null } }, select: { id: true } });
    if (!gone) return count;
    const { id } = gone;
    let left = atOnce;
    while (left === atOnce)
      left = await prisma.$executeRaw`
        delete from "Message" where id in (
          select id from "Message" where "threadId" = ${id} order by seq limit ${atOnce})`;
    await prisma.thread.deleteMany({ where: { id } });
  }
}

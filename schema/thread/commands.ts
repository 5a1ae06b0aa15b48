import { living } from '../account/living.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { newId } from '../id.ts';
import { append } from '../log/append.ts';
import { write } from '../log/write.ts';
import { assertTwoPeople, directKeyOf, type StartDirectThread } from './rules.ts';

/** The same pair always gets the same thread, also when both ask at once: the pair's key is the lock. */
export async function startDirectThread(
  ctx: SignedIn,
  input: StartDirectThread,
): Promise<{ threadId: string }> {
  const { userId } = ctx.viewer;
  assertTwoPeople(userId, input.userId);
  const directKey = directKeyOf(userId, input.userId);
  // Nobody leaves a direct thread.
  const again = async () => {};
  return write(ctx, { mutation: 'startDirectThread', input, threads: [directKey], again }, async (tx) => {
    const there = await tx.thread.findUnique({ where: { directKey } });
    if (there) return { threadId: there.id };
    if ((await living(tx, [userId, input.userId])).length < 2) throw new NotFoundError('No such user.');

    const threadId = newId('thr');
    const people = [userId, input.userId];
    await tx.thread.create({ data: { id: threadId, kind: 'DIRECT', directKey, createdById: userId } });
    await tx.participant.createMany({
      data: people.map((id) => ({ id: newId('par'), threadId, userId: id })),
    });
    await append(
      tx,
      ...people.map((id) => ({ kind: 'THREAD_ADDED' as const, threadId, userId: id, actorId: userId })),
    );
    return { threadId };
  });
}

import { endSessions } from '../account/session.ts';
import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { write } from '../log/write.ts';
import type { RevokeOtherSessions, RevokeSession } from './rules.ts';

/** One's own session alone can be told of again. */
const again = async () => {};

/**
 * Ends one of one's own sessions, also this one. What has ended already has ended.
 * @throws NotFoundError for somebody else's
 */
export async function revokeOwnSession(ctx: SignedIn, input: RevokeSession): Promise<{ sessionId: string }> {
  const { userId, sessionId: current } = ctx.viewer;
  const { sessionId } = input;
  const done = await write(ctx, { mutation: 'revokeSession', input, threads: [], again }, async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sessionId } });
    if (session?.userId !== userId) throw new NotFoundError('No such session.');
    await endSessions(tx, { id: sessionId });
    return { sessionId };
  });
  if (sessionId === current) ctx.cookie?.clear();
  return done;
}

/** Ends all of one's own sessions but this one. */
export async function revokeOtherSessions(
  ctx: SignedIn,
  input: RevokeOtherSessions,
): Promise<{ count: number }> {
  const { userId, sessionId } = ctx.viewer;
  return write(ctx, { mutation: 'revokeOtherSessions', input, threads: [], again }, async (tx) => ({
    count: await endSessions(tx, { userId, id: { not: sessionId } }),
  }));
}

import type { SignedIn } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { viewerPlace } from '../group/load.ts';
import { isAllowed } from '../group/roles.ts';
import { type Tx, write } from '../log/write.ts';
import { inside } from '../thread/inside.ts';
import type { SetTyping } from './rules.ts';

/** Typing is told and forgotten, and not told of who may not write: with a key it is told once, and only the key is stored. @throws NotFoundError, ConflictError */
export async function setTyping(ctx: SignedIn, input: SetTyping): Promise<{ ok: true }> {
  const { threadId, typing } = input;
  const { userId } = ctx.viewer;
  const told = { ok: true } as const;
  if (input.clientMutationId == null) {
    const place = await viewerPlace(ctx, threadId);
    if (!place) throw new NotFoundError('No such thread.');
    if (!typing || isAllowed('post', place)) ctx.typing.set(threadId, userId, typing, ctx.connection);
    return told;
  }
  const enter = (tx: Tx) => inside(tx, threadId, userId);
  let first = false;
  await write(ctx, { mutation: 'setTyping', input, threads: [], again: enter }, async (tx) => {
    const place = await enter(tx);
    first = !typing || isAllowed('post', place);
    return told;
  });
  if (first) ctx.typing.set(threadId, userId, typing, ctx.connection);
  return told;
}

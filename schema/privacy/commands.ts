import type { SignedIn } from '../context.ts';
import { append } from '../log/append.ts';
import { write } from '../log/write.ts';
import type { UpdatePrivacy } from './rules.ts';

/** It holds from here on: what others were shown before stays. What is so already changes nothing. */
export async function updatePrivacy(ctx: SignedIn, input: UpdatePrivacy): Promise<{ userId: string }> {
  const { userId } = ctx.viewer;
  const { readReceipts, presence } = input;
  // One's own settings can be told again at any time.
  const again = async () => {};
  const done = await write(ctx, { mutation: 'updatePrivacy', input, threads: [], again }, async (tx) => {
    if (readReceipts == null && presence == null) return { userId };
    const wanted = { readReceipts: readReceipts ?? undefined, showsPresence: presence ?? undefined };
    const { count } = await tx.user.updateMany({
      where: { id: userId, NOT: wanted },
      data: wanted,
    });
    if (count > 0) await append(tx, { kind: 'PRIVACY_UPDATED', userId, actorId: userId });
    return { userId };
  });
  // Here it counts for whatever is asked next; the other instances hear of it by the log.
  await ctx.privacy.refresh([userId]);
  return done;
}

import type { Message } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { assertMay } from '../group/roles.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { findMessage, reached } from '../message/find.ts';
import { assertCanPin, assertRoomToPin, notPinned, type Pin, type Pinned, pinLimit } from './rules.ts';

type Done = { messageId: string };

/** Pinning what is pinned changes nothing, nor its place in the list. */
export const pinMessage = (ctx: SignedIn, input: Pin): Promise<Done> =>
  setPinned(ctx, 'pinMessage', input, async (tx, message, now) => {
    assertCanPin(message);
    if (message.pinnedAt) return null;
    const { threadId } = message;
    assertRoomToPin(await tx.message.count({ where: { threadId, pinnedAt: { not: null } }, take: pinLimit }));
    return { pinnedAt: now, pinnedById: ctx.viewer.userId };
  });

/** Taking down what is not pinned changes nothing. */
export const unpinMessage = (ctx: SignedIn, input: Pin): Promise<Done> =>
  setPinned(ctx, 'unpinMessage', input, async (_tx, { pinnedAt }) => (pinnedAt ? notPinned : null));

/** @param change gives what is to stand at the message from now on, null where nothing changes */
async function setPinned(
  ctx: SignedIn,
  mutation: 'pinMessage' | 'unpinMessage',
  input: Pin,
  change: (tx: Tx, message: Message, now: Date) => Promise<Pinned | null>,
): Promise<Done> {
  const { messageId } = input;
  const { userId } = ctx.viewer;
  const { threadId } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId });
  return write(ctx, { mutation, input, threads: [threadId], again: enter }, async (tx, now) => {
    const { message, place } = await enter(tx);
    assertMay('pin', place);
    const data = await change(tx, message, now);
    if (data === null) return { messageId };
    await tx.message.update({ where: { id: messageId }, data });
    const kind = mutation === 'pinMessage' ? 'MESSAGE_PINNED' : 'MESSAGE_UNPINNED';
    await append(tx, { kind, threadId, messageId, actorId: userId });
    return { messageId };
  });
}

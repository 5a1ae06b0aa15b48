import { type Message, Prisma } from '../../prisma/client/client.ts';
import type { SignedIn } from '../context.ts';
import { assertMay } from '../group/roles.ts';
import { append } from '../log/append.ts';
import { type Tx, write } from '../log/write.ts';
import { findMessage, reached } from '../message/find.ts';
import { assertCanReact, keptKinds, type Kind, kindsOf, type React, withOne, withoutOne } from './rules.ts';

type Done = { messageId: string };

/** Setting one that is set already changes nothing. */
export const addReaction = (ctx: SignedIn, input: React): Promise<Done> =>
  react(ctx, 'addReaction', input, async (tx, message, mine) => {
    assertCanReact(message);
    const { count } = await tx.reaction.createMany({ data: [mine], skipDuplicates: true });
    return count === 0 ? null : withOne(kindsOf(message), mine.emoji);
  });

/** Taking back what is not there changes nothing. */
export const removeReaction = (ctx: SignedIn, input: React): Promise<Done> =>
  react(ctx, 'removeReaction', input, async (tx, message, mine) => {
    const { count } = await tx.reaction.deleteMany({ where: mine });
    return count === 0 ? null : withoutOne(kindsOf(message), mine.emoji);
  });

interface Mine {
  messageId: string;
  userId: string;
  emoji: string;
}

/**
 * The counts are read and written under the thread's lock: whoever reacts at once takes turns, and none is lost.
 * @param change gives the counts as they are from now on, null where nothing changes
 */
async function react(
  ctx: SignedIn,
  mutation: 'addReaction' | 'removeReaction',
  input: React,
  change: (tx: Tx, message: Message, mine: Mine) => Promise<Kind[] | null>,
): Promise<Done> {
  const { messageId, emoji } = input;
  const { userId } = ctx.viewer;
  const { threadId } = await findMessage(ctx, messageId);
  const enter = (tx: Tx) => reached(tx, { threadId, messageId, userId });
  return write(ctx, { mutation, input, threads: [threadId], again: enter }, async (tx) => {
    const { place, message } = await enter(tx);
    // Taking back stays open to everybody, as it does with words.
    if (mutation === 'addReaction') assertMay('react', place);
    const kinds = await change(tx, message, { messageId, userId, emoji });
    if (kinds === null) return { messageId };
    await tx.message.update({
      where: { id: messageId },
      data: { reactionKinds: keptKinds(kinds) ?? Prisma.DbNull },
    });
    const kind = mutation === 'addReaction' ? 'REACTION_ADDED' : 'REACTION_REMOVED';
    await append(tx, { kind, threadId, messageId, actorId: userId, emoji });
    return { messageId };
  });
}

/** What was set at a message goes with what it said. The thread's lock is held by the caller's `write`. */
export async function dropReactions(tx: Tx, { id, reactionKinds }: Message): Promise<void> {
  if (reactionKinds !== null) await tx.reaction.deleteMany({ where: { messageId: id } });
}

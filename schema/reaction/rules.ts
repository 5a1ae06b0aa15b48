import { z } from 'zod';
import type { Message } from '../../prisma/client/client.ts';
import { ConflictError, ForbiddenError, LimitError } from '../errors.ts';
import { idRule } from '../id-rule.ts';
import { retryKeyRule } from '../retry-key.ts';
import { emojiRule } from './emoji.ts';

/** How many kinds of emoji stand at one message. */
export const kindLimit = 20;

export const reactionRule = z.object({
  messageId: idRule('msg'),
  emoji: emojiRule,
  clientMutationId: retryKeyRule,
});
export type React = z.infer<typeof reactionRule>;

/** One emoji at a message, and how many have set it. */
export interface Kind {
  emoji: string;
  count: number;
}

/** Those of a message, in the order of first use. */
export const kindsOf = ({ reactionKinds }: Pick<Message, 'reactionKinds'>): Kind[] =>
  ((reactionKinds ?? []) as [string, number][]).map(([emoji, count]) => ({ emoji, count }));

/** As they are kept; null where there is none. */
export const keptKinds = (kinds: readonly Kind[]): [string, number][] | null =>
  kinds.length === 0 ? null : kinds.map(({ emoji, count }) => [emoji, count]);

/** One more of a kind. @throws LimitError for one kind too many */
export function withOne(kinds: readonly Kind[], emoji: string): Kind[] {
  if (kinds.some((kind) => kind.emoji === emoji))
    return kinds.map((kind) => (kind.emoji === emoji ? { emoji, count: kind.count + 1 } : kind));
  if (kinds.length >= kindLimit)
    throw new LimitError(`A message carries at most ${kindLimit} different reactions.`);
  return [...kinds, { emoji, count: 1 }];
}

/** One less of a kind: with the last of it, the kind is gone. */
export const withoutOne = (kinds: readonly Kind[], emoji: string): Kind[] =>
  kinds
    .map((kind) => (kind.emoji === emoji ? { emoji, count: kind.count - 1 } : kind))
    .filter(({ count }) => count > 0);

/** @throws ForbiddenError, ConflictError */
export function assertCanReact({ authorId, deletedAt }: Message): void {
  if (authorId === null) throw new ForbiddenError('Nobody reacts to a system line.');
  if (deletedAt) throw new ConflictError('This message was deleted.');
}

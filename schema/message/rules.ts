import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../../prisma/client/client.ts';
import { ConflictError, ForbiddenError, InputError, NotFoundError } from '../errors.ts';
import { attachmentIdsRule } from '../attachment/rules.ts';
import { assertMay, type Place } from '../group/roles.ts';
import { idRule } from '../id-rule.ts';
import { isFewNames, tooManyNames } from '../mention/rules.ts';
import { retryKeyRule } from '../retry-key.ts';
import { maybeEmpty, text } from '../text.ts';
import type { Sent } from './store-sends.ts';

export const bodyLimit = 10_000;
const tooLong = 'A message has 1 to 10,000 characters.';
const fewNames = <Rule extends z.ZodType<string, string>>(rule: Rule) =>
  rule.refine(isFewNames, tooManyNames);
const body = fewNames(text(bodyLimit, tooLong));
const caption = fewNames(maybeEmpty(bodyLimit, tooLong));

export const sendMessageRule = z.object({
  id: idRule('msg').nullish(),
  threadId: idRule('thr'),
  body,
  replyToId: idRule('msg').nullish(),
  attachmentIds: attachmentIdsRule.nullish(),
  onlyInReplies: z.boolean().nullish(),
  clientMutationId: retryKeyRule,
});
export type SendMessage = z.infer<typeof sendMessageRule>;

/** A file speaks for itself; without one there has to be something to read. */
const sendFilesRule = sendMessageRule.extend({ body: caption });
export const sendRuleFor = ({ attachmentIds }: { attachmentIds?: readonly string[] | null | undefined }) =>
  attachmentIds && attachmentIds.length > 0 ? sendFilesRule : sendMessageRule;

export const editMessageRule = z.object({
  messageId: idRule('msg'),
  body: caption,
  clientMutationId: retryKeyRule,
});
export type EditMessage = z.infer<typeof editMessageRule>;

export const deleteMessageRule = z.object({ messageId: idRule('msg'), clientMutationId: retryKeyRule });
export type DeleteMessage = z.infer<typeof deleteMessageRule>;

/** What was sent under an id. Kept beside the message, since its body may be edited before a retry comes. */
export const digestOfSend = ({
  threadId,
  body: sent,
  replyToId,
  attachmentIds,
  onlyInReplies,
}: SendMessage): Buffer<ArrayBuffer> => {
  const files = attachmentIds && attachmentIds.length > 0 ? [attachmentIds] : [];
  const aside = onlyInReplies ? ['onlyInReplies'] : [];
  return createHash('sha256')
    .update(JSON.stringify([threadId, sent, replyToId ?? null, ...files, ...aside]))
    .digest();
};

/** @throws InputError */
export function assertCanStandAside({ replyToId, onlyInReplies }: SendMessage): void {
  if (onlyInReplies && replyToId == null)
    throw new InputError([{ path: 'onlyInReplies', reason: 'Only a reply stands among replies.' }]);
}

/** @throws NotFoundError, ForbiddenError, ConflictError: why a send was not stored */
export function assertSent(outcome: Sent['outcome']): void {
  if (outcome === 'no thread') throw new NotFoundError('No such thread.');
  if (outcome === 'archived') throw new ForbiddenError('This group is archived.');
  if (outcome === 'admins post') throw new ForbiddenError('Only the owner and admins write here.');
  if (outcome === 'no reply') throw new NotFoundError('The message to reply to is not in this thread.');
  // Everything is in the conversation, or among the replies to something that is.
  if (outcome === 'reply among replies')
    throw new ConflictError('What it answers is itself only among the replies to another message.');
  if (outcome === 'id taken') throw new ConflictError('This message id was used for something else.');
  if (outcome === 'key taken') throw new ConflictError('This clientMutationId was used for something else.');
}

/** @throws ForbiddenError, ConflictError, InputError */
export function assertCanEdit(message: Message, participant: Place, body: string): void {
  if (message.authorId !== participant.userId)
    throw new ForbiddenError('Only its author can edit a message.');
  // They are somebody else's words, under their name.
  if (message.forwardedFromId !== null) throw new ForbiddenError('A forwarded message stays as it is.');
  assertMay('post', participant);
  if (message.deletedAt) throw new ConflictError('This message was deleted.');
  if (body === '' && message.attachmentCount === 0) throw new InputError([{ path: 'body', reason: tooLong }]);
}

/** Authors delete their own; in a group, its owner and admins anybody's. @throws ForbiddenError */
export function assertCanDelete(message: Message, participant: Place): void {
  if (message.authorId === null) throw new ForbiddenError('A system line stays.');
  if (message.authorId !== participant.userId) assertMay('deleteAnyMessage', participant);
}

import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { deleteMessage, editMessage, sendMessage } from './commands.ts';
import { messageById } from './load.ts';
import { deleteMessageRule, editMessageRule, sendRuleFor } from './rules.ts';
import { Message } from './type.ts';

builder.relayMutationField(
  'sendMessage',
  {
    description: 'What to say, and where.',
    inputFields: (t) => ({
      id: t.id({
        description:
          'The message’s id, made by the client: `msg_` and a lower-case UUIDv7. Sent again with the same content, it ' +
          'gives back the stored message; with other content it is a CONFLICT. The server makes one where it is missing.',
      }),
      threadId: t.id({ required: true, description: 'The thread.' }),
      body: t.string({
        required: true,
        description:
          'Markdown, 1–10,000 characters once blank space at both ends is dropped; no NUL, no lone surrogates, and no more than ' +
          '50 names with an @. With attachments it may be empty.',
      }),
      replyToId: t.id({ description: 'The message of the same thread that this answers.' }),
      onlyInReplies: t.boolean({
        description:
          'Of a reply: it stands only among the replies to what it answers, and not in the conversation. What it answers stands ' +
          'there itself. False where nothing is said.',
      }),
      attachmentIds: t.idList({
        description:
          'The files that it carries, in order: at most 10, each an own upload that is complete and in no message yet.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Says something in a thread. It is answered once the message cannot be lost any more.',
    errors: failsWith(
      'The stored message, or why there is none.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return sendMessage(ctx, parse(sendRuleFor(input), input));
    },
  },
  {
    description: 'The message stands in the thread.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'As it is stored.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'editMessage',
  {
    description: 'Which message, and what it should say.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'One of the viewer’s own messages.' }),
      body: t.string({
        required: true,
        description: 'As for sendMessage; empty only where the message carries attachments.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Changes what one’s own message says. FORBIDDEN once the group’s `editWindowSeconds` are over.',
    errors: failsWith(
      'The edited message, or why it is not.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return editMessage(ctx, parse(editMessageRule, input));
    },
  },
  {
    description: 'The message says something else now.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With its new body and `editedAt`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'deleteMessage',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      messageId: t.id({
        required: true,
        description: 'One’s own message; in a group, its owner and admins any.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Empties a message for everybody. It keeps its place; deleting it again changes nothing. For members, FORBIDDEN once ' +
      'the group’s `editWindowSeconds` are over.',
    errors: failsWith(
      'The deleted message, or why it is not.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return deleteMessage(ctx, parse(deleteMessageRule, input));
    },
  },
  {
    description: 'The message says nothing any more.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With an empty body and `deletedAt`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

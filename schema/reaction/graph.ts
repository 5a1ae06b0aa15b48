import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message } from '../message/type.ts';
import { parse } from '../parse.ts';
import { addReaction, removeReaction } from './commands.ts';
import { reactionRule } from './rules.ts';
import './type.ts';

builder.relayMutationField(
  'addReaction',
  {
    description: 'What to set at which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'A message of somebody, in a thread of the viewer’s.' }),
      emoji: t.string({
        required: true,
        description:
          'One emoji that Unicode recommends for general interchange, also with a skin tone, a flag, or several joined into ' +
          'one. With and without variation selectors it is the same.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Sets an emoji at a message. Setting it again changes nothing; a message carries at most 20 different ones.',
    errors: failsWith(
      'The message with its reactions, or why nothing was set.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return addReaction(ctx, parse(reactionRule, input));
    },
  },
  {
    description: 'The viewer’s emoji stands at the message.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With its reactions by now.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'removeReaction',
  {
    description: 'What to take back from which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'The message.' }),
      emoji: t.string({ required: true, description: 'As for addReaction.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Takes the viewer’s own emoji back from a message. What is not there is gone already.',
    errors: failsWith(
      'The message with its reactions, or why nothing was taken back.',
      InputError,
      NotFoundError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return removeReaction(ctx, parse(reactionRule, input));
    },
  },
  {
    description: 'The viewer’s emoji does not stand at the message any more.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With its reactions by now.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message } from '../message/type.ts';
import { parse } from '../parse.ts';
import { markRepliesRead, setRepliesFollowed } from './commands.ts';
import { markRepliesReadRule, setRepliesFollowedRule } from './rules.ts';
import './type.ts';

builder.relayMutationField(
  'setRepliesFollowed',
  {
    description: 'The replies to which message, and whether to follow them.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'The message, in a thread of the viewer’s.' }),
      followed: t.boolean({ required: true, description: 'Whether to follow them from now on.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Follows the replies to a message, or no longer. Told to the viewer’s own devices alone; replying follows again.',
    errors: failsWith(
      'The message, or why nothing was set.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return setRepliesFollowed(ctx, parse(setRepliesFollowedRule, input));
    },
  },
  {
    description: 'It is as the viewer said.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With `repliesFollowed` as it is now.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'markRepliesRead',
  {
    description: 'The replies to which message, and how far.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'The message that they answer.' }),
      seq: t.int({
        required: true,
        description: 'The last reply that was seen. One behind the last there is means that.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Says that the viewer has seen the replies to a message up to one of them. It moves no receipt, and is told to nobody else.',
    errors: failsWith(
      'The message, or why nothing was marked.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return markRepliesRead(ctx, parse(markRepliesReadRule, input));
    },
  },
  {
    description: 'So far they are seen.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With `repliesUnread` as it is now.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

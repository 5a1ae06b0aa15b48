import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { readAhead } from '../ahead.ts';
import { builder, failsWith, ofViewer, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { maybe, present } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message, MessageConnection } from '../message/type.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { parse } from '../parse.ts';
import { ownParticipant } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { pinMessage, unpinMessage } from './commands.ts';
import { pinnedIn } from './lists.ts';
import { pinRule } from './rules.ts';

builder.prismaObjectFields(Message, (t) => ({
  pinnedAt: t.expose('pinnedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Since when it is pinned in its thread; null where it is not.',
  }),
  pinnedBy: t.field({
    type: User,
    nullable: true,
    description: 'Who pinned it; null where it is not pinned.',
    resolve: (row, _args, ctx) => maybe(row.pinnedById, userById(ctx)),
  }),
}));

builder.prismaObjectFields(Thread, (t) => ({
  pinnedMessages: t.field({
    type: MessageConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'What is pinned in it, last pinned first, at most 50: from where the viewer’s history begins. Empty once they have left.',
    resolve: async (row, args, ctx, info) => {
      const own = await ownParticipant(ctx).load(row.id);
      if (!own) return emptyPage;
      return readAhead(await page(args, pinnedIn(ctx.sql, row.id, own.visibleFromSeq)), ctx, info);
    },
  }),
}));

builder.relayMutationField(
  'pinMessage',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'A message of somebody, in a thread of the viewer’s.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Pins a message in its thread, for all of its people. In a group its owner and admins may, in a direct thread both. ' +
      'Pinning it again changes nothing; at most 50 of a thread are pinned.',
    errors: failsWith(
      'The message, or why it is not pinned.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return pinMessage(ctx, parse(pinRule, input));
    },
  },
  {
    description: 'The message is pinned.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With `pinnedAt` and `pinnedBy`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'unpinMessage',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'The message.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Takes a pinned message down. Whoever may pin may; what is not pinned is down already.',
    errors: failsWith(
      'The message, or why it stays pinned.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return unpinMessage(ctx, parse(pinRule, input));
    },
  },
  {
    description: 'The message is not pinned any more.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'Without `pinnedAt` and `pinnedBy`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

import type { Message as MessageRow } from '../../prisma/client/client.ts';
import { ahead, readAhead } from '../ahead.ts';
import { builder, failsWith, ofViewer, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present, whenHere } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message, MessageConnection } from '../message/type.ts';
import { page, pageArgs } from '../paging.ts';
import { parse } from '../parse.ts';
import { saveMessage, unsaveMessage } from './commands.ts';
import { ownSaved, savedOf } from './lists.ts';
import { saveRule } from './rules.ts';

builder.prismaObjectFields(Message, (t) => ({
  viewerSaved: t.boolean({
    ...ahead((rows: readonly MessageRow[], ctx) => ownSaved(ctx).ahead(rows.map(({ id }) => id)), ofViewer),
    description: 'Whether the viewer keeps it among their saved messages. Nobody else sees that.',
    resolve: ({ id }, _args, ctx) => whenHere(ownSaved(ctx).load(id), (saved) => saved === true),
  }),
}));

builder.queryField('savedMessages', (t) =>
  t.field({
    type: MessageConnection,
    description:
      'What the viewer has saved, in all of their threads, last saved first. What is deleted drops out, and so does what ' +
      'stands in a thread that they leave.',
    args: pageArgs,
    resolve: async (_root, args, ctx, info) => {
      assertSignedIn(ctx);
      return readAhead(await page(args, savedOf(ctx.sql, ctx.viewer.userId)), ctx, info);
    },
  }),
);

builder.relayMutationField(
  'saveMessage',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'A message of somebody, in a thread of the viewer’s.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Keeps a message for the viewer alone. Saving it again changes nothing; one keeps at most 10,000.',
    errors: failsWith(
      'The message, or why it is not saved.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return saveMessage(ctx, parse(saveRule, input));
    },
  },
  {
    description: 'The viewer keeps the message.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With `viewerSaved`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'unsaveMessage',
  {
    description: 'Which message.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'The message.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Takes a message out of the viewer’s saved ones. What is not there is gone already.',
    errors: failsWith('The message, or why it was not taken out.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return unsaveMessage(ctx, parse(saveRule, input));
    },
  },
  {
    description: 'The viewer does not keep the message any more.',
    outputFields: (t) => ({
      message: t.field({
        type: Message,
        description: 'With `viewerSaved`.',
        resolve: ({ messageId }, _args, ctx) => present(messageById(ctx).load(messageId)),
      }),
    }),
  },
);

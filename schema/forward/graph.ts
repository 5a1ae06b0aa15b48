import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { atMost, builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { maybe, present } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message } from '../message/type.ts';
import { parse } from '../parse.ts';
import { forwardMessage } from './commands.ts';
import { forwardRule, targetLimit } from './rules.ts';

builder.prismaObjectFields(Message, (t) => ({
  forwardedFrom: t.field({
    type: User,
    nullable: true,
    description:
      'Who said it first, where it was forwarded; else null. Of where and when they said it, and of who passed it on since, ' +
      'nothing is told; nor anything once the message is deleted.',
    resolve: (row, _args, ctx) => maybe(row.forwardedFromId, userById(ctx)),
  }),
}));

builder.relayMutationField(
  'forwardMessage',
  {
    description: 'Which message, and where to.',
    inputFields: (t) => ({
      messageId: t.id({ required: true, description: 'A message of somebody, in a thread of the viewer’s.' }),
      threadIds: t.idList({
        required: true,
        description: 'The threads to say it in: 1–10, each once. Its own may be among them.',
      }),
      ids: t.idList({
        description:
          'The ids of the new messages, made by the client, one for each thread in the same order: each is as `id` of sendMessage. ' +
          'The server makes them where they are missing.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Says a message again in other threads, as it reads now and with its files: in all of them or, where the viewer may not ' +
      'write in one, in none. It mentions nobody there, and cannot be edited.',
    errors: failsWith(
      'The new messages, or why there are none.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return forwardMessage(ctx, parse(forwardRule, input));
    },
  },
  {
    description: 'The message stands in all of the threads.',
    outputFields: (t) => ({
      messages: t.field({
        type: [Message],
        ...atMost(targetLimit),
        description: 'The new messages, in the order of `threadIds`.',
        resolve: ({ messageIds }, _args, ctx) =>
          Promise.all(messageIds.map(async (id) => present(messageById(ctx).load(id)))),
      }),
    }),
  },
);

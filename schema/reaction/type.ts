import type { Message as MessageRow } from '../../prisma/client/client.ts';
import { UserConnection } from '../account/type.ts';
import { atMost, builder, ofViewer } from '../builder.ts';
import { Message } from '../message/type.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { ownParticipant } from '../thread/load.ts';
import { ownReactions, reactorsOf } from './load.ts';
import { type Kind, kindLimit, kindsOf } from './rules.ts';

const ReactionGroup = builder.objectRef<Kind & { message: MessageRow }>('ReactionGroup').implement({
  description: 'Those who have set the same emoji at a message.',
  fields: (t) => ({
    emoji: t.exposeString('emoji', {
      description: 'The emoji, fully qualified: with the selectors that Unicode recommends.',
    }),
    count: t.exposeInt('count', { description: 'How many have set it: 1 or more.' }),
    viewerReacted: t.boolean({
      ...ofViewer,
      description: 'Whether the viewer has.',
      resolve: async ({ message, emoji }, _args, ctx) =>
        (await ownReactions(ctx).load(message.id))?.has(emoji) === true,
    }),
    users: t.field({
      type: UserConnection,
      ...ofViewer,
      args: forwardArgs,
      description: 'Who, in the order in which they did. Empty once the viewer has left.',
      resolve: async ({ message, emoji }, args, ctx) =>
        (await ownParticipant(ctx).load(message.threadId))
          ? page(args, reactorsOf(ctx, message.id, emoji))
          : emptyPage,
    }),
  }),
});

builder.prismaObjectFields(Message, (t) => ({
  reactions: t.field({
    type: [ReactionGroup],
    ...atMost(kindLimit),
    description:
      'What people have set at it, in the order of first use: at most 20 kinds. None once it is deleted.',
    resolve: (message) => kindsOf(message).map((kind) => ({ ...kind, message })),
  }),
}));

import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { atMost, builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn, type Typists } from '../context.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { idArgument } from '../id-rule.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { setTyping } from './commands.ts';
import { setTypingRule, typistsShown } from './rules.ts';

const Typing = builder.objectRef<Typists>('Typing').implement({
  description: 'Who types in a thread right now.',
  fields: (t) => ({
    thread: t.field({
      type: Thread,
      description: 'The thread.',
      resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
    }),
    users: t.field({
      type: [User],
      ...atMost(typistsShown),
      description: `All of them, up to ${typistsShown}, the viewer among them if they type; empty when nobody does.`,
      resolve: async ({ userIds }, _args, ctx) => {
        const found = await Promise.all(
          userIds.slice(0, typistsShown).map(async (id) => userById(ctx).load(id)),
        );
        return found.filter((user) => user !== null);
      },
    }),
  }),
});

builder.relayMutationField(
  'setTyping',
  {
    description: 'Where, and whether.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The thread.' }),
      typing: t.boolean({ required: true, description: 'Say true again every few seconds while it lasts.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Says that the viewer types. Forgotten after 6 seconds, on send, and when the socket drops.',
    errors: failsWith('Told, or why not.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return setTyping(ctx, parse(setTypingRule, input));
    },
  },
  {
    description: 'The others have been told.',
    outputFields: (t) => ({ ok: t.boolean({ description: 'Always true.', resolve: () => true }) }),
  },
);

builder.subscriptionField('typing', (t) =>
  t.field({
    type: Typing,
    description: 'Who types in a thread: now, and whenever that changes. Ends when the viewer leaves it.',
    args: { threadId: t.arg.id({ required: true, description: 'The thread.' }) },
    subscribe: (_root, { threadId }, ctx): Promise<AsyncIterable<Typists>> => {
      assertSignedIn(ctx);
      return ctx.typing.follow(ctx.viewer, idArgument('thr', 'threadId', threadId));
    },
    resolve: (typists) => typists,
  }),
);

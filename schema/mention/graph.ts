import { User } from '../account/type.ts';
import { readAhead } from '../ahead.ts';
import { atMost, builder, ofViewer } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { Message, MessageConnection } from '../message/type.ts';
import { page, pageArgs } from '../paging.ts';
import { Thread } from '../thread/type.ts';
import { mentionsOfPerson } from './lists.ts';
import { countedUpTo, mentionsOf, unreadMentions } from './load.ts';
import { mentionLimit } from './rules.ts';

builder.prismaObjectFields(Message, (t) => ({
  mentions: t.field({
    type: [User],
    ...atMost(mentionLimit),
    description:
      `Who was in the thread and is named in it by \`@handle\`, as it was found when it was written or edited: at most ${mentionLimit}, ` +
      'and never its author. None once it is deleted. Of who has deleted their account it says `@deleted-account`.',
    resolve: (row, _args, ctx) => mentionsOf(row, ctx),
  }),
  mentionsAll: t.exposeBoolean('mentionsAll', {
    description:
      'Whether it calls everybody who came into the group before it was written, by `@all`: `Thread.whoMayCallAll` says who can.',
  }),
}));

builder.prismaObjectFields(Thread, (t) => ({
  unreadMentionCount: t.int({
    ...ofViewer,
    description:
      'How many of the messages that `unreadCount` counts mention the viewer, also where it is muted; ' +
      `${countedUpTo.toLocaleString('en')} means that many or more.`,
    resolve: async (row, _args, ctx) => (await unreadMentions(ctx).load(row.id)) ?? 0,
  }),
}));

builder.queryField('mentions', (t) =>
  t.field({
    type: MessageConnection,
    description: 'What mentions the viewer, by name or by `@all`, in all of their threads, newest first.',
    args: pageArgs,
    resolve: async (_root, args, ctx, info) => {
      assertSignedIn(ctx);
      return readAhead(await page(args, mentionsOfPerson(ctx.sql, ctx.viewer.userId)), ctx, info);
    },
  }),
);

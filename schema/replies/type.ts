import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { ahead } from '../ahead.ts';
import { atMost, builder, ofViewer } from '../builder.ts';
import { present } from '../loader.ts';
import { Message } from '../message/type.ts';
import { Thread } from '../thread/type.ts';
import { followsAhead, ofFollow, unreadAsides, waitingIn } from './load.ts';
import { asideLimit, waitingLimit } from './rules.ts';

builder.prismaObjectFields(Message, (t) => ({
  onlyInReplies: t.exposeBoolean('onlyInReplies', {
    description:
      'It stands only among the replies to what it answers: a conversation leaves it out. It has its `seq` like every other.',
  }),
  replyCount: t.exposeInt('replyCount', {
    description: 'How many messages answer it. One that is deleted keeps its place.',
  }),
  lastRepliers: t.field({
    type: [User],
    ...atMost(3),
    description: 'Who answered it last, the last first: at most 3.',
    resolve: ({ replierIds }, _args, ctx) => replierIds.map((id) => present(userById(ctx).load(id))),
  }),
  repliesFollowed: t.boolean({
    ...ahead(followsAhead, ofViewer),
    description: 'Whether the viewer follows the replies to it: they wrote it, or one of them, or said so.',
    resolve: (row, _args, ctx) => ofFollow(ctx, row, ({ followed }) => followed),
  }),
  repliesUnread: t.boolean({
    ...ahead(followsAhead, ofViewer),
    description: 'Whether somebody has replied there alone since the viewer, who follows them, looked last.',
    resolve: (row, _args, ctx) => ofFollow(ctx, row, ({ unread }) => unread),
  }),
  repliesMention: t.boolean({
    ...ahead(followsAhead, ofViewer),
    description: 'Whether one of these names the viewer: it counts as a mention until they have seen them.',
    resolve: (row, _args, ctx) => ofFollow(ctx, row, ({ named }) => named),
  }),
}));

builder.prismaObjectFields(Thread, (t) => ({
  unreadReplies: t.field({
    type: [Message],
    ...atMost(waitingLimit, ofViewer),
    description:
      'The messages with `repliesUnread`, the newest first: at most 20. Empty once the viewer has left.',
    resolve: async (row, _args, ctx) => (await waitingIn(ctx).load(row.id)) ?? [],
  }),
  unreadAsides: t.field({
    type: ['Int'],
    ...atMost(asideLimit, ofViewer),
    description:
      'The `seq` of each message with `onlyInReplies` behind what the viewer has read, up to 1,000: `unreadCount` leaves them out.',
    resolve: async (row, _args, ctx) => (await unreadAsides(ctx).load(row.id)) ?? [],
  }),
}));

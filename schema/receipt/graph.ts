import { builder, failsWith, ofViewer, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { Message } from '../message/type.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { parse } from '../parse.ts';
import { ownParticipant } from '../thread/load.ts';
import { Participant, ParticipantConnection } from '../thread/type.ts';
import { markDelivered, markRead } from './commands.ts';
import { thoseWith } from './lists.ts';
import { markRule } from './rules.ts';

builder.relayMutationField(
  'markRead',
  {
    description: 'Up to where the viewer has read.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The thread.' }),
      seq: t.int({
        required: true,
        description: 'The last message read; beyond the thread’s end it means its end.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Says that the viewer has read up to a message. Never moves back.',
    errors: failsWith(
      'How far the viewer has come, or why nothing moved.',
      InputError,
      NotFoundError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return markRead(ctx, parse(markRule, input));
    },
  },
  {
    description: 'The viewer has come this far.',
    outputFields: (t) => ({
      participant: t.field({
        type: Participant,
        description: 'The viewer’s own place in the thread.',
        resolve: ({ threadId }, _args, ctx) => present(ownParticipant(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'markDelivered',
  {
    description: 'Up to where a device of the viewer has got.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The thread.' }),
      seq: t.int({
        required: true,
        description: 'The last message received; beyond the thread’s end it means its end.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Says that a device of the viewer has got up to a message. Never moves back.',
    errors: failsWith(
      'How far the viewer has come, or why nothing moved.',
      InputError,
      NotFoundError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return markDelivered(ctx, parse(markRule, input));
    },
  },
  {
    description: 'The viewer’s devices have come this far.',
    outputFields: (t) => ({
      participant: t.field({
        type: Participant,
        description: 'The viewer’s own place in the thread.',
        resolve: ({ threadId }, _args, ctx) => present(ownParticipant(ctx).load(threadId)),
      }),
    }),
  },
);

builder.prismaObjectFields(Message, (t) => ({
  readBy: t.field({
    type: ParticipantConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'Who else was there when it was said and shows to have read it, in the order in which they came in: whose `joinedSeq` is before ' +
      'it and whose `lastReadSeq` has come so far, and the viewer by ' +
      'what they show; `readAt` says by when at the latest. Empty once the viewer has left, and while they show nothing themselves.',
    resolve: async (row, args, ctx) =>
      (await ownParticipant(ctx).load(row.threadId)) && !ctx.privacy.hidesReceipts(ctx.viewer?.userId)
        ? page(args, thoseWith(ctx.prisma, row, 'shownReadSeq'))
        : emptyPage,
  }),
  deliveredTo: t.field({
    type: ParticipantConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'Who else was there when it was said and shows to have it on a device, whether they have read it or not; `deliveredAt` says by when at the latest. ' +
      'Empty once the viewer has left; only who has read it, while the viewer shows no presence.',
    resolve: async (row, args, ctx) => {
      const hides = ctx.privacy.hidesPresence(ctx.viewer?.userId);
      if (hides && ctx.privacy.hidesReceipts(ctx.viewer?.userId)) return emptyPage;
      return (await ownParticipant(ctx).load(row.threadId))
        ? page(args, thoseWith(ctx.prisma, row, hides ? 'shownReadSeq' : 'shownDeliveredSeq'))
        : emptyPage;
    },
  }),
}));

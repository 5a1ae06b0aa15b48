import type { Message as MessageRow } from '../../prisma/client/client.ts';
import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { ahead, readAhead } from '../ahead.ts';
import { builder, ofViewer } from '../builder.ts';
import { maybe, present } from '../loader.ts';
import { emptyPage, page, pageArgs } from '../paging.ts';
import { ownParticipant, seenAudience, threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { messagesAround, messagesOf, repliesTo } from './lists.ts';
import { isVisible, messageById, quotedBy } from './load.ts';
import { statusOf } from './status.ts';

const MessageStatus = builder.enumType('MessageStatus', {
  description: 'How far a message has come.',
  values: {
    SENT: { description: 'It is stored and will not be lost.' },
    DELIVERED: { description: 'A device of every other participant has it.' },
    READ: { description: 'Every other participant has read it.' },
  },
});

export const Message = builder.prismaObject('Message', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'What somebody said in a thread, or a system line that tells what was done to it.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: '`msg_` and a UUIDv7; made by the client that sends it, if it likes.',
    }),
    seq: t.exposeInt('seq', { description: 'Its place in the thread: 1, 2, 3 … without gaps.' }),
    thread: t.field({
      type: Thread,
      description: 'Where it stands.',
      ...ahead((rows: readonly MessageRow[], ctx) =>
        threadById(ctx).ahead(rows.map(({ threadId }) => threadId)),
      ),
      resolve: (row, _args, ctx) => present(threadById(ctx).load(row.threadId)),
    }),
    author: t.field({
      type: User,
      nullable: true,
      description: 'Who wrote it; null for a system line.',
      ...ahead((rows: readonly MessageRow[], ctx) =>
        userById(ctx).ahead(rows.flatMap(({ authorId }) => authorId ?? [])),
      ),
      resolve: (row, _args, ctx) => maybe(row.authorId, userById(ctx)),
    }),
    body: t.string({
      description:
        'Markdown, as it was typed but for blank space at both ends; "" once deleted. Of a system line, a sentence in English.',
      resolve: ({ body }, _args, ctx) => ctx.allowance.take(body),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the server took it.' }),
    editedAt: t.expose('editedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last edited.',
    }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was deleted.',
    }),
    status: t.field({
      type: MessageStatus,
      description:
        'READ at or below the thread’s `readSeq`, DELIVERED at or below its `deliveredSeq`, else SENT.',
      resolve: async (row, _args, ctx) => statusOf(row.seq, await seenAudience(ctx, row.threadId)),
    }),
  }),
});

/** What was searched for is added to it in search/graph.ts. */
export const MessageEdge = builder.edgeObject({
  type: Message,
  name: 'MessageEdge',
  description: 'One of a page of messages.',
});

export const MessageConnection = builder.connectionObject(
  { type: Message, name: 'MessageConnection', description: 'A page of messages.' },
  MessageEdge,
);

builder.prismaObjectFields(Message, (t) => ({
  replyTo: t.field({
    type: Message,
    nullable: true,
    description:
      'What it answers; null when it answers nothing, or something from before the viewer’s history begins.',
    resolve: (row, _args, ctx) => quotedBy(ctx, row),
  }),
  replies: t.field({
    type: MessageConnection,
    args: pageArgs,
    ...ofViewer,
    description: 'What answers it, in the thread’s order. Empty once the viewer has left.',
    resolve: async (row, args, ctx, info) =>
      (await ownParticipant(ctx).load(row.threadId))
        ? readAhead(await page(args, repliesTo(ctx, row)), ctx, info)
        : emptyPage,
  }),
}));

builder.prismaObjectFields(Thread, (t) => ({
  messages: t.field({
    type: MessageConnection,
    ...ofViewer,
    args: {
      ...pageArgs,
      around: t.arg.id({
        description:
          'Instead of a cursor, a message of this thread: the page of `first` messages that has it in its middle, or as near to ' +
          'that as the thread’s ends allow. Of what is missing, or stands elsewhere, an empty page.',
      }),
    },
    description:
      'What was said, in the order of `seq`, from where the viewer’s history begins, also what stands `onlyInReplies`. Empty once they ' +
      'have left.',
    resolve: async (row, { around, ...args }, ctx, info) => {
      const own = await ownParticipant(ctx).load(row.id);
      if (!own) return emptyPage;
      const { sql } = args.after || args.before ? ctx.reader(row.id) : ctx;
      const found =
        around == null
          ? page(args, messagesOf(sql, row.id, own.visibleFromSeq))
          : messagesAround(ctx, row, own.visibleFromSeq, { ...args, around });
      return readAhead(await found, ctx, info);
    },
  }),
  lastMessage: t.field({
    type: Message,
    ...ofViewer,
    nullable: true,
    description:
      'The newest message of the conversation, which none with `onlyInReplies` is; null while there is none, and once the viewer has left.',
    resolve: async (row, _args, ctx) => {
      const last = await maybe(row.lastMessageId, messageById(ctx));
      return last && (await isVisible(ctx, last)) ? last : null;
    },
  }),
}));

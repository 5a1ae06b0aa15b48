import { builder, ofViewer } from '../builder.ts';
import { Message } from '../message/type.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { ownParticipant } from '../thread/load.ts';
import { editsOf } from './load.ts';

const MessageEdit = builder.prismaObject('MessageEdit', {
  description: 'What a message said before it was edited.',
  fields: (t) => ({
    body: t.string({
      description: 'Markdown: what it said until then.',
      resolve: ({ body }, _args, ctx) => ctx.allowance.take(body),
    }),
    editedAt: t.expose('editedAt', { type: 'DateTime', description: 'When it was edited.' }),
  }),
});

const MessageEditConnection = builder.connectionObject(
  { type: MessageEdit, name: 'MessageEditConnection', description: 'A page of a message’s edits.' },
  { name: 'MessageEditEdge', description: 'One of a page of a message’s edits.' },
);

builder.prismaObjectFields(Message, (t) => ({
  edits: t.field({
    type: MessageEditConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'What it said before, the newest first: at most 100, which are the last 99 and what it said first. None once it, or its ' +
      'author’s account, is deleted; empty once the viewer has left.',
    resolve: async (row, args, ctx) =>
      (await ownParticipant(ctx).load(row.threadId)) ? page(args, editsOf(ctx, row)) : emptyPage,
  }),
}));

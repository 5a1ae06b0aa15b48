import { atMost, builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { page, pageArgs } from '../paging.ts';
import { idArgument } from '../id-rule.ts';
import { parse } from '../parse.ts';
import { startDirectThread } from './commands.ts';
import { FolderCount, ThreadFolder } from './folder-type.ts';
import { countFolders, folders } from './folders.ts';
import { threadsOf } from './lists.ts';
import { threadById, visibleThread } from './load.ts';
import { startDirectThreadRule } from './rules.ts';
import { Thread, ThreadConnection } from './type.ts';

builder.queryFields((t) => ({
  thread: t.field({
    type: Thread,
    nullable: true,
    description: 'One of the viewer’s threads; null when it is missing or not theirs.',
    args: { id: t.arg.id({ required: true, description: 'The thread’s id.' }) },
    resolve: (_root, { id }, ctx) => visibleThread(ctx, idArgument('thr', 'id', id)),
  }),
  threads: t.field({
    type: ThreadConnection,
    description:
      'The viewer’s threads, newest activity first: all of them, or those of a folder, where what is pinned stands in front.',
    args: {
      ...pageArgs,
      folder: t.arg({
        type: ThreadFolder,
        description: 'Only those in here; where it is missing, all of them.',
      }),
    },
    resolve: (_root, { folder, ...args }, ctx) => {
      assertSignedIn(ctx);
      return page(args, threadsOf(ctx.sql, ctx.viewer.userId, folder ?? null));
    },
  }),
  threadFolders: t.field({
    type: [FolderCount],
    ...atMost(Object.keys(folders).length),
    description: 'The folders of the viewer’s list, and how much waits in each.',
    resolve: (_root, _args, ctx) => {
      assertSignedIn(ctx);
      return countFolders(ctx.sql, ctx.viewer.userId);
    },
  }),
}));

builder.relayMutationField(
  'startDirectThread',
  {
    description: 'With whom to talk.',
    inputFields: (t) => ({
      userId: t.id({ required: true, description: 'The other person.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'The direct thread with somebody: the one that is there, or a new one.',
    errors: failsWith('The thread, or why there is none.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return startDirectThread(ctx, parse(startDirectThreadRule, input));
    },
  },
  {
    description: 'The thread of this pair.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The same for both, however often it is started.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

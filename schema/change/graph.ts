import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { builder } from '../builder.ts';
import { assertSignedIn, type Context, type SignedIn } from '../context.ts';
import { maybe, present } from '../loader.ts';
import { messageById } from '../message/load.ts';
import { Message } from '../message/type.ts';
import { Privacy } from '../privacy/type.ts';
import { participantOf, threadById } from '../thread/load.ts';
import { idArgument } from '../id-rule.ts';
import { Participant, Thread } from '../thread/type.ts';
import { ThreadPreferences } from '../preferences/type.ts';
import { followBy } from '../replies/load.ts';
import type { Change, LoggedChange } from './change.ts';
import { groupChangeOf } from './group-change.ts';
import { changesPage } from './page.ts';

const ChangeType = builder.interfaceRef<Change>('Change').implement({
  description:
    'Something happened. All kinds arrive in one order, each once; the cursor of the last one seen resumes after it.',
  resolveType: (change) => change.type,
  fields: (t) => ({
    cursor: t.expose('cursor', {
      type: 'Cursor',
      description: 'The place in the log: resume with it as `after`.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
  }),
});

const messageOf = (change: LoggedChange, ctx: Context) =>
  present(messageById(ctx).load(change.event.messageId ?? ''));
const threadOf = (change: LoggedChange, ctx: Context) =>
  present(threadById(ctx).load(change.event.threadId ?? ''));

const aboutMessage = (
  name: 'MessageAdded' | 'MessageEdited' | 'MessageDeleted',
  description: string,
  message: string,
) =>
  builder.objectRef<LoggedChange>(name).implement({
    interfaces: [ChangeType],
    description,
    fields: (t) => ({
      message: t.field({
        type: Message,
        description: message,
        resolve: (change, _args, ctx) => messageOf(change, ctx),
      }),
    }),
  });

const MessageAdded = aboutMessage('MessageAdded', 'A message came.', 'The message, as it is by now.');
aboutMessage('MessageEdited', 'A message says something else.', 'The message, as it is by now.');
aboutMessage('MessageDeleted', 'A message was deleted.', 'The message: an empty body in its old place.');

builder.objectRef<LoggedChange>('ReactionsChanged').implement({
  interfaces: [ChangeType],
  description:
    'Somebody has set an emoji at a message, or taken it back. The same for everybody: who has reacted, and whether the viewer has, ' +
    'follows from what each has done, in this order, since it was asked for.',
  fields: (t) => ({
    message: t.field({
      type: Message,
      description: 'The message, with its reactions by now.',
      resolve: (change, _args, ctx) => messageOf(change, ctx),
    }),
    person: t.field({
      type: User,
      description: 'Who did it.',
      resolve: ({ event }, _args, ctx) => present(userById(ctx).load(event.actorId ?? '')),
    }),
    emoji: t.string({ description: 'Which emoji.', resolve: ({ event }) => event.emoji ?? '' }),
    reacted: t.boolean({
      description: 'Whether it was set; else it was taken back.',
      resolve: ({ event }) => event.kind === 'REACTION_ADDED',
    }),
  }),
});

builder.objectRef<LoggedChange>('PinsChanged').implement({
  interfaces: [ChangeType],
  description: 'Somebody has pinned a message in its thread, or taken it down.',
  fields: (t) => ({
    message: t.field({
      type: Message,
      description: 'The message, with `pinnedAt` and `pinnedBy` by now.',
      resolve: (change, _args, ctx) => messageOf(change, ctx),
    }),
    person: t.field({
      type: User,
      description: 'Who did it.',
      resolve: ({ event }, _args, ctx) => present(userById(ctx).load(event.actorId ?? '')),
    }),
    pinned: t.boolean({
      description: 'Whether it was pinned; else it was taken down.',
      resolve: ({ event }) => event.kind === 'MESSAGE_PINNED',
    }),
  }),
});

builder.objectRef<LoggedChange>('SavedMessagesChanged').implement({
  interfaces: [ChangeType],
  description: 'The viewer has saved a message, or taken it out of their saved ones. Told to them alone.',
  fields: (t) => ({
    message: t.field({
      type: Message,
      description: 'The message.',
      resolve: (change, _args, ctx) => messageOf(change, ctx),
    }),
    saved: t.boolean({
      description: 'Whether it was saved; else it was taken out.',
      resolve: ({ event }) => event.kind === 'MESSAGE_SAVED',
    }),
  }),
});

builder.objectRef<LoggedChange>('ReceiptMoved').implement({
  interfaces: [ChangeType],
  description:
    'Somebody has read, or their device has got, more of a thread. Of others, as much as they show; what shows the viewer ' +
    'nothing is not told.',
  fields: (t) => ({
    thread: t.field({
      type: Thread,
      description: 'The thread.',
      resolve: (change, _args, ctx) => threadOf(change, ctx),
    }),
    participant: t.field({
      type: Participant,
      description: 'How far they have come by now.',
      resolve: ({ event }, _args, ctx) =>
        present(participantOf(ctx).load({ threadId: event.threadId ?? '', userId: event.userId ?? '' })),
    }),
  }),
});

builder.objectRef<LoggedChange>('ThreadAdded').implement({
  interfaces: [ChangeType],
  description: 'The viewer is in a new thread, or in one again: what follows of it comes after this.',
  fields: (t) => ({
    thread: t.field({
      type: Thread,
      description: 'The thread.',
      resolve: (change, _args, ctx) => threadOf(change, ctx),
    }),
  }),
});

builder.objectRef<LoggedChange>('ThreadLeft').implement({
  interfaces: [ChangeType],
  description: 'The viewer left a thread or was removed from it: the last that is told of it.',
  fields: (t) => ({
    threadId: t.id({ description: 'Which thread it was.', resolve: ({ event }) => event.threadId ?? '' }),
  }),
});

const GroupChange = builder.enumType('GroupChange', {
  description: 'What was done to a group. More may come: treat an unknown one as "fetch the group again".',
  values: {
    CREATED: { description: 'It was made.' },
    RENAMED: { description: 'It has another name.' },
    PARTICIPANT_ADDED: {
      description: '`actor` added `user`; where they are the same, `user` came by an invite link.',
    },
    PARTICIPANT_REMOVED: { description: '`actor` removed `user`.' },
    PARTICIPANT_LEFT: { description: '`user` left.' },
    ROLE_CHANGED: { description: '`user` has another role.' },
    INVITES_CHANGED: { description: '`actor` made or revoked an invite link.' },
    SETTINGS_CHANGED: { description: '`actor` set its topic or picture, or who may do what in it.' },
    ARCHIVED: { description: '`actor` archived it for everybody.' },
    UNARCHIVED: { description: '`actor` opened it again.' },
    BANS_CHANGED: { description: '`actor` banned `user`, or lifted the ban.' },
  },
});

const GroupUpdated = builder.objectRef<LoggedChange>('GroupUpdated').implement({
  interfaces: [ChangeType],
  description:
    'A group changed: its name, its settings, its people, their roles, its invite links, or its bans.',
  fields: (t) => ({
    thread: t.field({
      type: Thread,
      description: 'The group, as it is by now.',
      resolve: (change, _args, ctx) => threadOf(change, ctx),
    }),
    kind: t.field({
      type: GroupChange,
      description: 'What was done.',
      resolve: ({ event }) => groupChangeOf(event),
    }),
    actor: t.field({
      type: User,
      nullable: true,
      description: 'Who did it; null for what nobody did, of which there is nothing so far.',
      resolve: ({ event }, _args, ctx) => maybe(event.actorId, userById(ctx)),
    }),
    user: t.field({
      type: User,
      nullable: true,
      description: 'Whom it is about; null when it is about the group itself.',
      resolve: ({ event }, _args, ctx) => maybe(event.userId, userById(ctx)),
    }),
  }),
});

builder.objectRef<LoggedChange>('UserUpdated').implement({
  interfaces: [ChangeType],
  description:
    'Somebody’s profile changed. Told to everybody, since everybody may see it: wherever they are shown, all alike.',
  fields: (t) => ({
    // Not `user`: that of GroupUpdated may be null, and one selection may not hold both.
    person: t.field({
      type: User,
      description: 'They, as they are by now.',
      resolve: ({ event }, _args, ctx) => present(userById(ctx).load(event.userId ?? '')),
    }),
  }),
});

builder.objectRef<LoggedChange>('ThreadPreferencesChanged').implement({
  interfaces: [ChangeType],
  description: 'The viewer has set a thread’s place in their list, or marked it unread. Told to them alone.',
  fields: (t) => ({
    thread: t.field({
      type: Thread,
      description: 'The thread.',
      resolve: (change, _args, ctx) => threadOf(change, ctx),
    }),
    preferences: t.field({
      type: ThreadPreferences,
      description: 'As they are by now.',
      resolve: ({ event }, _args, ctx) =>
        present(participantOf(ctx).load({ threadId: event.threadId ?? '', userId: event.userId ?? '' })),
    }),
  }),
});

builder.objectRef<LoggedChange>('FollowedRepliesChanged').implement({
  interfaces: [ChangeType],
  description:
    'The viewer follows the replies to a message, or no longer; or there are some that they have not seen, or have now. Told to them ' +
    'alone.',
  fields: (t) => ({
    message: t.field({
      type: Message,
      description: 'The message that is answered.',
      resolve: (change, _args, ctx) => messageOf(change, ctx),
    }),
    followed: t.boolean({
      description: 'Whether they follow them by now.',
      resolve: async (change, _args, ctx) =>
        (await followBy(ctx, await messageOf(change, ctx), change.event.userId ?? '')).followed,
    }),
    unread: t.boolean({
      description: 'Whether there are some by now that they have not seen.',
      resolve: async (change, _args, ctx) =>
        (await followBy(ctx, await messageOf(change, ctx), change.event.userId ?? '')).unread,
    }),
    mention: t.boolean({
      description: 'Whether one of these names them: `repliesMention` of the message.',
      resolve: async (change, _args, ctx) =>
        (await followBy(ctx, await messageOf(change, ctx), change.event.userId ?? '')).named,
    }),
  }),
});

builder.objectRef<LoggedChange>('PrivacyUpdated').implement({
  interfaces: [ChangeType],
  description:
    'The viewer lets others see something else, and so sees something else of them, everywhere: fetch afresh what shows ' +
    'receipts. Told to nobody else.',
  fields: (t) => ({
    privacy: t.field({
      type: Privacy,
      description: 'The settings, as they are by now.',
      resolve: ({ event }, _args, ctx) => present(userById(ctx).load(event.userId ?? '')),
    }),
  }),
});

builder.objectRef<Change>('CaughtUp').implement({
  interfaces: [ChangeType],
  description: 'The past has been replayed: what comes from here on happens now.',
});

const ChangePage = builder
  .objectRef<{ changes: Change[]; cursor: string; hasMore: boolean }>('ChangePage')
  .implement({
    description: 'A piece of the log, as the viewer may see it.',
    fields: (t) => ({
      changes: t.expose('changes', { type: [ChangeType], description: 'In the log’s order.' }),
      cursor: t.expose('cursor', { type: 'Cursor', description: 'Ask for what comes after this next.' }),
      hasMore: t.exposeBoolean('hasMore', { description: 'More has happened already.' }),
    }),
  });

builder.queryFields((t) => ({
  cursor: t.field({
    type: 'Cursor',
    description:
      'Where the log stands before anything else of this query is read: what the query shows, and the changes after ' +
      'this cursor, leave nothing out.',
    resolve: async (_root, _args, ctx) => ctx.log.seal(await ctx.headBefore()),
  }),
  changes: t.field({
    type: ChangePage,
    description:
      'The log as a query, for who cannot hold a connection. RESYNC_REQUIRED when the cursor is of no use.',
    args: {
      after: t.arg({ type: 'Cursor', required: true, description: 'Where to go on from.' }),
      first: t.arg.int({ description: 'How many at most: 1–100; 50 where nothing is said.' }),
    },
    resolve: (_root, { after, first }, ctx) => {
      assertSignedIn(ctx);
      return changesPage(ctx, after, first ?? 50);
    },
  }),
}));

/** What a subscription is asked: one thread or all, from when. */
const follow = (
  { live, viewer, privacy }: SignedIn,
  threadId: string | null | undefined,
  after: string | null | undefined,
  wants: (change: Change) => boolean,
) =>
  live.follow(viewer, {
    after,
    threadId: threadId == null ? null : idArgument('thr', 'threadId', threadId),
    wants: (change) =>
      wants(change) && !(change.type === 'ReceiptMoved' && privacy.withholds(change.event, viewer.userId)),
  });

builder.subscriptionFields((t) => ({
  messageAdded: t.field({
    type: MessageAdded,
    description:
      'New messages: of one thread, or of all of the viewer’s. Ends when the viewer leaves the one thread.',
    args: {
      threadId: t.arg.id({ description: 'Only of this thread.' }),
      after: t.arg({
        type: 'Cursor',
        description: 'Also what came after this cursor; from now on where it is missing.',
      }),
    },
    subscribe: (_root, { threadId, after }, ctx) => {
      assertSignedIn(ctx);
      return follow(ctx, threadId, after, ({ type }) => type === 'MessageAdded') as Promise<
        AsyncIterable<LoggedChange>
      >;
    },
    resolve: (change) => change,
  }),
  groupUpdated: t.field({
    type: GroupUpdated,
    description:
      'What is done to groups: to one, or to all of the viewer’s. Ends when the viewer leaves the one group.',
    args: {
      threadId: t.arg.id({ description: 'Only of this group.' }),
      after: t.arg({
        type: 'Cursor',
        description: 'Also what came after this cursor; from now on where it is missing.',
      }),
    },
    subscribe: (_root, { threadId, after }, ctx) => {
      assertSignedIn(ctx);
      return follow(ctx, threadId, after, ({ type }) => type === 'GroupUpdated') as Promise<
        AsyncIterable<LoggedChange>
      >;
    },
    resolve: (change) => change,
  }),
  changes: t.field({
    type: ChangeType,
    description:
      'Everything that the viewer may see, in order. With `after`, first what was missed, then CaughtUp; without, ' +
      'CaughtUp at once.',
    args: {
      after: t.arg({
        type: 'Cursor',
        description: 'Also what came after this cursor; from now on where it is missing.',
      }),
    },
    subscribe: (_root, { after }, ctx) => {
      assertSignedIn(ctx);
      return follow(ctx, null, after, () => true);
    },
    resolve: (change) => change,
  }),
}));

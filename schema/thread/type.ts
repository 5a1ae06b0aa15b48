import type { Participant as ParticipantRow } from '../../prisma/client/client.ts';
import { Role, ThreadKind } from '../../prisma/client/enums.ts';
import { searchRule } from '../account/rules.ts';
import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { builder, ofViewer } from '../builder.ts';
import { maybe, present } from '../loader.ts';
import { calledBehind } from '../mention/calls.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { parseArgument } from '../parse.ts';
import { participantsOf } from './lists.ts';
import { readUpTo } from '../preferences/rules.ts';
import { unreadAsides } from '../replies/load.ts';
import { audienceOf, ownParticipant, peerOf, seenAudience, seenBy } from './load.ts';

const ThreadKindType = builder.enumType('ThreadKind', {
  description: 'What sort of thread it is.',
  values: {
    DIRECT: {
      value: ThreadKind.DIRECT,
      description: 'Between two people: one for each pair; nobody can leave it.',
    },
    GROUP: { value: ThreadKind.GROUP, description: 'Named, of any number of people, with roles.' },
  },
});

export const RoleType = builder.enumType('Role', {
  description:
    'What somebody is in a group. What they may do follows from it and from how the group is set up: `Thread.viewerCan` says it of ' +
    'the viewer. In a direct thread both are members.',
  values: {
    OWNER: { value: Role.OWNER, description: 'Everything; there is one.' },
    ADMIN: {
      value: Role.ADMIN,
      description: 'Keeps the group in order: its name and topic, its people, its messages.',
    },
    MEMBER: { value: Role.MEMBER, description: 'Read and write.' },
  },
});

export const Participant = builder.prismaObject('Participant', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'Somebody in a thread, and how far they have come in it.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: '`par_` and a UUIDv7. Who leaves and comes back is a new participant.',
    }),
    user: t.field({
      type: User,
      description: 'Who it is.',
      resolve: (row, _args, ctx) => present(userById(ctx).load(row.userId)),
    }),
    role: t.expose('role', { type: RoleType, description: 'What they may do here.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'When they came in.' }),
    joinedSeq: t.int({
      description:
        'Where they came in: what was said up to this `seq` was said before, and they stand in its `readBy` and `deliveredTo` as little ' +
        'as its `@all` calls them.',
      resolve: calledBehind,
    }),
    // The same for all who ask together and show the same of themselves; see server/live/answers.ts.
    lastReadSeq: t.int({
      description:
        'They have read up to this `seq`. Sending reads up to one’s own message. Of others, as much as they show, and 0 ' +
        'while the viewer shows nothing.',
      resolve: (row, _args, ctx) =>
        row.userId === ctx.viewer?.userId ? row.lastReadSeq : seenBy(ctx, shownOf(row)).readSeq,
    }),
    readAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When what they show to have read last moved, by sending to the `createdAt` of what they sent; null while it has not, and ' +
        'while the viewer shows nothing.',
      resolve: ({ readAt }, _args, { viewer, privacy }) =>
        privacy.hidesReceipts(viewer?.userId) ? null : readAt,
    }),
    deliveredAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When what they show to have been delivered last moved, by sending to the `createdAt` of what they sent; null while it has not, and ' +
        'while the viewer shows no presence.',
      resolve: ({ deliveredAt }, _args, { viewer, privacy }) =>
        privacy.hidesPresence(viewer?.userId) ? null : deliveredAt,
    }),
    lastDeliveredSeq: t.int({
      description:
        'One of their devices has got up to this `seq`. Of others, as much as they show, and no more than `lastReadSeq` while the ' +
        'viewer shows no presence.',
      resolve: (row, _args, ctx) =>
        row.userId === ctx.viewer?.userId ? row.lastDeliveredSeq : seenBy(ctx, shownOf(row)).deliveredSeq,
    }),
  }),
});

const shownOf = ({ shownReadSeq, shownDeliveredSeq }: ParticipantRow) => ({
  readSeq: shownReadSeq,
  deliveredSeq: shownDeliveredSeq,
});

export const ParticipantConnection = builder.connectionObject(
  { type: Participant, name: 'ParticipantConnection', description: 'A page of a thread’s people.' },
  { name: 'ParticipantEdge', description: 'One of a page of a thread’s people.' },
);

/** Messages are added to it in message/type.ts. */
export const Thread = builder.prismaObject('Thread', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'A conversation: between two people, or in a group.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`thr_` and a UUIDv7.' }),
    kind: t.expose('kind', { type: ThreadKindType, description: 'Direct or group.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The group’s name; null for a direct thread.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    createdBy: t.field({
      type: User,
      nullable: true,
      description: 'Who started it; a deleted account once theirs is gone.',
      resolve: (row, _args, ctx) => maybe(row.createdById, userById(ctx)),
    }),
    participants: t.field({
      type: ParticipantConnection,
      ...ofViewer,
      args: {
        ...forwardArgs,
        search: t.arg.string({
          description: 'Only those whose handle or name contains this, in any case: up to 100 characters.',
        }),
      },
      description: 'Who is in it, in the order in which they came. Empty once the viewer has left.',
      resolve: async (row, { search, ...args }, ctx) => {
        const called = parseArgument('search', searchRule, search ?? '');
        const own = await ownParticipant(ctx).load(row.id);
        return own ? page(args, participantsOf(ctx.prisma, row.id, called)) : emptyPage;
      },
    }),
    participantCount: t.int({
      description: 'How many are in it.',
      resolve: async (row, _args, ctx) => (await audienceOf(ctx).load(row.id))?.count ?? 0,
    }),
    peer: t.field({
      type: User,
      ...ofViewer,
      nullable: true,
      description: 'The other person of a direct thread; null for a group.',
      resolve: (row, _args, ctx) => (row.kind === 'DIRECT' ? peerOf(ctx).load(row.id) : null),
    }),
    lastActivityAt: t.expose('lastActivityAt', {
      type: 'DateTime',
      description: 'When the last message came; until then, when it was started.',
    }),
    readSeq: t.int({
      description:
        'Everybody in it shows to have read up to this `seq`: a message at or below it is READ. 0 while nobody else is ' +
        'there, and while the viewer shows nothing.',
      resolve: async (row, _args, ctx) => (await seenAudience(ctx, row.id))?.readSeq ?? 0,
    }),
    deliveredSeq: t.int({
      description:
        'Everybody in it shows to have got up to this `seq`: a message at or below it is at least DELIVERED. 0 while nobody else ' +
        'is there, and no more than `readSeq` while the viewer shows no presence.',
      resolve: async (row, _args, ctx) => (await seenAudience(ctx, row.id))?.deliveredSeq ?? 0,
    }),
    viewerParticipant: t.field({
      type: Participant,
      ...ofViewer,
      nullable: true,
      description: 'The viewer’s own place in it; null once they have left.',
      resolve: (row, _args, ctx) => ownParticipant(ctx).load(row.id),
    }),
    unreadCount: t.int({
      ...ofViewer,
      description:
        'How many messages of the conversation stand behind the viewer’s `lastReadSeq`, or from where they marked it unread; 0 once they have left. What stands only among replies is not counted.',
      resolve: async (row, _args, ctx) => {
        const own = await ownParticipant(ctx).load(row.id);
        const behind = own ? Math.max(0, row.lastSeq - readUpTo(own)) : 0;
        return behind === 0 ? 0 : behind - ((await unreadAsides(ctx).load(row.id))?.length ?? 0);
      },
    }),
  }),
});

export const ThreadConnection = builder.connectionObject(
  { type: Thread, name: 'ThreadConnection', description: 'A page of the viewer’s threads.' },
  { name: 'ThreadEdge', description: 'One of a page of the viewer’s threads.' },
);

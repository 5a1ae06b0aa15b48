import type { Invite as Row } from '../../prisma/client/client.ts';
import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { builder, ofViewer } from '../builder.ts';
import { present } from '../loader.ts';
import { emptyPage, forwardArgs, page } from '../paging.ts';
import { audienceOf, ownParticipant } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { invitesOf } from './lists.ts';
import { type Preview, seesInvites } from './load.ts';

/** A link, with its secret where it has just been made. */
export type Shown = Row & { token?: string };

export const Invite = builder.objectRef<Shown>('Invite').implement({
  interfaces: [builder.nodeInterfaceRef()],
  description:
    'A link by which whoever has it comes into a group. It works until it is revoked, has expired or is used up.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`inv_` and a UUIDv7. It lets nobody in: that the secret does.' }),
    url: t.string({
      description:
        'The link. Whole in the answer to createInvite alone; from then on it ends after the first four characters of ' +
        'its secret, by which links are told apart.',
      resolve: ({ token, hint }, _args, ctx) => `${ctx.publicUrl()}/i/${token ?? `${hint}…`}`,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.field({
      type: User,
      description: 'Who made it.',
      resolve: (row, _args, ctx) => present(userById(ctx).load(row.createdById)),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From then on it does not work; null for never.',
    }),
    maxUses: t.exposeInt('maxUses', {
      nullable: true,
      description: 'How many may come by it; null for any number.',
    }),
    uses: t.exposeInt('uses', { description: 'How many have come by it.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null while it is not.',
    }),
  }),
});

const InviteConnection = builder.connectionObject(
  { type: Invite, name: 'InviteConnection', description: 'A page of a group’s invite links.' },
  { name: 'InviteEdge', description: 'One of a page of a group’s invite links.' },
);

builder.prismaObjectFields(Thread, (t) => ({
  invites: t.field({
    type: InviteConnection,
    ...ofViewer,
    args: forwardArgs,
    description:
      'The group’s invite links, the newest first, also those that do not work any more. The owner and admins see them; ' +
      'for everybody else it is empty.',
    resolve: async (row, args, ctx) =>
      (await seesInvites(ctx, row.id)) ? page(args, invitesOf(ctx.prisma, row.id)) : emptyPage,
  }),
}));

export const InvitePreview = builder.objectRef<Preview>('InvitePreview').implement({
  description: 'Where an invite link leads, as shown to whoever has it.',
  fields: (t) => ({
    groupName: t.exposeString('groupName', { description: 'The group’s name.' }),
    participantCount: t.int({
      description: 'How many are in it.',
      resolve: async ({ threadId }, _args, ctx) => (await audienceOf(ctx).load(threadId))?.count ?? 0,
    }),
    threadId: t.id({
      ...ofViewer,
      nullable: true,
      description: 'The group’s id for who is in it already; null for everybody else.',
      resolve: async ({ threadId }, _args, ctx) => (await ownParticipant(ctx).load(threadId)) && threadId,
    }),
  }),
});

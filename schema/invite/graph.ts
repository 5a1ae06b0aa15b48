import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { acceptInvite, createInvite, revokeInvite } from './commands.ts';
import { inviteById, previewOf } from './load.ts';
import { acceptInviteRule, createInviteRule, revokeInviteRule } from './rules.ts';
import { Invite, InvitePreview } from './type.ts';

builder.queryField('invite', (t) =>
  t.field({
    type: InvitePreview,
    nullable: true,
    skipTypeScopes: true,
    description:
      'Where an invite link leads, also for who is signed out; null for every link that does not work. Counted as a guess ' +
      'unless the link works.',
    args: {
      token: t.arg.string({
        required: true,
        description: 'The link’s secret: what stands behind `/i/` in it.',
      }),
    },
    resolve: (_root, { token }, ctx) => previewOf(ctx, token),
  }),
);

builder.relayMutationField(
  'createInvite',
  {
    description: 'To which group, for how long and for how many.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      expiresInSeconds: t.int({
        description:
          'For how long the link works: 1–31,536,000 (a year); until it is revoked where nothing is said.',
      }),
      maxUses: t.int({
        description: 'How many may come by it: 1–10,000; any number where nothing is said.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Makes a link into a group. The owner and admins may.',
    errors: failsWith(
      'The link, or why there is none.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return createInvite(ctx, parse(createInviteRule, input));
    },
  },
  {
    description: 'The link works.',
    outputFields: (t) => ({
      invite: t.field({
        type: Invite,
        description: 'The link, with its whole `url`.',
        resolve: async ({ inviteId, token }, _args, ctx) => ({
          ...(await present(inviteById(ctx).load(inviteId))),
          token,
        }),
      }),
      token: t.string({
        description: 'The link’s secret. It is shown here and in a retry of this, and nowhere else.',
        resolve: ({ token }) => token,
      }),
    }),
  },
);

builder.relayMutationField(
  'revokeInvite',
  {
    description: 'Which link.',
    inputFields: (t) => ({
      inviteId: t.id({ required: true, description: 'The link.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Lets nobody come by a link any more. The owner and admins may; who came by it stays.',
    errors: failsWith('The revoked link, or why it is not.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return revokeInvite(ctx, parse(revokeInviteRule, input));
    },
  },
  {
    description: 'The link does not work any more.',
    outputFields: (t) => ({
      invite: t.field({
        type: Invite,
        description: 'With its `revokedAt`.',
        resolve: ({ inviteId }, _args, ctx) => present(inviteById(ctx).load(inviteId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'acceptInvite',
  {
    description: 'By which link to come in.',
    inputFields: (t) => ({
      token: t.string({ required: true, description: 'The link’s secret: what stands behind `/i/` in it.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Comes into a group by a link. For who is in it already nothing changes. Counted as a guess unless the link works.',
    errors: failsWith('The group, or why not.', InputError, NotFoundError, ConflictError, LimitError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return acceptInvite(ctx, parse(acceptInviteRule, input));
    },
  },
  {
    description: 'The viewer is in the group.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { banParticipant, unbanParticipant } from './bans.ts';
import { deleteGroup } from './delete-group.ts';
import { banById } from './load.ts';
import {
  archiveGroupRule,
  banParticipantRule,
  deleteGroupRule,
  unbanParticipantRule,
  updateGroupSettingsRule,
} from './rules.ts';
import { archiveGroup, unarchiveGroup, updateGroupSettings } from './settings.ts';
import { Ban, WhoMayType } from './type.ts';

const failures = [InputError, NotFoundError, ForbiddenError, ConflictError] as const;

builder.relayMutationField(
  'updateGroupSettings',
  {
    description: 'What should be otherwise. What is left out stays as it is.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      topic: t.string({ description: 'Up to 250 characters on one line; "" for none.' }),
      pictureId: t.id({
        description:
          'An own upload with the purpose PICTURE that is complete, to be the group’s picture; "" for none.',
      }),
      whoMayPost: t.field({ type: WhoMayType, description: 'Who writes here.' }),
      whoMayAdd: t.field({ type: WhoMayType, description: 'Who adds people.' }),
      whoMayCallAll: t.field({ type: WhoMayType, description: 'Who calls everybody by `@all`.' }),
      historyVisible: t.boolean({
        description:
          'Whether newcomers see what was said before them. Who is in the group goes on seeing what they saw.',
      }),
      editWindowSeconds: t.int({
        description:
          'For how long after it was sent a message can be changed: 60–31,536,000 seconds; 0 for as long as one likes.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Sets a group up. The topic and the picture are the owner’s and admins’ to set, all the rest the owner’s.',
    errors: failsWith('The group as it is now, or why it is as before.', ...failures),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return updateGroupSettings(ctx, parse(updateGroupSettingsRule, input));
    },
  },
  {
    description: 'It is so now.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'banParticipant',
  {
    description: 'Whom to keep out, and of which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      userId: t.id({ required: true, description: 'The person, whether they are in it or not.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Removes somebody from a group, where they are in it, and keeps them out: the owner anybody, admins members and whoever ' +
      'is not in it. To them, an invite link looks like one that does not work.',
    errors: failsWith('The ban, or why there is none.', ...failures, LimitError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return banParticipant(ctx, parse(banParticipantRule, input));
    },
  },
  {
    description: 'They are not in the group, and do not come in.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
      ban: t.field({
        type: Ban,
        description: 'The ban.',
        resolve: ({ banId }, _args, ctx) => present(banById(ctx).load(banId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'unbanParticipant',
  {
    description: 'Whom to keep out no longer, and of which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      userId: t.id({ required: true, description: 'The person.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Lifts a ban. The owner and admins may. They are not in the group by it, but may come again.',
    errors: failsWith('The group, or why the ban stands.', ...failures),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return unbanParticipant(ctx, parse(unbanParticipantRule, input));
    },
  },
  {
    description: 'They may come again.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'archiveGroup',
  {
    description: 'Which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Archives a group for everybody: it is read as before, and nobody writes, edits or comes in. The owner may. Nothing to do ' +
      'with `updateThreadPreferences(archived:)`, which takes a thread out of the viewer’s own list.',
    errors: failsWith('The archived group, or why it is not.', ...failures),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return archiveGroup(ctx, parse(archiveGroupRule, input));
    },
  },
  {
    description: 'Nobody writes in it any more.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group, with its `groupArchivedAt`.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'unarchiveGroup',
  {
    description: 'Which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Opens a group that was archived for everybody. The owner may.',
    errors: failsWith('The group, or why it stays archived.', ...failures),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return unarchiveGroup(ctx, parse(archiveGroupRule, input));
    },
  },
  {
    description: 'It is written in again.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'deleteGroup',
  {
    description: 'Which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Deletes a group for everybody, with all that was said in it and its files. The owner may. It cannot be undone; each of its ' +
      'people is told ThreadLeft.',
    errors: failsWith('Which group is gone, or why it is not.', ...failures),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return deleteGroup(ctx, parse(deleteGroupRule, input));
    },
  },
  {
    description: 'The group is nobody’s any more.',
    outputFields: (t) => ({
      threadId: t.id({ description: 'Which it was.', resolve: ({ threadId }) => threadId }),
    }),
  },
);

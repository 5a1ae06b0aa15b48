import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, LimitError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { leftThread, participantOf, threadById } from '../thread/load.ts';
import { Participant, RoleType, Thread } from '../thread/type.ts';
import {
  addParticipant,
  createGroup,
  leaveGroup,
  removeParticipant,
  setParticipantRole,
  updateGroupName,
} from './commands.ts';
import {
  addParticipantRule,
  createGroupRule,
  leaveGroupRule,
  removeParticipantRule,
  setParticipantRoleRule,
  updateGroupNameRule,
} from './rules.ts';

builder.relayMutationField(
  'createGroup',
  {
    description: 'A name, and the first people.',
    inputFields: (t) => ({
      name: t.string({ required: true, description: '1–100 characters on one line.' }),
      participantIds: t.idList({ required: true, description: 'Who is in it besides the viewer: 1–50 ids.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Makes a group. Whoever makes it is its OWNER.',
    errors: failsWith('The group, or why there is none.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return createGroup(ctx, parse(createGroupRule, input));
    },
  },
  {
    description: 'The group is there.',
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
  'addParticipant',
  {
    description: 'Whom to add, and to which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      userId: t.id({ required: true, description: 'The person.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Adds somebody to a group. The owner and admins may, and everybody where `whoMayAdd` says so.',
    errors: failsWith(
      'The new participant, or why there is none.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
      LimitError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return addParticipant(ctx, parse(addParticipantRule, input));
    },
  },
  {
    description: 'They are in the group.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
      participant: t.field({
        type: Participant,
        description: 'Their place in the group.',
        resolve: (place, _args, ctx) => present(participantOf(ctx).load(place)),
      }),
    }),
  },
);

builder.relayMutationField(
  'removeParticipant',
  {
    description: 'Whom to remove, and from which group.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      userId: t.id({ required: true, description: 'The person.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Removes somebody from a group: the owner anybody, admins members. They see nothing that comes after.',
    errors: failsWith(
      'The group without them, or why they stay.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return removeParticipant(ctx, parse(removeParticipantRule, input));
    },
  },
  {
    description: 'They are not in the group any more.',
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
  'leaveGroup',
  {
    description: 'Which group to leave.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Leaves a group. When its owner leaves, the oldest admin, else the oldest member, becomes the owner.',
    errors: failsWith('What was left, or why not.', InputError, NotFoundError, ForbiddenError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return leaveGroup(ctx, parse(leaveGroupRule, input));
    },
  },
  {
    description: 'The viewer is not in the group any more.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description:
          'The group as one who has left it sees it: its name then, without people, messages and activity.',
        resolve: ({ threadId, name }, _args, ctx) => leftThread(ctx, threadId, name),
      }),
    }),
  },
);

builder.relayMutationField(
  'setParticipantRole',
  {
    description: 'Whose role, and which.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      userId: t.id({ required: true, description: 'The person.' }),
      role: t.field({
        type: RoleType,
        required: true,
        description: 'OWNER hands the group over: who had it becomes an ADMIN.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Gives somebody a role. The owner may.',
    errors: failsWith(
      'The participant with the role, or why not.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return setParticipantRole(ctx, parse(setParticipantRoleRule, input));
    },
  },
  {
    description: 'They have the role.',
    outputFields: (t) => ({
      participant: t.field({
        type: Participant,
        description: 'Their place in the group.',
        resolve: (place, _args, ctx) => present(participantOf(ctx).load(place)),
      }),
    }),
  },
);

builder.relayMutationField(
  'updateGroupName',
  {
    description: 'Which group, and its new name.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The group.' }),
      name: t.string({ required: true, description: '1–100 characters on one line.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Renames a group. The owner and admins may.',
    errors: failsWith(
      'The group with its new name, or why it has the old one.',
      InputError,
      NotFoundError,
      ForbiddenError,
      ConflictError,
    ),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return updateGroupName(ctx, parse(updateGroupNameRule, input));
    },
  },
  {
    description: 'The group has the name.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'The group.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

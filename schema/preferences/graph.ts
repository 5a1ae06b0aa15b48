import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { threadById } from '../thread/load.ts';
import { Thread } from '../thread/type.ts';
import { markUnread, updateThreadPreferences } from './commands.ts';
import { markUnreadRule, updateThreadPreferencesRule } from './rules.ts';

const MuteForType = builder.enumType('MuteFor', {
  description: 'For how long, from now on.',
  values: {
    OFF: { description: 'Not muted any more.' },
    HOUR: { description: 'One hour.' },
    DAY: { description: '24 hours.' },
    ALWAYS: { description: 'Until it is turned off.' },
  },
});

const outcome = 'The thread, or why nothing changed.';
const errors = failsWith(outcome, InputError, NotFoundError, ConflictError);

builder.relayMutationField(
  'updateThreadPreferences',
  {
    description: 'What should be otherwise. What is left out stays as it is.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The thread.' }),
      pinned: t.boolean({ description: 'Whether it stands in front of the others.' }),
      favourite: t.boolean({ description: 'Whether it is among the viewer’s favourites.' }),
      mute: t.field({
        type: MuteForType,
        description: 'For how long it should not be noticed; its mentions still are.',
      }),
      archived: t.boolean({
        description: 'Whether it goes from the viewer’s list until something new comes.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Sets how the viewer has a thread in their own list, on all their devices.',
    errors,
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return updateThreadPreferences(ctx, parse(updateThreadPreferencesRule, input));
    },
  },
  {
    description: 'It is so now.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'With its `preferences`.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'markUnread',
  {
    description: 'From where on.',
    inputFields: (t) => ({
      threadId: t.id({ required: true, description: 'The thread.' }),
      seq: t.int({
        required: true,
        description:
          'The first message that should be unread again; beyond the thread’s end it means its last one. ' +
          'Where it was not read yet, nothing changes.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Marks a thread unread for the viewer alone, from a message on, until they read on. Receipts stay where they are.',
    errors,
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return markUnread(ctx, parse(markUnreadRule, input));
    },
  },
  {
    description: 'It is unread from there on.',
    outputFields: (t) => ({
      thread: t.field({
        type: Thread,
        description: 'With its `unreadCount`.',
        resolve: ({ threadId }, _args, ctx) => present(threadById(ctx).load(threadId)),
      }),
    }),
  },
);

import { userById } from '../account/load.ts';
import { User } from '../account/type.ts';
import { atMost, builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn, type Presences, type Present } from '../context.ts';
import { ConflictError, InputError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse, parseArgument } from '../parse.ts';
import { setPresence } from './commands.ts';
import { lastSeen } from './load.ts';
import { presenceOfRule, presencesAtMost, setPresenceRule } from './rules.ts';

const PresenceState = builder.enumType('PresenceState', {
  description: 'Whether somebody is there.',
  values: {
    ONLINE: { description: 'A socket of theirs is open, and they have not said that they are away.' },
    AWAY: {
      description: 'Sockets of theirs are open, and of each of them they have said that they are away.',
    },
    OFFLINE: { description: 'No socket of theirs is open, or they do not show it, or the viewer does not.' },
  } as const,
});

const Presence = builder.objectRef<Present>('Presence').implement({
  description: 'Whether somebody is there.',
  fields: (t) => ({
    user: t.field({
      type: User,
      description: 'Who.',
      resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
    }),
    state: t.field({
      type: PresenceState,
      description: 'Whether they are there now.',
      resolve: ({ state }) => state,
    }),
    lastSeenAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Of somebody who is OFFLINE, when they were last there, to the minute; null where they do not show it, or the viewer does not.',
      resolve: ({ userId, state, shown }, _args, ctx) =>
        state === 'OFFLINE' && shown ? lastSeen(ctx).load(userId) : null,
    }),
  }),
});

const ofPeople = {
  type: 'ID' as const,
  required: true as const,
  description: `Whose: up to ${presencesAtMost}. Who does not exist is left out.`,
};

const asked = (userIds: readonly (string | number)[]): string[] =>
  parseArgument('userIds', presenceOfRule, userIds);

builder.queryField('presence', (t) =>
  t.field({
    type: [Presence],
    ...atMost(presencesAtMost),
    description: 'Which people are there now.',
    args: { userIds: t.arg.idList(ofPeople) },
    resolve: (_root, { userIds }, ctx) => {
      assertSignedIn(ctx);
      return existing(ctx.presence.of(ctx.viewer, asked(userIds)), ctx);
    },
  }),
);

builder.subscriptionField('presence', (t) =>
  t.field({
    type: [Presence],
    ...atMost(presencesAtMost),
    description: 'Which people are there: first all of them, then those of whom it has changed.',
    args: { userIds: t.arg.idList(ofPeople) },
    subscribe: (_root, { userIds }, ctx): Promise<AsyncIterable<Presences>> => {
      assertSignedIn(ctx);
      return ctx.presence.follow(ctx.viewer, asked(userIds));
    },
    resolve: ({ presences }, _args, ctx) => existing(presences, ctx),
  }),
);

async function existing(presences: Present[], ctx: Parameters<typeof userById>[0]): Promise<Present[]> {
  const users = await Promise.all(presences.map(async ({ userId }) => userById(ctx).load(userId)));
  return presences.filter((_, index) => users[index] !== null);
}

builder.relayMutationField(
  'setPresence',
  {
    description: 'Whether one is away.',
    inputFields: (t) => ({
      away: t.boolean({
        required: true,
        description:
          'True when nobody has used this client for a while; false as soon as somebody does again.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Says whether the viewer is away from this client. Over a socket only, and forgotten with it; a socket begins as not away.',
    errors: failsWith('Told, or why not.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return setPresence(ctx, parse(setPresenceRule, input));
    },
  },
  {
    description: 'It is known.',
    outputFields: (t) => ({ ok: t.boolean({ description: 'Always true.', resolve: () => true }) }),
  },
);

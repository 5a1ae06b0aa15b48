import type { Session as Row } from '../../prisma/client/client.ts';
import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { forwardArgs, page } from '../paging.ts';
import { parse } from '../parse.ts';
import { revokeOtherSessions, revokeOwnSession } from './commands.ts';
import { deviceOf } from './device.ts';
import { sessionsOf } from './lists.ts';
import { revokeOtherSessionsRule, revokeSessionRule } from './rules.ts';

const Session = builder.objectRef<Row>('Session').implement({
  description: 'Where the viewer is signed in: a browser or a program. Only its owner ever sees it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '`ses_` and a UUIDv7. It is no secret, and signs nobody in.' }),
    device: t.string({
      description: 'What it calls itself, in plain words: "Firefox on Linux", "curl".',
      resolve: ({ userAgent }) => deviceOf(userAgent),
    }),
    network: t.string({
      nullable: true,
      description:
        'From where it was last used: the address without its last part, "192.0.2.x". No more of it is kept; null ' +
        'where it is not known.',
      resolve: ({ network }) => network || null,
    }),
    current: t.boolean({
      description: 'This very session.',
      resolve: ({ id }, _args, { viewer }) => id === viewer?.sessionId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it signed in.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: 'When it was last used, to about a minute.',
    }),
  }),
});

const SessionConnection = builder.connectionObject(
  { type: Session, name: 'SessionConnection', description: 'A page of the viewer’s sessions.' },
  { name: 'SessionEdge', description: 'One of a page of the viewer’s sessions.' },
);

builder.queryFields((t) => ({
  sessions: t.field({
    type: SessionConnection,
    args: forwardArgs,
    description:
      'Where the viewer is signed in, the newest first. No change tells of it: ask whenever it is shown.',
    resolve: (_root, args, ctx) => {
      assertSignedIn(ctx);
      return page(args, sessionsOf(ctx.prisma, ctx.viewer.userId));
    },
  }),
}));

builder.relayMutationField(
  'revokeSession',
  {
    description: 'Which session to end.',
    inputFields: (t) => ({
      sessionId: t.id({ required: true, description: 'One of the viewer’s own.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Ends one of the viewer’s sessions: its sockets close, and its cookie is nobody’s.',
    errors: failsWith('It has ended, or why not.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return revokeOwnSession(ctx, parse(revokeSessionRule, input));
    },
  },
  {
    description: 'The session has ended.',
    outputFields: (t) => ({
      sessionId: t.id({ description: 'Which it was.', resolve: ({ sessionId }) => sessionId }),
    }),
  },
);

builder.relayMutationField(
  'revokeOtherSessions',
  { description: 'Nothing but the key that every input takes.', inputFields: (t) => retryKey(t) },
  {
    description: 'Ends all of the viewer’s sessions but this one.',
    errors: failsWith('They have ended, or why not.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return revokeOtherSessions(ctx, parse(revokeOtherSessionsRule, input));
    },
  },
  {
    description: 'Only this session is left.',
    outputFields: (t) => ({
      count: t.int({ description: 'How many have ended.', resolve: ({ count }) => count }),
    }),
  },
);

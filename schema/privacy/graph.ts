import { userById } from '../account/load.ts';
import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, InputError } from '../errors.ts';
import { present } from '../loader.ts';
import { parse } from '../parse.ts';
import { updatePrivacy } from './commands.ts';
import { updatePrivacyRule } from './rules.ts';
import { Privacy } from './type.ts';

builder.queryFields((t) => ({
  privacy: t.field({
    type: Privacy,
    description: 'What the viewer lets others see.',
    resolve: (_root, _args, ctx) => {
      assertSignedIn(ctx);
      return present(userById(ctx).load(ctx.viewer.userId));
    },
  }),
}));

builder.relayMutationField(
  'updatePrivacy',
  {
    description: 'What others should see from now on. What is left out stays as it is.',
    inputFields: (t) => ({
      readReceipts: t.boolean({
        description: 'Whether what the viewer reads is shown, and what others read.',
      }),
      presence: t.boolean({
        description:
          'Whether it is shown when the viewer is there and what their devices get, and the same of others.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Changes what others see of the viewer, and the viewer of them. What was shown before stays shown.',
    errors: failsWith('The settings as they are now, or why they are not.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return updatePrivacy(ctx, parse(updatePrivacyRule, input));
    },
  },
  {
    description: 'The settings are as they were asked for.',
    outputFields: (t) => ({
      privacy: t.field({
        type: Privacy,
        description: 'As they are now.',
        resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
      }),
    }),
  },
);

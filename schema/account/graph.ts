import { builder, failsWith, retryKey } from '../builder.ts';
import { assertSignedIn } from '../context.ts';
import { ConflictError, ForbiddenError, InputError, NotFoundError } from '../errors.ts';
import { present } from '../loader.ts';
import { forwardArgs, page } from '../paging.ts';
import { parse, parseArgument } from '../parse.ts';
import { changePassword } from './change-password.ts';
import { signIn, signOut, signUp, updateProfile } from './commands.ts';
import { deleteAccount } from './delete-account.ts';
import { userById } from './load.ts';
import {
  changePasswordRule,
  deleteAccountRule,
  searchRule,
  signInRule,
  signOutRule,
  signUpRule,
  updateProfileRule,
} from './rules.ts';
import { findUsers } from './search.ts';
import { User, UserConnection } from './type.ts';

builder.queryFields((t) => ({
  viewer: t.field({
    type: User,
    nullable: true,
    skipTypeScopes: true,
    description: 'Who is asking; null when signed out.',
    resolve: (_root, _args, ctx) => ctx.viewer && userById(ctx).load(ctx.viewer.userId),
  }),
  users: t.field({
    type: UserConnection,
    description: 'People, by handle.',
    args: {
      search: t.arg.string({
        description: 'Only those whose handle or name contains this, in any case: up to 100 characters.',
      }),
      ...forwardArgs,
    },
    resolve: (_root, { search, ...args }, ctx) =>
      page(args, findUsers(ctx.reader('people').prisma, parseArgument('search', searchRule, search ?? ''))),
  }),
}));

builder.relayMutationField(
  'signUp',
  {
    description: 'Who wants to join.',
    inputFields: (t) => ({
      handle: t.string({
        required: true,
        description: 'Unique without regard to case: 2–32 of a–z, 0–9, `_` and `-`.',
      }),
      displayName: t.string({
        required: true,
        description: 'The name that others see: 1–100 characters on one line.',
      }),
      password: t.string({
        required: true,
        description: '8–256 characters, and none of the commonest passwords.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Makes an account and signs it in: the answer sets the session cookie. HTTP only.',
    skipTypeScopes: true,
    errors: failsWith('The new account, or why there is none.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => signUp(ctx, parse(signUpRule, input)),
  },
  {
    description: 'An account was made.',
    outputFields: (t) => ({
      viewer: t.field({
        type: User,
        description: 'Who is signed in now.',
        resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'signIn',
  {
    description: 'Who comes back.',
    inputFields: (t) => ({
      handle: t.string({ required: true, description: 'The handle, in any case.' }),
      password: t.string({ required: true, description: 'The password.' }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Begins a new session: the answer sets the session cookie. HTTP only.',
    skipTypeScopes: true,
    errors: failsWith('Who is signed in, or why nobody is.', InputError, ForbiddenError),
    resolve: (_root, { input }, ctx) => signIn(ctx, parse(signInRule, input)),
  },
  {
    description: 'Somebody is signed in.',
    outputFields: (t) => ({
      viewer: t.field({
        type: User,
        description: 'Who is signed in now.',
        resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
      }),
    }),
  },
);

const SignOutInput = builder.inputType('SignOutInput', {
  description: 'Nothing but the key that every input takes.',
  fields: (t) => retryKey(t),
});

const SignOutPayload = builder.objectRef<{ ok: true }>('SignOutPayload').implement({
  description: 'Nobody is signed in any more.',
  fields: (t) => ({
    ok: t.exposeBoolean('ok', { description: 'Always true: signing out twice is signing out.' }),
  }),
});

builder.mutationField('signOut', (t) =>
  t.field({
    type: SignOutPayload,
    skipTypeScopes: true,
    description: 'Ends this session, takes its cookie back and closes its sockets.',
    args: { input: t.arg({ type: SignOutInput, required: false, description: 'May be left out.' }) },
    errors: failsWith('Signed out, or why not.', InputError),
    resolve: (_root, { input }, ctx) => {
      parse(signOutRule, input ?? {});
      return signOut(ctx);
    },
  }),
);

builder.relayMutationField(
  'updateProfile',
  {
    description: 'What others should see. What is left out stays as it is.',
    inputFields: (t) => ({
      displayName: t.string({ description: 'The name to show: 1–100 characters on one line.' }),
      pictureId: t.id({
        description:
          'An own upload with the purpose PICTURE that is complete, to be the viewer’s picture; "" for none.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description: 'Changes how the viewer is shown to everybody.',
    errors: failsWith('The changed profile, or why it is not.', InputError, NotFoundError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return updateProfile(ctx, parse(updateProfileRule, input));
    },
  },
  {
    description: 'The profile is as it was asked for.',
    outputFields: (t) => ({
      viewer: t.field({
        type: User,
        description: 'As everybody sees them now.',
        resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'changePassword',
  {
    description: 'The old password, and the new one.',
    inputFields: (t) => ({
      currentPassword: t.string({ required: true, description: 'The password until now.' }),
      newPassword: t.string({
        required: true,
        description: '8–256 characters, and none of the commonest passwords.',
      }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Changes the password and ends all of the viewer’s sessions; this one goes on under a new cookie, which the ' +
      'answer sets. HTTP only.',
    errors: failsWith('The password is changed, or why it is not.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return changePassword(ctx, parse(changePasswordRule, input));
    },
  },
  {
    description: 'From now on the new password is the password.',
    outputFields: (t) => ({
      viewer: t.field({
        type: User,
        description: 'Who is signed in, as before.',
        resolve: ({ userId }, _args, ctx) => present(userById(ctx).load(userId)),
      }),
    }),
  },
);

builder.relayMutationField(
  'deleteAccount',
  {
    description: 'The password, so that it is really the viewer.',
    inputFields: (t) => ({
      password: t.string({ required: true, description: 'The password.' }),
      ...retryKey(t),
    }),
  },
  {
    description:
      'Deletes the viewer’s account for good: it leaves all groups, as leaveGroup would, and its sessions end. What they ' +
      'wrote stays for those who can read it, by a "Deleted account" without handle, name and picture.',
    errors: failsWith('The account is gone, or why it is not.', InputError, ConflictError),
    resolve: (_root, { input }, ctx) => {
      assertSignedIn(ctx);
      return deleteAccount(ctx, parse(deleteAccountRule, input));
    },
  },
  {
    description: 'Nobody is signed in any more.',
    outputFields: (t) => ({ ok: t.boolean({ description: 'Always true.', resolve: () => true }) }),
  },
);

import { dictionary } from '@zxcvbn-ts/language-common';
import { z } from 'zod';
import { pictureIdRule } from '../picture/rules.ts';
import { countCharacters, maybeEmpty, singleLine } from '../text.ts';
import { retryKeyRule } from '../retry-key.ts';

const commonest = new Set<unknown>(dictionary['passwords-common'] as readonly unknown[]);

export const handlePattern = /^[A-Za-z0-9_-]{2,32}$/;

/** What stands where somebody's name stood. */
export const deletedName = 'Deleted account';
/** And what for their handle, where others mentioned them. No handle begins so: what stands behind it makes it nobody's. */
export const deletedHandle = 'deleted-account';

/** They mean other people than one: in a message, in a search, and elsewhere. */
const reserved = new Set(['all', 'me', 'here', 'everyone', 'channel']);

/**
 * Handles are told apart without regard to case, so only the lower-case form exists. Looked at before it is made lower
 * case: other letters have an ASCII one as theirs (the Kelvin sign's is k).
 */
const handle = z
  .string()
  .regex(handlePattern, 'A handle has 2 to 32 of the characters a–z, 0–9, _ and -.')
  .transform((text) => text.toLowerCase())
  .refine(
    (text) => !reserved.has(text) && !text.startsWith(deletedHandle),
    'Nobody can be called that. Choose another.',
  );

const newPassword = z
  .string()
  .refine((text) => {
    const length = countCharacters(text);
    return length >= 8 && length <= 256;
  }, 'A password has 8 to 256 characters.')
  .refine(
    (text) => !commonest.has(text.toLowerCase()),
    'This password is one of the commonest. Choose another.',
  );

const displayName = singleLine(100, 'A name has 1 to 100 characters on one line.');

export const signUpRule = z.object({
  handle,
  displayName,
  password: newPassword,
  clientMutationId: retryKeyRule,
});
export type SignUp = z.infer<typeof signUpRule>;

/** So long a one is nobody's, and not worth hashing. */
const triedPassword = z.string().transform((text) => (text.length > 1000 ? '' : text));

/** Anything may be tried: a handle or password that cannot exist is nobody's, and wrong like any other. */
export const signInRule = z.object({
  handle: z.string().transform((text) => (handlePattern.test(text) ? text.toLowerCase() : '')),
  password: triedPassword,
  clientMutationId: retryKeyRule,
});
export type SignIn = z.infer<typeof signInRule>;

/** What to look for in handles and names; nothing finds everybody. */
export const searchRule = maybeEmpty(100, 'Look for 100 characters at most.');

export const signOutRule = z.object({ clientMutationId: retryKeyRule });

/** What is left out stays as it is. */
export const updateProfileRule = z.object({
  displayName: displayName.nullish(),
  pictureId: pictureIdRule,
  clientMutationId: retryKeyRule,
});
export type UpdateProfile = z.infer<typeof updateProfileRule>;

export const changePasswordRule = z.object({
  currentPassword: triedPassword,
  newPassword,
  clientMutationId: retryKeyRule,
});
export type ChangePassword = z.infer<typeof changePasswordRule>;

export const deleteAccountRule = z.object({ password: triedPassword, clientMutationId: retryKeyRule });
export type DeleteAccount = z.infer<typeof deleteAccountRule>;

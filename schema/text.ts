import { z } from 'zod';

const loneSurrogate = /\p{Surrogate}/u;

/** Characters as Unicode counts them: an emoji outside the basic plane is one, not two. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** PostgreSQL can hold neither NUL nor half a character. */
const storable = z
  .string()
  .refine((text) => !text.includes('\0') && !loneSurrogate.test(text), 'No NUL and no lone surrogates.');

/** Text of any script, without the blank space at both ends; `reason` is what is said when it is too long. */
export const maybeEmpty = (max: number, reason: string) =>
  storable
    .transform((value) => value.trim())
    .refine((value) => value.length <= max || countCharacters(value) <= max, reason);

/** The same of text that says something; `reason` is also what is said when it is empty. */
export const text = (max: number, reason: string) =>
  maybeEmpty(max, reason).refine((value) => value.length > 0, reason);

/** Those that make what follows read backwards, also beyond the name. */
const turning = /[\u202A-\u202E\u2066-\u2069]/;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

const onOneLine = (rule: z.ZodType<string, string>, blank: string) =>
  rule
    .refine((value) => !/\p{Cc}/u.test(value), 'No line breaks or control characters.')
    .refine((value) => !turning.test(value), 'No characters that turn the direction of writing.')
    // Of an empty one enough has been said.
    .refine((value) => value === '' || visible.test(value), blank);

/** A name: something that can be seen, without line breaks or other control characters. */
export const singleLine = (max: number, reason: string) =>
  onOneLine(text(max, reason), 'A name has to show something.');

/** The same of a text that may be empty. */
export const maybeSingleLine = (max: number, reason: string) =>
  onOneLine(maybeEmpty(max, reason), 'It has to show something.');

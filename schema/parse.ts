import type { z } from 'zod';
import { badInput, InputError } from './errors.ts';

/**
 * What a client sent, as the rules' type says it.
 * @throws InputError with the path and the reason of every problem.
 */
export function parse<T>(type: z.ZodType<T>, input: unknown): T {
  const result = type.safeParse(input);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message })),
  );
}

/**
 * The same of an argument, which stands by itself.
 * @throws BAD_INPUT (top-level)
 */
export function parseArgument<T>(path: string, type: z.ZodType<T>, value: unknown): T {
  const result = type.safeParse(value);
  if (result.success) return result.data;
  throw badInput(path, result.error.issues[0]?.message ?? 'This is not right.');
}

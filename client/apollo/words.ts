import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What a person is told when a request failed: what happened, what one can do, and the request's id where only the log knows more. */
export function wordsFor(error: unknown): string {
  if (!CombinedGraphQLErrors.is(error))
    return "Couldn't reach the server. Check your connection and try again.";
  const { message, extensions } = error.errors[0] ?? {};
  return wordsForCode(extensions ?? {}, message);
}

/** The same of an answer that came in another way. */
export function wordsForCode(extensions: Record<string, unknown>, message?: string): string {
  switch (extensions['code']) {
    case 'RATE_LIMITED':
      return `Too many tries. ${waitFor(extensions['retryAfter'])}`;
    case 'UNAUTHENTICATED':
      return 'You are signed out. Sign in and try again.';
    case 'OTHER_VIEWER':
      return 'Somebody else has signed in here. Load the page again.';
    case 'BAD_REQUEST':
    case 'COST_LIMIT':
      return message ?? 'The server refused this request.';
    default: {
      const id = extensions['requestId'];
      return `Something went wrong on the server. Try again${typeof id === 'string' ? ` (request ${id})` : ''}.`;
    }
  }
}

function waitFor(seconds: unknown): string {
  if (typeof seconds !== 'number' || seconds <= 0) return 'Wait a moment and try again.';
  if (seconds < 90)
    return `Try again in ${Math.ceil(seconds)} ${Math.ceil(seconds) === 1 ? 'second' : 'seconds'}.`;
  return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

type Failure = { code: string; reason: string; fields?: readonly { path: string; reason: string }[] };

/** The reasons of a refused input by field, and what concerns no field in particular. */
export function fieldReasons(
  failure: Failure,
  known: readonly string[],
): { fields: Record<string, string>; form: string | null } {
  const fields: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, reason } of failure.fields ?? []) {
    const field = known.find((name) => path === name || path.startsWith(`${name}.`));
    if (field) fields[field] ??= reason;
    else rest.push(reason);
  }
  if (Object.keys(fields).length === 0 && rest.length === 0) rest.push(failure.reason);
  return { fields, form: rest.length > 0 ? rest.join(' ') : null };
}

import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** A request that nothing answers is given up and asked again: keys and ids make that safe. */
const answerWithinMs = 20_000;

/** What to do after a request that failed as a whole. */
export type AfterError =
  /** No answer, or "not now". */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** It will never be answered as it is. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Signed out, or somebody else is in: nothing more until somebody signs in again. */
  | { readonly kind: 'stop' };

export function afterError(error: unknown): AfterError {
  if (!CombinedGraphQLErrors.is(error)) return { kind: 'later' };
  const extensions = error.errors[0]?.extensions;
  switch (extensions?.['code']) {
    case 'UNAUTHENTICATED':
    case 'OTHER_VIEWER':
      return { kind: 'stop' };
    case 'RATE_LIMITED':
      return { kind: 'later', afterMs: Math.max(1, Number(extensions['retryAfter']) || 1) * 1_000 };
    case 'BAD_REQUEST':
    case 'BAD_USER_INPUT':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'COST_LIMIT':
      return { kind: 'refused', reason: error.errors[0]?.message ?? 'The server did not understand it.' };
    default:
      return { kind: 'later' };
  }
}

export function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), answerWithinMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

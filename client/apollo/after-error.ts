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

/** By the server's codes. One that is not known here may pass. */
const afterCode: Readonly<Record<string, AfterError['kind']>> = {
  UNAUTHENTICATED: 'stop',
  OTHER_VIEWER: 'stop',
  RATE_LIMITED: 'later',
  TOO_SLOW: 'later',
  INTERNAL: 'later',
  BAD_INPUT: 'refused',
  BAD_REQUEST: 'refused',
  COST_LIMIT: 'refused',
  NOT_FOUND: 'refused',
  RESYNC_REQUIRED: 'refused',
};

export const knownCodes: readonly string[] = Object.keys(afterCode);

export function afterError(error: unknown): AfterError {
  if (!CombinedGraphQLErrors.is(error)) return { kind: 'later' };
  const { message, extensions = {} } = error.errors[0] ?? {};
  const kind = afterCode[String(extensions['code'])] ?? 'later';
  if (kind === 'refused') return { kind, reason: message ?? 'The server did not understand it.' };
  if (kind === 'later' && extensions['code'] === 'RATE_LIMITED')
    return { kind, afterMs: Math.max(1, Number(extensions['retryAfter']) || 1) * 1_000 };
  return { kind };
}

export function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), answerWithinMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { refuse, type RefusalCode } from '../../schema/errors.ts';

const statusOf: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  OTHER_VIEWER: 401,
  RATE_LIMITED: 429,
  COST_LIMIT: 400,
  RESYNC_REQUIRED: 400,
  TOO_SLOW: 400,
  BAD_INPUT: 400,
  NOT_FOUND: 400,
  BAD_REQUEST: 400,
  INTERNAL: 500,
};

export const refusalCodes: readonly string[] = Object.keys(statusOf);

const isRefusalCode = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(statusOf, code);

/**
 * The gate where errors turn outward: what was thrown on purpose passes, anything else is logged once and masked.
 * @param arrival by whose name it is logged
 */
export function turnOutward(
  error: unknown,
  logger: Logger,
  arrival: { readonly requestId: string },
): GraphQLError {
  if (error instanceof GraphQLError) {
    const { code, retryAfter, fields, requestId, http } = error.extensions;
    if (isRefusalCode(code)) return copy(error, error.message, { code, retryAfter, fields, requestId, http });
    // graphql-js and Yoga say so of documents and requests that are wrong; what a resolver throws is wrapped.
    if (!error.originalError || error.originalError instanceof GraphQLError) {
      return copy(error, error.message, { code: 'BAD_REQUEST', http });
    }
  }
  const id = arrival.requestId;
  logger.error(
    { err: (error instanceof GraphQLError && error.originalError) || error, requestId: id },
    'an operation failed',
  );
  const { message, extensions } = refuse('INTERNAL', 'Something went wrong on our side.', { requestId: id });
  return copy(error instanceof GraphQLError ? error : null, message, extensions);
}

function copy(from: GraphQLError | null, message: string, extensions: Record<string, unknown>): GraphQLError {
  const given = Object.entries(extensions).filter(([, value]) => value !== undefined);
  const { nodes, source, positions, path } = from ?? {};
  return new GraphQLError(message, { nodes, source, positions, path, extensions: Object.fromEntries(given) });
}

/** What graphql-js says of a document. */
export const badRequest = (error: GraphQLError): GraphQLError =>
  copy(error, error.message, { code: 'BAD_REQUEST' });

/** What an answer of nothing but these errors says of itself over HTTP. */
export function httpOf(errors: readonly GraphQLError[]): { status: number; headers: Record<string, string> } {
  let status = 200;
  const headers: Record<string, string> = {};
  for (const { extensions } of errors) {
    const { code, retryAfter } = extensions;
    status = Math.max(status, isRefusalCode(code) ? statusOf[code] : 400);
    if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
  }
  return { status, headers };
}

/** The same for Yoga, which reads it from each error. `spec`: one of application/json stays 200. */
export function withHttp(error: GraphQLError): GraphQLError {
  const { http } = error.extensions;
  // Yoga's own, such as a mutation by GET; what it says of documents is said better below.
  if (http && !(http as { spec?: boolean }).spec) return error;
  return copy(error, error.message, { ...error.extensions, http: { spec: true, ...httpOf([error]) } });
}

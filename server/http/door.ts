import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptable, acceptsAnyOf } from './accept.ts';
import { answerToOrigin, comesFromAllowed, csrfHeader } from './origin.ts';

/** Of a request's body or a socket's message. The longest that means anything is a tenth of it. */
export const maxBodyBytes = 1024 * 1024;
/** Of a request by nobody that is known: it is read before it is counted, and means a name and a password. */
export const strangersBodyBytes = 64 * 1024;

/** Forms and plain text can be posted across origins without being asked first; JSON cannot. */
const bodyTypes = new Set(['application/json', 'application/graphql+json']);

/** @returns whether a request to the API may come in; one that may not has been answered */
export function mayEnter(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
): boolean {
  answerToOrigin(request, response, origins);
  const { method, headers } = request;
  if (!comesFromAllowed(request, origins)) {
    return turnAway(response, 403, 'This origin may not call the API: ALLOWED_ORIGINS says which may.');
  }
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return false;
  }
  if (headers[csrfHeader] === undefined) {
    return turnAway(
      response,
      403,
      `Send the header "${csrfHeader}: 1" with every request. To look around, open /graphiql.`,
    );
  }
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (method === 'POST' && !bodyTypes.has(type))
    return turnAway(response, 415, 'Send the body as application/json.');
  if (!acceptsAnyOf(headers.accept, acceptable))
    return turnAway(response, 406, `Accept one of ${acceptable.join(', ')}.`);
  return true;
}

export function turnAway(
  response: ServerResponse,
  status: number,
  message: string,
  code: 'BAD_REQUEST' | 'RATE_LIMITED' = 'BAD_REQUEST',
): false {
  const waits = code === 'RATE_LIMITED';
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(waits && { 'retry-after': '1' }),
  });
  const extensions = { code, ...(waits && { retryAfter: 1 }) };
  response.end(JSON.stringify({ errors: [{ message, extensions }] }));
  return false;
}

import type { ServerResponse } from 'node:http';

/** The codes of the API, for requests that bring or fetch bytes. */
type Code = 'BAD_REQUEST' | 'BAD_INPUT' | 'UNAUTHENTICATED' | 'NOT_FOUND' | 'CONFLICT' | 'LIMIT_REACHED';

/**
 * Says no in the way of the API. What is still on its way is not read, so the connection ends.
 * @param more what a caller can use beside the code
 */
export function refuseFile(
  response: ServerResponse,
  status: number,
  code: Code,
  message: string,
  more: { readonly final?: boolean } = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(!response.req.complete && { connection: 'close' }),
  });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] }));
}

/** What is missing and what is not for this person look the same. */
export const noSuchFile = (response: ServerResponse): void =>
  refuseFile(response, 404, 'NOT_FOUND', 'There is no such file.');

export function tooMany(response: ServerResponse, most: number): void {
  response.setHeader('retry-after', '1');
  refuseFile(response, 429, 'LIMIT_REACHED', `At most ${most} files at once.`);
}

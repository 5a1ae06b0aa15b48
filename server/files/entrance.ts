import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerToOrigin, comesFromAllowed, csrfHeader } from '../http/origin.ts';
import { refuseFile } from './refusal.ts';

const methods = 'GET, HEAD, PUT';

/**
 * Whether a request to a file may come in: as for the API, but that a page shows pictures without a header of ours.
 * @returns false for one that may not, which has been answered
 */
export function mayReach(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
): boolean {
  const headers = 'upload-offset, content-range, range';
  answerToOrigin(request, response, origins, { methods, headers });
  const { method = '' } = request;
  if (!comesFromAllowed(request, origins)) {
    refuseFile(response, 403, 'BAD_REQUEST', 'This origin may not do this: ALLOWED_ORIGINS says which may.');
    return false;
  }
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return false;
  }
  if (!methods.split(', ').includes(method)) {
    response.setHeader('allow', methods);
    refuseFile(response, 405, 'BAD_REQUEST', 'Files are fetched with GET and sent with PUT.');
    return false;
  }
  if (method === 'PUT' && request.headers[csrfHeader] === undefined) {
    refuseFile(response, 403, 'BAD_REQUEST', `Send the header "${csrfHeader}: 1" with every file.`);
    return false;
  }
  return true;
}

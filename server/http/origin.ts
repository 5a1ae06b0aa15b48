import type { IncomingMessage, ServerResponse } from 'node:http';

/** Demanded of every request to the API: no page of another origin can send it without being asked first. */
export const csrfHeader = 'x-parley-csrf';

/** Whose request it is, by the page that sends it: the cookie may be somebody else's by now. */
export const viewerHeader = 'x-parley-viewer';

/**
 * Whether a request may act: a browser's must come from an origin on the list, letter for letter, or from the very page
 * or address bar that it goes to. Programs name neither; what tells them from a page is the header they send.
 */
export function comesFromAllowed(request: IncomingMessage, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origins.has(origin);
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Lets pages of the listed origins read the answers; of any other the browser keeps them. */
export function answerToOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: ReadonlySet<string>,
  { methods, headers } = { methods: 'GET, POST', headers: `content-type, ${viewerHeader}` },
): void {
  response.appendHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.has(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', 'x-request-id, retry-after, upload-offset');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', methods);
  response.setHeader('access-control-allow-headers', `${headers}, ${csrfHeader}`);
  response.setHeader('access-control-max-age', '7200');
}

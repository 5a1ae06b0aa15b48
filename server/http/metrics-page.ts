import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '../metrics.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Answers /metrics to who brings the token.
 * @param token undefined: the page is not there for anybody
 * @returns false for another path, and for who may not read it
 */
export async function answerMetrics(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  metrics: Metrics,
  token: string | undefined,
): Promise<boolean> {
  if (path !== '/metrics' || token === undefined) return false;
  const brought = request.headers.authorization ?? '';
  if (!timingSafeEqual(digest(brought), digest(`Bearer ${token}`))) {
    response.writeHead(401, { 'content-type': 'text/plain; charset=utf-8', 'www-authenticate': 'Bearer' });
    response.end('Bring METRICS_TOKEN as a bearer token.\n');
    return true;
  }
  response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  response.end(await metrics.page());
  return true;
}

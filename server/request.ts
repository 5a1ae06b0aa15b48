import type { IncomingMessage } from 'node:http';

/** A request's path, whatever somebody has sent as its address. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/';

/**
 * The client's address, as the nearest of our own proxies saw it.
 * @param proxies how many of ours stand in front; what a client wrote into X-Forwarded-For itself stands further left
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  // Some proxies write the port as well.
  return forwarded.at(-proxies)?.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1') ?? direct;
}

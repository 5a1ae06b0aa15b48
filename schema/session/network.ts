import { isIP } from 'node:net';

/**
 * Where an address is, coarsely: a network of 256 addresses, of IPv6 a /48, which is about a household or an office. Enough
 * to see that a session is used from elsewhere, and all of it that is kept.
 * @returns "192.0.2.x", "2001:db8:1::x"; "" for what is no address
 */
export function networkOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1];
  if (v4) return `${v4}.x`;
  if (isIP(address) !== 6) return '';
  const [front = ''] = address.split('::');
  const groups = [...front.split(':').filter(Boolean), '0', '0', '0'].slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::x`;
}

import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request to S3, as it came. */
export interface Signed {
  method: string;
  /** With its query, encoded. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Uint8Array;
}

/**
 * Whether a request is signed as S3 asks for in "Authenticating Requests (AWS Signature Version 4)", with this key, and holds
 * what was signed. Written from that text and not from the client's code, which would agree with itself.
 */
export function isSignedBy(request: Signed, keyId: string, secret: string): boolean {
  const { headers, body } = request;
  const [, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [id, day = '', region = '', service = '', end = ''] = scope.split('/');
  const time = textOf(headers['x-amz-date']);
  const payload = textOf(headers['x-amz-content-sha256']);
  const signed = names.split(';');
  // What is not signed could be changed on the way: the host, and everything of Amazon's own.
  const mustBe = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  if (!mustBe.every((name) => signed.includes(name))) return false;
  if (id !== keyId || !time.startsWith(day) || service !== 's3' || end !== 'aws4_request') return false;
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    time,
    `${day}/${region}/${service}/${end}`,
    sha256(canonical(request, signed, payload)),
  ].join('\n');
  const key = [day, region, service, end].reduce<string | Buffer>(
    (above, part) => hmac(above, part).digest(),
    `AWS4${secret}`,
  );
  return hmac(key, stringToSign).digest('hex') === signature;
}

/** A request in the one way of writing it that both sides know. */
function canonical({ method, url, headers }: Signed, signed: readonly string[], payload: string): string {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).toSorted();
  return [
    method,
    pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    ...signed.map((name) => `${name}:${textOf(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    payload,
  ].join('\n');
}

const textOf = (header: string | string[] | undefined): string => [header ?? ''].flat().join(',');
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text);
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

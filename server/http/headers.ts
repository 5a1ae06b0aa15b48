import type { ServerResponse } from 'node:http';

const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
/** Nothing in an answer of the API is to be rendered. */
const data = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What somebody has sent runs nothing and reaches nothing, even where a browser shows it by itself. */
const file = `sandbox; ${data}`;

export function setSecurityHeaders(response: ServerResponse, path: string, secure: boolean): void {
  const isData = path === '/graphql' || path === '/metrics' || path.startsWith('/health');
  const isFile = path.startsWith('/files/');
  response.setHeader('content-security-policy', isFile ? file : isData ? data : page);
  if (isData) response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (secure) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

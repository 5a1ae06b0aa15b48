import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lookup } from 'mrmime';
import { pathOf } from '../request.ts';

/** As seen from here, and from server/dist alike. */
const built = fileURLToPath(new URL('../../client/dist', import.meta.url));

/** How a file may be sent, best first: as the build left it beside the file itself. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface File {
  type: string;
  etag: string;
  body: Buffer;
  encoded: Partial<Record<'br' | 'gzip', Buffer>>;
}

type Show = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The built web app. Files with a hash in their name never change and are kept for a year; pages are asked for anew.
 * Every path that is no file is the app's own: it shows what the path says.
 *
 * Held in memory, so that a running server goes on showing the build that it began with while the next one is made.
 */
export function webApp(folder = built): Show {
  const files = existsSync(folder) ? readFiles(folder) : new Map<string, File>();
  if (!files.has('/index.html')) {
    return (_request, response) => say(response, 503, 'The web app has not been built: run "npm run build".');
  }
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return say(response, 405, 'This can only be read.');
    }
    const path = pathOf(request);
    const file = files.get(path) ?? (isAsset(path) ? undefined : files.get(pageOf(path)));
    if (!file) return say(response, 404, 'There is nothing here.');
    response.setHeader('cache-control', isAsset(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    send(file, request, response);
  };
}

const isAsset = (path: string): boolean => path.startsWith('/assets/');

const pageOf = (path: string): string => (/^\/graphiql\/?$/.test(path) ? '/graphiql.html' : '/index.html');

function send({ type, etag, body, encoded }: File, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('etag', etag);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = request.headers['accept-encoding']?.toString() ?? '';
  const encoding = encodings.find(([name]) => encoded[name] && accepted.includes(name))?.[0];
  const bytes = (encoding && encoded[encoding]) ?? body;
  if (encoding) response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function readFiles(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(
    entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of paths) {
    if (encodings.some(([, ending]) => path.endsWith(ending))) continue;
    const body = readFileSync(path);
    const type = lookup(path) ?? 'application/octet-stream';
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      body,
      encoded: Object.fromEntries(
        encodings
          .filter(([, ending]) => paths.has(path + ending))
          .map(([name, ending]) => [name, readFileSync(path + ending)]),
      ),
    });
  }
  return files;
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

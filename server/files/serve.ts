import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '../../prisma/client/client.ts';
import { bytesIdOf } from '../../schema/attachment/rules.ts';
import { folderOf } from './finish.ts';
import { noSuchFile, refuseFile } from './refusal.ts';
import type { ByteRange, FileStore } from './store.ts';

/** A browser asks again after this long, and is answered by who may see it by then. */
const freshSeconds = 300;
/** Of a picture that stands beside many names. It never changes: another one has another address. */
const pictureSeconds = 86_400;

/** Sends a file, or a part of it. Only what was encoded anew, or can but be played, is shown; the rest is to be saved. */
export async function serve(
  store: FileStore,
  attachment: Attachment,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { id, name, kind, contentType, size, pictureOf } = attachment;
  const shown = kind !== 'FILE';
  const etag = `"${id}"`;
  response.setHeader('etag', etag);
  const seconds = pictureOf === null ? freshSeconds : pictureSeconds;
  response.setHeader('cache-control', `private, max-age=${seconds}`);
  response.setHeader('vary', 'cookie, origin');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('accept-ranges', 'bytes');
  const range = rangeOf(request, etag, size);
  if (range === null) {
    response.setHeader('content-range', `bytes */${size}`);
    return refuseFile(response, 416, 'BAD_REQUEST', 'The file is not that long.');
  }
  const part = range ?? { start: 0, end: size - 1 };
  const headers = {
    'content-type': shown ? contentType : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${named(name)}`,
    'content-length': part.end - part.start + 1,
    ...(range && { 'content-range': `bytes ${part.start}-${part.end}/${size}` }),
  };
  await send(
    store,
    folderOf.original(bytesIdOf(attachment)),
    range,
    range ? 206 : 200,
    headers,
    request,
    response,
  );
}

export async function serveThumbnail(
  store: FileStore,
  attachment: Attachment,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { id, kind } = attachment;
  if (kind !== 'IMAGE') return noSuchFile(response);
  const etag = `"${id}-thumbnail"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', `private, max-age=${freshSeconds}`);
  response.setHeader('vary', 'cookie, origin');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const headers = { 'content-type': 'image/webp', 'content-disposition': 'inline' };
  await send(store, folderOf.thumbnail(bytesIdOf(attachment)), undefined, 200, headers, request, response);
}

async function send(
  store: FileStore,
  name: string,
  range: ByteRange | undefined,
  status: number,
  headers: Record<string, string | number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.writeHead(status, headers).end();
    return;
  }
  const bytes = await store.get(name, range);
  response.writeHead(status, headers);
  // Whoever goes away in the middle has seen enough.
  await pipeline(bytes, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}

/**
 * Which bytes are asked for.
 * @returns undefined for all of them, as for several ranges at once, which nobody needs; null for none that are there
 */
function rangeOf({ headers }: IncomingMessage, etag: string, size: number): ByteRange | null | undefined {
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) return undefined;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? null : { start, end };
}

/** A name of any script, and for what reads no more, one of ASCII alone. */
function named(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

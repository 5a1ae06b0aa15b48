import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attachment, PrismaClient } from '../../prisma/client/client.ts';
import { type FileLimits, receivedOf } from '../../schema/attachment/rules.ts';
import { startOver } from '../../schema/attachment/upload.ts';
import { LimitError } from '../../schema/errors.ts';
import { finish, folderOf, Unusable } from './finish.ts';
import { piecesAtMost, receive } from './receive.ts';
import { refuseFile } from './refusal.ts';
import type { FileStore } from './store.ts';

/** Says how much of an upload is there. */
export function tellOffset(response: ServerResponse, upload: Attachment, status = 200): void {
  setOffset(response, upload);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status).end();
}

export function setOffset(response: ServerResponse, upload: Attachment): void {
  const isComplete = upload.completedAt !== null;
  response.setHeader('upload-offset', isComplete ? upload.size : receivedOf(upload));
  response.setHeader('upload-length', upload.size);
  response.setHeader('upload-complete', isComplete ? '?1' : '?0');
}

/**
 * Takes an upload's bytes: from the start, or from where it was cut off, as the request says. Sent again when it is
 * complete, it is complete.
 */
export async function take(
  prisma: PrismaClient,
  store: FileStore,
  limits: FileLimits,
  upload: Attachment,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (upload.completedAt !== null) {
    request.resume();
    return done(response, upload);
  }
  const from = offsetOf(request, upload.size);
  if (from === null)
    return refuseFile(
      response,
      400,
      'BAD_REQUEST',
      'Say where these bytes belong as Upload-Offset: 1048576.',
    );
  if (from === 0 && upload.pieces.length > 0) {
    // What nobody goes on from is gone at once: it could be sent again and again.
    if (await startOver(prisma, upload))
      for (const piece of upload.pieces) await store.remove(`${folderOf.pieces(upload.id)}/${piece}`);
    upload.pieces = [];
  }
  if (from !== receivedOf(upload)) {
    setOffset(response, upload);
    return refuseFile(
      response,
      409,
      'CONFLICT',
      'These bytes belong elsewhere: Upload-Offset says how many are there.',
    );
  }
  if (upload.pieces.length >= piecesAtMost(upload.size)) {
    setOffset(response, upload);
    return refuseFile(
      response,
      413,
      'LIMIT_REACHED',
      'This upload has come in too many pieces. Begin anew, with Upload-Offset: 0.',
    );
  }
  const received = await receive(prisma, store, upload, request);
  setOffset(response, upload);
  if (received === 'cut') return void response.destroy();
  if (received === 'too long')
    return refuseFile(response, 413, 'LIMIT_REACHED', 'These are more bytes than were announced.');
  if (received === 'overtaken') return refuseOvertaken(response);
  if (receivedOf(upload) < upload.size) return tellOffset(response, upload, 202);
  try {
    await finish(prisma, store, limits, upload);
  } catch (error) {
    if (error instanceof LimitError)
      return refuseFile(response, 413, error.code, error.message, { final: error.final });
    if (error instanceof Unusable) return refuseFile(response, 422, 'BAD_INPUT', error.message);
    throw error;
  }
  const stored = await prisma.attachment.findUnique({ where: { id: upload.id } });
  // Another request may have completed it as well.
  if (!stored?.completedAt) return refuseOvertaken(response);
  done(response, stored);
}

const refuseOvertaken = (response: ServerResponse): void =>
  refuseFile(response, 409, 'CONFLICT', 'Another request has gone on with this upload, or it is gone.');

function done(response: ServerResponse, upload: Attachment): void {
  setOffset(response, upload);
  const { id: attachmentId, name, contentType, kind, size } = upload;
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ attachmentId, name, contentType, kind, size }));
}

/** Where a request's bytes belong; 0 where it does not say, null where that makes no sense. */
function offsetOf({ headers }: IncomingMessage, size: number): number | null {
  const said = headers['upload-offset'];
  if (said !== undefined) return /^\d{1,10}$/.test(String(said)) ? Number(said) : null;
  const range = headers['content-range'];
  if (range === undefined) return 0;
  const [, from, , total] = /^bytes (\d{1,10})-(\d{1,10})\/(\d{1,10}|\*)$/.exec(range) ?? [];
  if (from === undefined || (total !== '*' && Number(total) !== size)) return null;
  return Number(from);
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Attachment, PrismaClient } from '../../prisma/client/client.ts';
import { receivedOf } from '../../schema/attachment/rules.ts';
import { addPiece } from '../../schema/attachment/upload.ts';
import { folderOf } from './finish.ts';
import type { FileStore } from './store.ts';

/** What is lost at most when a server is killed, and what a running upload holds in memory. */
const pieceBytes = 1024 * 1024;

/**
 * Of one upload: each is written down and read again with the next, so that many small ones cost more than what they bring.
 * A network that is cut a thousand times before a megabyte has come is worth no more.
 */
export const piecesAtMost = (size: number): number => Math.ceil(size / pieceBytes) + 1000;

/** How a request with bytes ended. */
export type Received = 'taken' | 'cut' | 'too long' | 'overtaken';

/**
 * Takes a request's bytes to behind those that an upload has, piece by piece. Of one that is cut off, what had come by
 * then is kept.
 */
export async function receive(
  prisma: PrismaClient,
  store: FileStore,
  upload: Attachment,
  request: IncomingMessage,
): Promise<Received> {
  let waiting: Buffer[] = [];
  let length = 0;

  async function flush(): Promise<boolean> {
    if (length === 0) return true;
    const bytes = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    const piece = `${receivedOf(upload) + bytes.length}-${randomBytes(8).toString('hex')}`;
    const name = `${folderOf.pieces(upload.id)}/${piece}`;
    await store.put(name, bytes, bytes.length);
    if (await addPiece(prisma, upload, piece)) return true;
    await store.remove(name);
    return false;
  }

  const chunks = request[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await chunks.next().catch(() => null);
    if (next === null || next.done) {
      if (!(await flush())) return 'overtaken';
      return next === null ? 'cut' : 'taken';
    }
    if (receivedOf(upload) + length + next.value.length > upload.size) return 'too long';
    waiting.push(next.value);
    length += next.value.length;
    if (length >= pieceBytes && !(await flush())) return 'overtaken';
  }
}

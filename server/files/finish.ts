import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Attachment, PrismaClient } from '../../prisma/client/client.ts';
import type { FileLimits } from '../../schema/attachment/rules.ts';
import { type Content, complete, isSwept, isUnchanged, startOver } from '../../schema/attachment/upload.ts';
import { LimitError } from '../../schema/errors.ts';
import { Turns } from '../../schema/turns.ts';
import { sniff } from './sniff.ts';
import type { FileStore } from './store.ts';

/** Larger ones are not decoded: the camera that makes them is none. */
const pictureBytes = 50 * 1024 * 1024;
/** Decoding takes a core and a lot of memory. How many wait is bounded where they come in. */
const decoding = new Turns(2, Infinity);
/** Of one account one at a time, so that nobody's slow ones keep all the others waiting. */
const own = new Turns(1, Infinity);
/** By so much of its beginning everything is known for what it is. */
const beginningBytes = 64 * 1024;

/** Why what has come cannot be kept, in a sentence for its sender. */
export class Unusable extends Error {
  override name = 'Unusable';
}

export const folderOf = {
  pieces: (id: string) => `${id}/pieces`,
  original: (id: string) => `${id}/original`,
  thumbnail: (id: string) => `${id}/thumbnail`,
};

/**
 * Makes the file of an upload whose pieces are all there. It may be done twice, by whoever comes first: the same pieces
 * give the same file.
 * @throws Unusable, LimitError
 */
export async function finish(
  prisma: PrismaClient,
  store: FileStore,
  limits: FileLimits,
  upload: Attachment,
): Promise<void> {
  let isComplete = false;
  try {
    await checkHash(store, upload);
    const content = await keep(store, upload);
    isComplete = await complete(prisma, upload, content, limits);
  } catch (error) {
    if (error instanceof Unusable || error instanceof LimitError) {
      // Else what lies there is another request's by now.
      if (await startOver(prisma, upload)) await store.remove(upload.id);
      throw error;
    }
    // Else its pieces have been taken away from under us.
    if (await isUnchanged(prisma, upload)) throw error;
  }
  if (isComplete) await store.remove(folderOf.pieces(upload.id));
  // Swept away meanwhile: its bytes would be nobody's.
  else if (await isSwept(prisma, upload)) await store.remove(upload.id);
}

/** The pieces one after the other. */
function bytesOf(store: FileStore, { id, pieces }: Attachment): Readable {
  return Readable.from(
    (async function* () {
      for (const piece of pieces) yield* await store.get(`${folderOf.pieces(id)}/${piece}`);
    })(),
    { objectMode: false },
  );
}

async function checkHash(store: FileStore, upload: Attachment): Promise<void> {
  if (upload.sha256 === null) return;
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(store, upload)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== upload.sha256)
    throw new Unusable('These bytes have another SHA-256 than was announced. Send them again.');
}

async function keep(store: FileStore, upload: Attachment): Promise<Content> {
  const { id, name, size } = upload;
  const sniffed = await sniff(await beginningOf(bytesOf(store, upload)), upload.contentType);
  if (sniffed.kind === 'IMAGE')
    return own.take(upload.ownerId ?? '', () => decoding.take('everybody', () => keepPicture(store, upload)));
  if (upload.purpose === 'PICTURE') throw new Unusable('This is no JPEG, PNG, WebP, GIF or AVIF.');
  await store.put(folderOf.original(id), bytesOf(store, upload), size);
  return { ...sniffed, name, size, thumbnailSize: 0, width: null, height: null };
}

/** However small the pieces are in which it came. */
async function beginningOf(bytes: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= beginningBytes) break;
  }
  return Buffer.concat(chunks);
}

async function keepPicture(store: FileStore, upload: Attachment): Promise<Content> {
  const { id, name, size } = upload;
  if (size > pictureBytes) throw new LimitError('A picture has at most 50 MB.', { final: true });
  const { encodeAnew, encodeSquare } = await import('./picture.ts');
  const isFace = upload.purpose === 'PICTURE';
  const picture = await (isFace ? encodeSquare : encodeAnew)(await buffer(bytesOf(store, upload))).catch(
    (error: unknown) => {
      if (error instanceof LimitError) throw error;
      throw new Unusable('This picture is damaged.', { cause: error });
    },
  );
  const { bytes, thumbnail, contentType, width, height } = picture;
  await store.put(folderOf.original(id), bytes, bytes.length);
  await store.put(folderOf.thumbnail(id), thumbnail, thumbnail.length);
  // A name that says something else would not open as what it is now.
  const named =
    contentType === 'image/webp' ? name.replace(isFace ? /\.\w{1,5}$/ : /\.avif$/i, '.webp') : name;
  const sizes = { size: bytes.length, thumbnailSize: thumbnail.length };
  return { kind: 'IMAGE', contentType, name: named, ...sizes, width, height };
}

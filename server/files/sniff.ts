import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentKind } from '../../prisma/client/client.ts';

interface Sniffed {
  kind: AttachmentKind;
  contentType: string;
}

const unknown = 'application/octet-stream';

/** What is decoded, and encoded anew. */
const images = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif']);
/** What browsers play, and run nothing of. */
const films = new Set(['video/mp4', 'video/webm', 'video/quicktime', 'video/x-m4v', 'video/ogg']);
const recordings = new Set([
  'audio/mpeg',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/flac',
  'audio/x-flac',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
]);

/**
 * What a file is, by how it begins. What its sender says counts where that says nothing, and never to show it: a name and
 * a type can be made up.
 */
export async function sniff(beginning: Uint8Array, said: string): Promise<Sniffed> {
  const found = (await fileTypeFromBuffer(beginning))?.mime.split(';')[0]?.trim();
  if (found === undefined)
    return { kind: 'FILE', contentType: /^(image|video|audio)\//.test(said) ? unknown : said };
  if (images.has(found)) return { kind: 'IMAGE', contentType: found };
  // Film and sound come in the same boxes.
  if (films.has(found) && said.startsWith('audio/')) return { kind: 'AUDIO', contentType: found };
  if (films.has(found)) return { kind: 'VIDEO', contentType: found };
  if (recordings.has(found)) return { kind: 'AUDIO', contentType: found };
  return { kind: 'FILE', contentType: found };
}

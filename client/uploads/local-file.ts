import { v7 } from 'uuid';

import type { Attachments_fileFragment } from '../generated/graphql.ts';
import type { UploadPurpose } from '../generated/uploads.ts';

/** A file of this device on its way to a message. Kept with the message that waits, bytes and all, so that it survives a restart. */
export interface LocalFile {
  /** Also the key under which its place is asked for: however often that is, the place is the same. */
  readonly key: string;
  readonly blob: Blob;
  readonly name: string;
  readonly contentType: string;
  /** Of a picture that this browser can show, upright; null for anything else. */
  readonly width: number | null;
  readonly height: number | null;
  /** Where it is for no message. */
  readonly purpose?: UploadPurpose;
  /**
   * Of a file that was chosen in an earlier visit, whose bytes are not here (`blob` is empty): as the server has it, and null
   * where it has not.
   */
  readonly stored?: Attachments_fileFragment | null;
}

/** What the server takes for pictures too. */
export const pictures = /^image\/(jpeg|png|apng|webp|gif|avif)$/;
const nameLimit = 255;

export async function readLocalFile(file: File): Promise<LocalFile> {
  const picture = pictures.test(file.type) ? await sizeOf(file) : null;
  return {
    key: v7(),
    blob: file,
    name: nameFor(file.name),
    contentType: file.type || 'application/octet-stream',
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  };
}

/** On one line and without slashes, as the server wants it; what is too long keeps its ending. */
function nameFor(name: string): string {
  const plain = name.replaceAll(/[/\\\r\n]/g, '_').trim() || 'file';
  if (plain.length <= nameLimit) return plain;
  const ending = /\.\w{1,10}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, nameLimit - ending.length) + ending;
}

/** Null for what cannot be decoded here: it is sent all the same, and the server says what it is. */
async function sizeOf(blob: Blob): Promise<{ width: number; height: number } | null> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', () => reject(new Error('not a picture')));
      image.src = url;
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

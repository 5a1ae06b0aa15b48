import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../testing/person.ts';
import { startStoring, stores, type Storing } from '../testing/stores.ts';
import { head, put } from '../testing/uploads.ts';

type Purpose = 'PICTURE' | null;

const nothing = { left: [] as string[], offset: '0' };
const tooLarge = { status: 413, code: 'LIMIT_REACHED', final: true, ...nothing };
const damaged = { status: 422, code: 'BAD_INPUT', ...nothing };

/** A PNG of a few bytes that says it is so large, and holds none of it. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const purposes: Purpose[] = [null, 'PICTURE'];

describe.each(stores)('what is too large, on %s', (kind) => {
  let parley: Storing;
  let ann: Person;
  beforeAll(async () => {
    parley = await startStoring(kind, { FILE_LIMIT_MB: '51', FILE_QUOTA_MB: '500' });
    ann = await parley.person();
  });
  afterAll(() => parley.stop());

  /** Sends a picture. @returns how that was answered, and whether anything of it is left */
  async function bring(bytes: Buffer, purpose: Purpose = null) {
    const asked = { name: 'me.png', contentType: 'image/png', size: bytes.length, purpose };
    const id = (await ann.does('createUpload', asked)).attachmentId;
    const { status, text } = await put(ann, id, bytes);
    const { extensions } = JSON.parse(text).errors[0] as { extensions: { code: string; final?: boolean } };
    const offset = (await head(ann, id)).headers['upload-offset'];
    return { status, ...extensions, left: parley.stored(id), offset };
  }

  it.each(purposes)(
    '[AT8] [PI2] a picture of more than 40,000,000 pixels is LIMIT_REACHED, and not decoded to know it; purpose %s',
    async (purpose) => {
      for (const [width, height] of [
        [100_000, 100_000],
        [8000, 5001],
      ] as const)
        expect(await bring(await claiming(width, height), purpose)).toEqual(tooLarge);
      // As many as may be: then it is what it holds that is wrong.
      expect(await bring(await claiming(8000, 5000), purpose)).toEqual(damaged);
    },
  );

  it('[AT8] the pixels of all frames count', async () => {
    const frames = await Promise.all(
      ['red', 'lime'].map((background) =>
        sharp({ create: { width: 5000, height: 4001, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ effort: 1 })
      .toBuffer();
    expect(await bring(gif)).toEqual(tooLarge);
  });

  it('[AT8] a picture of more than 50 MB is LIMIT_REACHED', async () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024 + 1);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    expect(await bring(bytes)).toEqual(tooLarge);
    expect(await bring(bytes.subarray(0, -1))).toEqual(damaged);
  });
});

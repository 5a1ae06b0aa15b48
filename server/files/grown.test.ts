import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStoring, stores, type Storing } from '../testing/stores.ts';
import { file, head, place, put, upload } from '../testing/uploads.ts';

const megabyte = 1024 * 1024;

/** So coarse that, encoded anew, it takes more than twice the room. */
function coarse(side: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0, last = 1; at < pixels.length; at += 1) {
    last = (last * 1_103_515_245 + 12_345) % 2 ** 31;
    pixels[at] = last >> 16;
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .webp({ quality: 1 })
    .toBuffer();
}

describe.each(stores)('what grows as it is encoded anew, on %s', (kind) => {
  let parley: Storing;
  beforeAll(async () => {
    parley = await startStoring(kind, { FILE_LIMIT_MB: '1', FILE_QUOTA_MB: '2' });
  });
  afterAll(() => parley.stop());

  it('[AT8] a picture that outgrows what a file may have is refused, and nothing of it is kept', async () => {
    const person = await parley.person();
    const what = file(await coarse(1900), 'a.webp', 'image/webp');
    expect(what.bytes.length).toBeLessThan(megabyte);
    const id = await place(person, what);
    const { status, text } = await put(person, id, what.bytes);
    expect([status, JSON.parse(text)]).toEqual([
      413,
      {
        errors: [
          { message: expect.stringContaining('1 MB'), extensions: { code: 'LIMIT_REACHED', final: true } },
        ],
      },
    ]);
    expect(parley.stored(id)).toEqual([]);
    expect((await head(person, id)).headers['upload-offset']).toBe('0');
  });

  it('[AT8] [AT12] an account’s pictures count by what is stored of them, with their thumbnails', async () => {
    const person = await parley.person();
    const what = file(await coarse(1500), 'a.webp', 'image/webp');
    const id = await upload(person, what);
    const { size, thumbnailSize } = await parley.instance.prisma.attachment.findUniqueOrThrow({
      where: { id },
    });
    expect(size).toBeGreaterThan(what.bytes.length);
    // Two of them would have room, but for what they are shown by.
    expect(2 * size).toBeLessThan(2 * megabyte);
    expect(2 * (size + thumbnailSize)).toBeGreaterThan(2 * megabyte);
    const next = await place(person, what);
    const { status, text } = await put(person, next, what.bytes);
    expect([status, JSON.parse(text)]).toEqual([
      413,
      {
        errors: [
          { message: expect.stringContaining('2 MB'), extensions: { code: 'LIMIT_REACHED', final: false } },
        ],
      },
    ]);
    expect(parley.stored(next)).toEqual([]);
  });
});

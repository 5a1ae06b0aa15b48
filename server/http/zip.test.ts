import { expect, it } from 'vitest';
import { end, zip, type ZippedFile } from './zip.ts';

async function zipped(files: AsyncIterable<ZippedFile>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip(files)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* text(what: string) {
  yield what;
}

it('what is not packed stands as it is, and both say how long they are', async () => {
  const long = 'as it is '.repeat(1000);
  const bytes = await zipped(
    (async function* () {
      yield { name: 'packed', content: text(long), pack: true };
      yield { name: 'plain', content: text(long), pack: false };
    })(),
  );
  expect(bytes.indexOf(long)).toBeGreaterThan(0);
  expect(bytes.indexOf(long)).toBe(bytes.lastIndexOf(long));
  const last = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  expect(bytes.readUInt16LE(last + 10)).toBe(2);
});

it('more files or bytes than a ZIP can count are counted as ZIP64 does', () => {
  for (const [count, at] of [
    [65_535, 1000],
    [3, 0xffffffff],
  ] as const) {
    const bytes = end(count, 500, at);
    const narrow = bytes.length - 22;
    expect(bytes.readUInt16LE(narrow + 10)).toBe(Math.min(count, 0xffff));
    expect(bytes.readUInt32LE(narrow + 16)).toBe(Math.min(at, 0xffffffff));
    const locator = narrow - 20;
    expect(bytes.toString('latin1', locator, locator + 4)).toBe('PK\x06\x07');
    // From the beginning of the file, behind the files and their directory.
    expect(bytes.readBigUInt64LE(locator + 8)).toBe(BigInt(at + 500));
    expect(bytes.toString('latin1', 0, 4)).toBe('PK\x06\x06');
    expect(bytes.readBigUInt64LE(32)).toBe(BigInt(count));
    expect(bytes.readBigUInt64LE(48)).toBe(BigInt(at));
  }
  expect(end(3, 500, 1000)).toHaveLength(22);
});

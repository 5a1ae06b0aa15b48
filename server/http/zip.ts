import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZippedFile {
  name: string;
  content: AsyncIterable<string | Uint8Array>;
  /** What is small already, such as a picture, is not packed once more. */
  pack: boolean;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

/** Sizes stand behind each file, since they are not known before; names are UTF-8; what is inside is deflated. */
const [flags, deflated, version] = [0x0808, 8, 20];
/** Where a number does not fit, this stands in its place and the number in a field of 8 bytes behind it (ZIP64). */
const [behind2, behind4, version64] = [0xffff, 0xffffffff, 45];
/** The first day that a ZIP knows: when a file was made is of no interest here. */
const date = 0x21;

/**
 * A ZIP of files that are read as it is written: of all that, a few chunks at a time are in memory. Together as many as there
 * are; each of up to 4 GiB.
 */
export async function* zip(files: AsyncIterable<ZippedFile>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let count = 0;
  let at = 0;
  for await (const { name, content, pack: packs } of files) {
    count += 1;
    const file: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at };
    const head = numbers(
      [4, 0x04034b50],
      [2, version],
      ...kind,
      [4, 0],
      [4, 0],
      [4, 0],
      [2, file.name.length],
      [2, 0],
    );
    yield Buffer.concat([head, file.name]);
    yield* pack(file, content, packs);
    const sums: Field[] = [
      [4, file.crc],
      [4, file.packed],
      [4, file.size],
    ];
    yield numbers([4, 0x08074b50], ...sums);
    at += head.length + file.name.length + file.packed + 16;
    const far = file.at >= behind4;
    const entry = numbers(
      [4, 0x02014b50],
      [2, far ? version64 : version],
      [2, far ? version64 : version],
      ...kind,
      ...sums,
      [2, file.name.length],
      [2, far ? 12 : 0],
      [2, 0],
      [4, 0],
      [4, 0],
      [4, far ? behind4 : file.at],
    );
    directory.push(entry, file.name);
    if (far) directory.push(numbers([2, 1], [2, 8], [8, file.at]));
  }
  const listed = Buffer.concat(directory);
  yield listed;
  yield end(count, listed.length, at);
}

/** What stands behind the directory of `length` bytes that begins `at`, and is read first. */
export function end(count: number, length: number, at: number): Buffer {
  const large = count >= behind2 || at >= behind4 || length >= behind4;
  const wide = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, version64],
    [2, version64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, at],
    [4, 0x07064b50],
    [4, 0],
    [8, at + length],
    [4, 1],
  );
  const narrow = numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, Math.min(count, behind2)],
    [2, Math.min(count, behind2)],
    [4, Math.min(length, behind4)],
    [4, Math.min(at, behind4)],
    [2, 0],
  );
  return large ? Buffer.concat([wide, narrow]) : narrow;
}

/** Deflates what comes, and counts it. */
async function* pack(file: Written, content: ZippedFile['content'], packs: boolean): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of content) {
      const bytes = Buffer.from(piece);
      file.crc = crc32(bytes, file.crc);
      file.size += bytes.length;
      yield bytes;
    }
  }
  const packing = createDeflateRaw(packs ? {} : { level: 0 });
  // Where it fails, reading what is packed fails with it.
  pipeline(Readable.from(counted()), packing).catch(() => {});
  for await (const chunk of packing as AsyncIterable<Buffer>) {
    file.packed += chunk.length;
    yield chunk;
  }
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

const kind: readonly Field[] = [
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, date],
];

/** Little-endian, one behind the other. @throws RangeError for a file that has become too large */
function numbers(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields)
    at = bytes === 8 ? buffer.writeBigUInt64LE(BigInt(value), at) : buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

interface File {
  name: string;
  content: AsyncIterable<string>;
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
/** The first day that a ZIP knows: when a file was made is of no interest here. */
const date = 0x21;

/** A ZIP of files that are read as it is written: of all that, a few chunks at a time are in memory. Up to 4 GiB. */
export async function* zip(files: readonly File[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
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
    yield* pack(file, content);
    const sums: Field[] = [
      [4, file.crc],
      [4, file.packed],
      [4, file.size],
    ];
    yield numbers([4, 0x08074b50], ...sums);
    at += head.length + file.name.length + file.packed + 16;
    const entry = numbers(
      [4, 0x02014b50],
      [2, version],
      [2, version],
      ...kind,
      ...sums,
      [2, file.name.length],
      [4, 0],
      [4, 0],
      [4, 0],
      [4, file.at],
    );
    directory.push(entry, file.name);
  }
  const listed = Buffer.concat(directory);
  yield listed;
  yield numbers(
    [4, 0x06054b50],
    [4, 0],
    [2, files.length],
    [2, files.length],
    [4, listed.length],
    [4, at],
    [2, 0],
  );
}

/** Deflates what comes, and counts it. */
async function* pack(file: Written, content: AsyncIterable<string>): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      file.crc = crc32(bytes, file.crc);
      file.size += bytes.length;
      yield bytes;
    }
  }
  const packing = createDeflateRaw();
  // Where it fails, reading what is packed fails with it.
  pipeline(Readable.from(counted()), packing).catch(() => {});
  for await (const chunk of packing as AsyncIterable<Buffer>) {
    file.packed += chunk.length;
    yield chunk;
  }
}

type Field = readonly [bytes: 2 | 4, value: number];

const kind: readonly Field[] = [
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, date],
];

/** Little-endian, one behind the other. @throws RangeError for a ZIP that has become too large */
function numbers(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

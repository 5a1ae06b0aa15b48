import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP, as its directory at the end lists them: JSON as what it says, the rest as text. */
export function unzip(zip: Buffer): Record<string, unknown> {
  const files: Record<string, unknown> = {};
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ] as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const text = inflateRawSync(zip.subarray(start, start + size)).toString();
    const path = zip.subarray(at + 46, at + 46 + name).toString();
    files[path] = path.endsWith('.json') ? JSON.parse(text) : text;
    at += 46 + name + extra + comment;
  }
  return files;
}

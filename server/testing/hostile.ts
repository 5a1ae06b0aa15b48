import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { pick, random } from '../../schema/testing/random.ts';
import { wav } from './media.ts';
import type { File } from './uploads.ts';

/** What must not come back in anything that is shown. */
export const script = '<script>alert(1)</script>';

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A box of an MP4: its length, its name, and what it holds. */
function box(name: string, ...holds: Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + holds.reduce((sum, { length }) => sum + length, 0));
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, ...holds]);
}

const mp4 = Buffer.concat([
  box('ftyp', ascii('isom'), Buffer.alloc(4), ascii('isommp41')),
  box('moov', box('mvhd', Buffer.alloc(100))),
  box('mdat', Buffer.alloc(300, 7)),
]);

const pdf = ascii(
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
);

export interface Samples {
  jpeg: Buffer;
  png: Buffer;
  webp: Buffer;
  gif: Buffer;
  /** One that moves. */
  animation: Buffer;
  avif: Buffer;
  mp4: Buffer;
  wav: Buffer;
  pdf: Buffer;
}

/** Small files, each as it should be. */
export async function samples(): Promise<Samples> {
  const pixels = Buffer.from(Array.from({ length: 24 * 16 * 3 }, (_, at) => (at * 7919) % 251));
  const picture = () => sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } });
  const [jpeg, png, webp, gif, avif] = (await Promise.all([
    picture().jpeg().toBuffer(),
    picture().png().toBuffer(),
    picture().webp().toBuffer(),
    picture().gif().toBuffer(),
    picture().avif({ effort: 0 }).toBuffer(),
  ])) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const animation = await sharp([png, jpeg], { join: { animated: true } })
    .gif()
    .toBuffer();
  return { jpeg, png, webp, gif, animation, avif, mp4, wav, pdf };
}

/** A place in a file, and one behind it. */
function stretch({ length }: Buffer): [from: number, to: number] {
  const from = random(length);
  return [from, from + 1 + random(length - from)];
}

/** What can befall a file, or be done to it. */
const mutations: ((bytes: Buffer, other: Buffer) => Buffer)[] = [
  // Some bits are the other way round.
  (bytes) => {
    const flipped = Buffer.from(bytes);
    for (let count = 1 + random(8); count > 0; count -= 1) {
      const at = random(bytes.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random(8)), at);
    }
    return flipped;
  },
  // It ends too soon.
  (bytes) => bytes.subarray(0, 1 + random(bytes.length)),
  // A stretch is missing.
  (bytes) => {
    const [from, to] = stretch(bytes);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  // It goes on as another.
  (bytes, other) =>
    Buffer.concat([bytes.subarray(0, random(bytes.length)), other.subarray(random(other.length))]),
  // A stretch comes again and again.
  (bytes) => {
    const [from, to] = stretch(bytes);
    const again = Array.from({ length: 1 + random(20) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, from), ...again, bytes.subarray(from)]);
  },
  // A length, or whatever stands there, is as large or as small as can be.
  (bytes) => {
    const [from] = stretch(bytes);
    const changed = Buffer.from(bytes);
    changed.subarray(from, from + pick([1, 2, 4, 8])).fill(pick([0x00, 0x7f, 0x80, 0xff]));
    return changed;
  },
  // Something that runs where it is shown as a page.
  (bytes) => {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), ascii(script), bytes.subarray(at)]);
  },
];

const types = [
  'image/png',
  'image/svg+xml',
  'text/html',
  'video/mp4',
  'audio/mpeg',
  'application/pdf',
  'x/y',
];
const names = ['a.png', 'a.svg', 'a.html', 'a.jpg.exe', 'a.mp4', '..', 'ä"; filename=a.html'];

/** One of the samples, changed up to three times, and called whatever. */
export function mutant(of: Samples): File {
  const kinds = Object.values(of) as Buffer[];
  let bytes = pick(kinds);
  for (let changes = 1 + random(3); changes > 0; changes -= 1) {
    const changed = pick(mutations)(bytes, pick(kinds));
    // A file has a byte at least.
    if (changed.length > 0) bytes = changed;
  }
  return { name: pick(names), contentType: pick(types), bytes };
}

/** A chunk of a PNG with a text in it. */
function textChunk(text: string): Buffer {
  const body = ascii(`tEXtComment\0${text}`);
  const chunk = Buffer.alloc(4 + body.length + 4);
  chunk.writeUInt32BE(body.length - 4);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 4 + body.length);
  return chunk;
}

interface Polyglot extends File {
  /** What becomes of it: shown as what is seen of it, played, saved as it is, or refused. */
  becomes: 'image' | 'film' | 'saved' | 'refused';
}

/** Files that are two things at once. */
export const polyglots = ({ gif, jpeg, png }: Samples): Polyglot[] => {
  const comment = ascii(`\xff\xfe\0${String.fromCharCode(script.length + 2)}${script}`);
  const made: [Polyglot['becomes'], string, string, Buffer][] = [
    ['image', 'a.html', 'text/html', Buffer.concat([gif, ascii(`<!doctype html>${script}`)])],
    ['refused', 'a.js', 'text/javascript', ascii(`GIF89a/*${script}*/=1;alert(1)`)],
    ['image', 'a.jpg', 'text/html', Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])],
    [
      'image',
      'a.svg',
      'image/svg+xml',
      Buffer.concat([png.subarray(0, 33), textChunk(script), png.subarray(33)]),
    ],
    ['image', 'a.pdf', 'application/pdf', Buffer.concat([jpeg, pdf, ascii(script)])],
    ['image', 'a.jar', 'application/java-archive', Buffer.concat([gif, ascii(`PK\x03\x04${script}`)])],
    ['saved', 'a.png', 'image/png', Buffer.concat([png.subarray(0, 8), ascii(`<!doctype html>${script}`)])],
    ['saved', 'a.png', 'image/png', ascii(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
    [
      'saved',
      'a.gif',
      'image/gif',
      ascii(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ],
    ['saved', 'a.jpg', 'image/jpeg', Buffer.concat([pdf, jpeg, ascii(script)])],
    ['saved', 'a.mp4', 'video/mp4', Buffer.concat([ascii(`<!doctype html>${script}`), mp4])],
    ['film', 'a.html', 'text/html', Buffer.concat([mp4, ascii(`<!doctype html>${script}`)])],
  ];
  return made.map(([becomes, name, contentType, bytes]) => ({ becomes, name, contentType, bytes }));
};

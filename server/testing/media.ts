/** Beginnings of films and recordings, as short as what tells them apart allows, and one recording that plays. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
/** Enough behind it that a range lies in the middle. */
const more = Buffer.alloc(200, 7);

/** The first box of a file of the family that began with QuickTime. */
const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 16]), ascii('ftyp'), ascii(brand), Buffer.from([0, 0, 2, 0]), more]);

/** An EBML header that names what it holds, in elements of less than 127 bytes. */
const ebml = (kind: string) => {
  const named = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 | kind.length]), ascii(kind)]);
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | named.length]), named, more]);
};

/** The first page of an Ogg stream, which names its codec. */
const ogg = (codec: string) =>
  Buffer.concat([
    ascii('OggS'),
    Buffer.from([0, 2]),
    Buffer.alloc(20),
    Buffer.from([1, 30]),
    ascii(codec),
    more,
  ]);

/** A frame of MPEG-1 Layer III, 128 kbit/s at 44.1 kHz, and the beginning of the next. */
const mp3 = Buffer.alloc(417 + 417);
for (const at of [0, 417]) mp3.set([0xff, 0xfb, 0x90, 0x00], at);

/** A tone of half a second: 8 bits, mono, 8 kHz. */
export const wav: Buffer = (() => {
  const samples = Buffer.from(
    Array.from({ length: 4000 }, (_, index) => 128 + Math.round(60 * Math.sin(index / 3))),
  );
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  // PCM, and one channel.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
})();

interface Media {
  name: string;
  /** What its sender says that it is. */
  said: string;
  contentType: string;
  kind: 'VIDEO' | 'AUDIO';
  bytes: Buffer;
}

export const media: readonly Media[] = [
  { name: 'a.mp4', said: 'video/mp4', contentType: 'video/mp4', kind: 'VIDEO', bytes: box('isom') },
  { name: 'a.m4v', said: 'video/mp4', contentType: 'video/x-m4v', kind: 'VIDEO', bytes: box('M4V ') },
  { name: 'a.mov', said: 'x/y', contentType: 'video/quicktime', kind: 'VIDEO', bytes: box('qt  ') },
  { name: 'a.webm', said: 'video/webm', contentType: 'video/webm', kind: 'VIDEO', bytes: ebml('webm') },
  { name: 'a.ogv', said: 'x/y', contentType: 'video/ogg', kind: 'VIDEO', bytes: ogg('\x80theora') },
  { name: 'a.m4a', said: 'audio/mp4', contentType: 'audio/x-m4a', kind: 'AUDIO', bytes: box('M4A ') },
  { name: 'a.mp3', said: 'audio/mpeg', contentType: 'audio/mpeg', kind: 'AUDIO', bytes: mp3 },
  { name: 'a.oga', said: 'x/y', contentType: 'audio/ogg', kind: 'AUDIO', bytes: ogg('\x01vorbis') },
  { name: 'a.opus', said: 'x/y', contentType: 'audio/ogg', kind: 'AUDIO', bytes: ogg('OpusHead') },
  { name: 'a.wav', said: 'audio/wav', contentType: 'audio/wav', kind: 'AUDIO', bytes: wav },
  {
    name: 'a.flac',
    said: 'audio/flac',
    contentType: 'audio/flac',
    kind: 'AUDIO',
    bytes: Buffer.concat([ascii('fLaC'), more]),
  },
  {
    name: 'a.aac',
    said: 'x/y',
    contentType: 'audio/aac',
    kind: 'AUDIO',
    bytes: Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80]), more]),
  },
  // What a browser records is sound alone in a film's box; its sender knows.
  { name: 'a.weba', said: 'audio/webm', contentType: 'video/webm', kind: 'AUDIO', bytes: ebml('webm') },
  { name: 'b.mp4', said: 'audio/mp4', contentType: 'video/mp4', kind: 'AUDIO', bytes: box('isom') },
];

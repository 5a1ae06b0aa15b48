import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { LimitError } from '../../schema/errors.ts';

/** Pixels that are decoded at most, those of all frames together: a file of 31 KB can claim 256 million. */
const pixelLimit = 40_000_000;
const thumbnailSize = 640;
const squareSize = 256;
const secondsAtMost = 30;

// Nothing but what `sniff` lets through, however a file begins.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export interface Picture {
  bytes: Buffer;
  contentType: string;
  width: number;
  height: number;
  thumbnail: Buffer;
}

const options = { limitInputPixels: pixelLimit, failOn: 'error' } as const;

/**
 * Decodes a picture and encodes it anew: upright, in sRGB, and without anything that is not seen, such as where it was taken.
 * @throws LimitError where it has too many pixels; anything else where it cannot be decoded, or is cut short
 */
export async function encodeAnew(file: Buffer): Promise<Picture> {
  const { format, pages = 1, width, height } = await headOf(file);
  const moves = pages > 1 && (format === 'gif' || format === 'webp');
  assertPixels(width * height * (moves ? pages : 1));
  const image = sharp(file, { ...options, animated: moves }).timeout({ seconds: secondsAtMost });
  const { as, contentType } = encodings[format] ?? encodings.webp;
  // Frames cannot be turned, and say nothing of how they are to be held.
  const { data, info } = await as(moves ? image : image.autoOrient()).toBuffer({ resolveWithObject: true });
  const thumbnail = await sharp(file, options)
    .timeout({ seconds: secondsAtMost })
    .autoOrient()
    .resize(thumbnailSize, thumbnailSize, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78, effort: 3 })
    .toBuffer();
  return { bytes: data, contentType, width: info.width, height: heightOf(info), thumbnail };
}

/**
 * The middle of a picture, small and still: what stands beside a name. Also of an animation only its first frame is decoded.
 * @throws as `encodeAnew`
 */
export async function encodeSquare(file: Buffer): Promise<Picture> {
  const { width, height } = await headOf(file);
  assertPixels(width * height);
  const bytes = await sharp(file, options)
    .timeout({ seconds: secondsAtMost })
    .autoOrient()
    .resize(squareSize, squareSize, { fit: 'cover' })
    .webp({ quality: 82, effort: 4 })
    .toBuffer();
  return { bytes, thumbnail: bytes, contentType: 'image/webp', width: squareSize, height: squareSize };
}

/** What a picture says of itself: nothing is decoded for it, so it may say that it is larger than what is decoded. */
const headOf = (file: Buffer): Promise<Metadata> =>
  sharp(file, { ...options, limitInputPixels: false }).metadata();

function assertPixels(pixels: number): void {
  if (pixels > pixelLimit)
    throw new LimitError('A picture has at most 40 million pixels, those of all its frames together.', {
      final: true,
    });
}

/** Of an animation all frames are told as one high picture. */
const heightOf = ({ height, pageHeight }: OutputInfo): number => pageHeight ?? height;

interface Encoding {
  as(image: Sharp): Sharp;
  contentType: string;
}

const webp: Encoding = { as: (image) => image.webp({ quality: 88, effort: 3 }), contentType: 'image/webp' };
const encodings: Record<string, Encoding> & { webp: Encoding } = {
  jpeg: { as: (image) => image.jpeg({ quality: 88 }), contentType: 'image/jpeg' },
  png: { as: (image) => image.png(), contentType: 'image/png' },
  gif: { as: (image) => image.gif({ effort: 3 }), contentType: 'image/gif' },
  webp,
};

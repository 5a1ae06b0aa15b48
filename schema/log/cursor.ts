import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Position } from './event.ts';

const sealLength = 16;
const textPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * Writes a place in the log as one opaque string, and back. Sealed with the epoch's key (HMAC-SHA256 as a synthetic IV,
 * then AES-256-CTR), so a cursor shows nothing of how busy the server is, cannot be made up, and one of another epoch
 * does not open. The same place gives the same string on every instance.
 */
export class CursorSeal {
  readonly #macKey: Buffer;
  readonly #cipherKey: Buffer;

  constructor(key: Uint8Array) {
    this.#macKey = Buffer.from(hkdfSync('sha256', key, '', 'cursor seal', 32));
    this.#cipherKey = Buffer.from(hkdfSync('sha256', key, '', 'cursor text', 32));
  }

  seal({ transaction, id }: Position): string {
    const place = Buffer.alloc(16);
    place.writeBigUInt64BE(transaction, 0);
    place.writeBigUInt64BE(id, 8);
    const seal = this.#mac(place);
    const cipher = createCipheriv('aes-256-ctr', this.#cipherKey, seal);
    return Buffer.concat([seal, cipher.update(place)]).toString('base64url');
  }

  /** The place that a cursor names; null for one that this epoch did not seal. */
  open(cursor: string): Position | null {
    if (!textPattern.test(cursor)) return null;
    const bytes = Buffer.from(cursor, 'base64url');
    const seal = bytes.subarray(0, sealLength);
    const place = createDecipheriv('aes-256-ctr', this.#cipherKey, seal).update(bytes.subarray(sealLength));
    if (!timingSafeEqual(seal, this.#mac(place))) return null;
    return { transaction: place.readBigUInt64BE(0), id: place.readBigUInt64BE(8) };
  }

  #mac(place: Buffer): Buffer {
    return createHmac('sha256', this.#macKey).update(place).digest().subarray(0, sealLength);
  }
}

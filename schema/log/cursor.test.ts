import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CursorSeal } from './cursor.ts';

const key = randomBytes(32);
const seal = new CursorSeal(key);
const place = fc.record({
  transaction: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  id: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
});

describe('a cursor', () => {
  it('[LV10] is a place in the log, on every instance the same', () => {
    fc.assert(
      fc.property(place, (position) => {
        const cursor = seal.seal(position);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]{43}$/);
        expect(new CursorSeal(key).seal(position)).toBe(cursor);
        expect(new CursorSeal(key).open(cursor)).toEqual(position);
      }),
    );
  });

  it('[LV10] does not open in another epoch', () => {
    fc.assert(
      fc.property(place, (position) => {
        expect(new CursorSeal(randomBytes(32)).open(seal.seal(position))).toBeNull();
      }),
    );
  });

  it('[LV10] does not open when any bit of it was changed', () => {
    const cursor = seal.seal({ transaction: 7n, id: 42n });
    const bytes = Buffer.from(cursor, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(seal.open(changed.toString('base64url'))).toBeNull();
    }
  });

  it('[LV10] cannot be made up', () => {
    const made = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc
        .uint8Array({ minLength: 32, maxLength: 32 })
        .map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    fc.assert(
      fc.property(made, (text) => {
        expect(seal.open(text)).toBeNull();
      }),
      { numRuns: 1000 },
    );
    const good = seal.seal({ transaction: 1n, id: 1n });
    for (const text of ['', ' ', `${good}=`, `${good} `, ` ${good}`, `${good}\n`, good.slice(1), `${good}A`])
      expect(seal.open(text)).toBeNull();
  });

  it('[LV10] tells nothing of the place: neighbours have nothing in common', () => {
    const cursors = Array.from({ length: 100 }, (_, index) =>
      seal.seal({ transaction: 1000n, id: BigInt(index) }),
    );
    expect(new Set(cursors.map((cursor) => cursor.slice(0, 8))).size).toBe(100);
    expect(new Set(cursors.map((cursor) => cursor.slice(-8))).size).toBe(100);
  });
});

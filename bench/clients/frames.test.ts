import { describe, expect, it } from 'vitest';
import { makeFrame, opcodes, readFrame } from './frames.ts';

/** As a server would send it: the same frame without its (zero) mask. */
function fromServer(text: string): Buffer {
  const frame = makeFrame(Buffer.from(text), opcodes.text);
  const payload = Buffer.byteLength(text);
  const head = Buffer.from(frame.subarray(0, frame.length - payload - 4));
  head.writeUInt8(head.readUInt8(1) & 127, 1);
  return Buffer.concat([head, Buffer.from(text)]);
}

describe('frames', () => {
  it.each([0, 1, 125, 126, 400, 65_535, 65_536])('reads back %i bytes, whole or not at all', (length) => {
    const text = 'x'.repeat(length);
    const bytes = Buffer.concat([Buffer.from('ab'), fromServer(text), fromServer('next')]);
    const frame = readFrame(bytes, 2)!;
    expect(frame.opcode).toBe(opcodes.text);
    expect(bytes.toString('utf8', frame.start, frame.end) === text).toBe(true);
    const next = readFrame(bytes, frame.end)!;
    expect(bytes.toString('utf8', next.start, next.end)).toBe('next');
    expect(readFrame(bytes, next.end)).toBeNull();
    for (const cut of [2, 3, frame.end - 1]) expect(readFrame(bytes.subarray(0, cut), 2)).toBeNull();
  });
});

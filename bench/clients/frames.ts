/** Where a whole frame lies in a buffer. */
interface Frame {
  opcode: number;
  start: number;
  end: number;
}

export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A server's frame (without a mask) that begins at `at`; null while it has not come whole. */
export function readFrame(bytes: Buffer, at: number): Frame | null {
  if (bytes.length < at + 2) return null;
  const opcode = bytes.readUInt8(at) & 15;
  let length = bytes.readUInt8(at + 1) & 127;
  let start = at + 2;
  if (length === 126) {
    if (bytes.length < at + 4) return null;
    length = bytes.readUInt16BE(at + 2);
    start = at + 4;
  } else if (length === 127) {
    if (bytes.length < at + 10) return null;
    length = Number(bytes.readBigUInt64BE(at + 2));
    start = at + 10;
  }
  return bytes.length < start + length ? null : { opcode, start, end: start + length };
}

/** A client's frame. Its mask is zero, which is a mask like any other to the server and costs us nothing. */
export function makeFrame(payload: Buffer, opcode: number): Buffer {
  const { length } = payload;
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(6 + size);
  head.writeUInt8(128 | opcode, 0);
  head.writeUInt8(128 | (size === 0 ? length : size === 2 ? 126 : 127), 1);
  if (size === 2) head.writeUInt16BE(length, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

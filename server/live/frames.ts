import type { Duplex } from 'node:stream';
import type { Unread } from '../unread.ts';

/**
 * How much of what it is told may wait for one reader before it is given up: whoever keeps up takes what a busy second brings at
 * once over any network. The system's own buffers, some megabytes a socket, come before it.
 */
export const waitingAtMost = 1024 * 1024;
/** Bytes that may wait for one reader, with another answer among them, before it is answered no more. One answer may be longer. */
const answersAtMost = 4 * 1024 * 1024;
/** What is handed to the network at once, and one frame more. What waits behind it are the bytes that all share who are told the same. */
const pieceBytes = 64 * 1024;

/** What readers were told since the process began: in frames over all sockets, and in server-sent events. */
export const traffic = { frames: 0, events: 0 };

/** Sockets with frames that have not left yet. All of them leave when the turn ends, each in one write. */
let unsent: FrameSocket[] = [];

function flushAll(): void {
  const sockets = unsent;
  unsent = [];
  for (const socket of sockets) socket.flush();
}

/**
 * Writes WebSocket text frames straight to a connection, beside `ws`, which writes its own whole frames to the same one:
 * nothing is compressed or masked on the way to a client, so a frame is a head and the bytes.
 */
export class FrameSocket {
  readonly #stream: Duplex;
  readonly #isOpen: () => boolean;
  readonly #onTooSlow: () => void;
  /** What waits, each in its parts, one behind the other. */
  #frames: Parts[] = [];
  #bytes = 0;
  /** How many of them are answers, at most: what a reader has asked for is not held against it. */
  #asked = 0;
  /** How many bytes of answers the reader has not taken yet, those among them that the stream has. */
  #owed = 0;
  #drained: Promise<void> | null = null;
  readonly #who: string | null;
  readonly #unread: Unread;

  /** @param who whose answers wait with those of all their sockets; null for a stranger */
  constructor(
    stream: Duplex,
    isOpen: () => boolean,
    onTooSlow: () => void,
    who: string | null,
    unread: Unread,
  ) {
    this.#stream = stream;
    this.#isOpen = isOpen;
    this.#onTooSlow = onTooSlow;
    this.#who = who;
    this.#unread = unread;
  }

  /** One frame that holds these parts, one behind the other: something that the reader is told. */
  tell(...parts: Buffer[]): void {
    traffic.frames += 1;
    this.#write(parts);
  }

  /**
   * One frame that answers the reader. Who asks on without reading is not remembered for ever.
   * @returns when more can be written
   */
  answer(text: string): Promise<void> | undefined {
    const bytes = Buffer.from(text);
    const waiting = this.#stream.writableLength + this.#bytes;
    const isTooMuch = waiting > 0 && waiting + bytes.length > answersAtMost;
    if (isTooMuch || !this.#unread.hasRoom(this.#who, bytes.length)) {
      this.#giveUp();
      return undefined;
    }
    this.#asked += bytes.length;
    this.#owe(this.#owed + bytes.length);
    this.#write([bytes]);
    return this.#drain() ?? undefined;
  }

  /** Whatever the network takes now. The rest goes piece by piece as it takes more. */
  flush(): void {
    if (!this.#isOpen()) return this.#forget();
    // Also of the last that it takes it is to be seen that it has left.
    const left = this.#owed > 0 ? () => this.#settle() : undefined;
    while (this.#frames.length > 0 && !this.#isFull) this.#stream.write(inFrames(this.#piece()), left);
    this.#settle();
    if (this.#frames.length === 0) return;
    if (this.#bytes - this.#asked > waitingAtMost) this.#giveUp();
    else void this.#drain();
  }

  /** To be called when the connection is over: nobody will read what waits. */
  closed(): void {
    this.#forget();
    this.#owe(0);
  }

  /** Null when the network takes more now; otherwise when it does again, or the connection is over. */
  ready(): Promise<void> | null {
    return this.#drain();
  }

  #write(parts: Parts): void {
    this.#frames.push(parts);
    this.#bytes += lengthOf(parts);
    if (this.#bytes >= pieceBytes) return this.flush();
    if (this.#frames.length > 1) return;
    unsent.push(this);
    // Behind the promises that are due by now, whose frames then leave with this one.
    if (unsent.length === 1) process.nextTick(flushAll);
  }

  #piece(): Parts[] {
    let count = 0;
    let bytes = 0;
    while (count < this.#frames.length && bytes < pieceBytes) bytes += lengthOf(this.#frames[count++] ?? []);
    this.#bytes -= bytes;
    this.#asked = Math.min(this.#asked, this.#bytes);
    return this.#frames.splice(0, count);
  }

  #giveUp(): void {
    this.#onTooSlow();
    this.#forget();
  }

  #forget(): void {
    this.#frames = [];
    this.#bytes = 0;
    this.#asked = 0;
    this.#settle();
  }

  /** What has left meanwhile is not owed any more. */
  #settle(): void {
    if (this.#owed > 0) this.#owe(Math.min(this.#owed, this.#bytes + this.#stream.writableLength));
  }

  #owe(bytes: number): void {
    this.#unread.add(this.#who, bytes - this.#owed);
    this.#owed = bytes;
  }

  /** What it took at once it asks to be waited for all the same, until the turn ends. */
  get #isFull(): boolean {
    return this.#stream.writableNeedDrain && this.#stream.writableLength > 0;
  }

  #drain(): Promise<void> | null {
    if (!this.#isFull || this.#stream.destroyed) return null;
    // One wait for all of a socket's operations.
    this.#drained ??= new Promise((resolve) => {
      const done = () => {
        this.#stream.off('drain', done);
        this.#stream.off('close', done);
        this.#drained = null;
        this.flush();
        resolve();
      };
      this.#stream.on('drain', done);
      this.#stream.on('close', done);
    });
    return this.#drained;
  }
}

type Parts = readonly Buffer[];

const finalText = 0x81;
/** A frame's head: two bytes, and two or eight for a length that does not fit into the second. */
const headOf = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

function lengthOf(parts: Parts): number {
  let length = 0;
  for (const part of parts) length += part.length;
  return length;
}

/** RFC 6455, 5.2: each a final, unmasked text frame. */
export function inFrames(texts: readonly Parts[]): Buffer {
  let whole = 0;
  for (const parts of texts) {
    const length = lengthOf(parts);
    whole += headOf(length) + length;
  }
  const bytes = Buffer.allocUnsafe(whole);
  let at = 0;
  for (const parts of texts) {
    at = writeHead(bytes, at, lengthOf(parts));
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
  }
  return bytes;
}

function writeHead(bytes: Buffer, at: number, length: number): number {
  const head = headOf(length);
  bytes[at] = finalText;
  if (head === 2) bytes[at + 1] = length;
  else if (head === 4) {
    bytes[at + 1] = 126;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + head;
}

const blockBytes = 8192;
let block = Buffer.alloc(0);
let blockUsed = 0;

/**
 * Bytes that are kept for long. They lie in blocks with others of their kind: a piece of Node's own pool would keep all of it,
 * of which most was used for something short.
 */
function keep(text: string): Buffer {
  const length = Buffer.byteLength(text);
  if (length > block.length - blockUsed) {
    block = Buffer.allocUnsafeSlow(Math.max(blockBytes, length));
    blockUsed = 0;
  }
  const kept = block.subarray(blockUsed, blockUsed + length);
  kept.write(text);
  blockUsed += length;
  return kept;
}

/** One operation of a socket, as the fan-out writes to it. */
export class Wire {
  readonly #socket: FrameSocket;
  readonly #id: string;
  /** In front of each payload. Nothing but a subscription needs one. */
  #head: Buffer | null = null;

  /** @param id the operation's id, as the client chose it */
  constructor(socket: FrameSocket, id: string) {
    this.#socket = socket;
    this.#id = id;
  }

  /** @param payload a result as JSON: the same bytes for all who are given it */
  next(payload: Buffer): void {
    this.#head ??= keep(`{"id":${JSON.stringify(this.#id)},"type":"next","payload":`);
    this.#socket.tell(this.#head, payload, tail);
  }

  ready(): Promise<void> | null {
    return this.#socket.ready();
  }
}

const tail = Buffer.from('}');

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { makeFrame, opcodes, readFrame } from './frames.ts';

/** A text frame, in place: valid only while it is being handed over. */
export type TakeText = (bytes: Buffer, start: number, end: number) => void;

interface Opening {
  port: number;
  path: string;
  protocol?: string;
  headers?: Record<string, string>;
}

const openMs = 30_000;

/**
 * A WebSocket client that does next to nothing, the same for every server: the load must never be what is slow, and
 * whatever a client costs would be paid on the core that the other side needs.
 */
export class Wire {
  take: TakeText = () => {};
  onClose: (reason: string) => void = () => {};
  readonly #socket: Socket;
  #left: Buffer | null = null;
  #closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static open({ port, path, protocol, headers = {} }: Opening): Promise<Wire> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const wire = new Wire(socket);
    const asked: Record<string, string> = {
      host: `localhost:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...(protocol && { 'sec-websocket-protocol': protocol }),
      ...headers,
    };
    const lines = Object.entries(asked).map(([name, value]) => `${name}: ${value}`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => socket.destroy(new Error('The upgrade was not answered.')), openMs);
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer): void => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        clearTimeout(giveUp);
        socket.off('data', onHead);
        if (!head.subarray(0, 16).includes(' 101 ')) {
          socket.destroy();
          reject(new Error(`The upgrade was refused: ${head.toString('utf8', 0, end)}`));
          return;
        }
        socket.on('data', (bytes) => wire.#read(bytes));
        resolve(wire);
        if (head.length > end + 4) wire.#read(head.subarray(end + 4));
      };
      socket.on('data', onHead);
      socket.once('error', reject);
      socket.once('close', () => {
        clearTimeout(giveUp);
        wire.#end('the connection was closed');
      });
    });
  }

  say(text: string): void {
    this.#socket.write(makeFrame(Buffer.from(text), opcodes.text));
  }

  sayBytes(bytes: Buffer): void {
    this.#socket.write(makeFrame(bytes, opcodes.binary));
  }

  close(): void {
    this.onClose = () => {};
    this.#closed = true;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    const bytes = this.#left ? Buffer.concat([this.#left, chunk]) : chunk;
    let at = 0;
    for (let frame = readFrame(bytes, at); frame; frame = readFrame(bytes, at)) {
      at = frame.end;
      if (frame.opcode === opcodes.text || frame.opcode === opcodes.binary)
        this.take(bytes, frame.start, frame.end);
      else if (frame.opcode === opcodes.ping) {
        this.#socket.write(makeFrame(bytes.subarray(frame.start, frame.end), opcodes.pong));
      } else if (frame.opcode === opcodes.close) {
        this.#end(`closed with ${bytes.toString('latin1', frame.start + 2, frame.end)}`);
        this.#socket.destroy();
        return;
      }
    }
    this.#left = at < bytes.length ? bytes.subarray(at) : null;
  }

  #end(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.onClose(reason);
  }
}

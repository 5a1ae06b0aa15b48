import { connect, type Socket } from 'node:net';

const packet = { connect: 0x10, connected: 2, publish: 0x30, subscribe: 0x82, subscribed: 9 } as const;
const openMs = 10_000;

/** MQTT 3.1.1 as far as a listener or a publisher of messages that nobody confirms needs it. */
export class Mqtt {
  /** What was published, in place. */
  take: (bytes: Buffer, start: number, end: number) => void = () => {};
  onClose: (reason: string) => void = () => {};
  readonly #socket: Socket;
  #left: Buffer | null = null;
  #answered: (kind: number) => void = () => {};
  #closed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => {});
    socket.on('close', () => !this.#closed && this.onClose('the connection was closed'));
  }

  static async open(port: number, name: string): Promise<Mqtt> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const client = new Mqtt(socket);
    // Version 4, a clean session, no keep-alive.
    const head = Buffer.concat([text('MQTT'), Buffer.from([4, 2, 0, 0]), text(name)]);
    await client.#ask(packet.connect, head, packet.connected);
    return client;
  }

  subscribe(topic: string): Promise<void> {
    return this.#ask(
      packet.subscribe,
      Buffer.concat([Buffer.from([0, 1]), text(topic), Buffer.from([0])]),
      packet.subscribed,
    );
  }

  publish(topic: string, message: string): void {
    this.#say(packet.publish, Buffer.concat([text(topic), Buffer.from(message)]));
  }

  close(): void {
    this.#closed = true;
    this.#socket.destroy();
  }

  #ask(kind: number, body: Buffer, answer: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => reject(new Error('The broker does not answer.')), openMs);
      this.#answered = (came) => {
        if (came !== answer) return;
        clearTimeout(giveUp);
        resolve();
      };
      this.#say(kind, body);
    });
  }

  #say(kind: number, body: Buffer): void {
    this.#socket.write(Buffer.concat([Buffer.from([kind, ...lengthOf(body.length)]), body]));
  }

  #read(chunk: Buffer): void {
    const bytes = this.#left ? Buffer.concat([this.#left, chunk]) : chunk;
    let at = 0;
    for (;;) {
      let length = 0;
      let start = at + 1;
      for (let shift = 0; ; shift += 7, start += 1) {
        if (start >= bytes.length) return this.#keep(bytes, at);
        const part = bytes.readUInt8(start);
        length |= (part & 127) << shift;
        if (part < 128) break;
      }
      start += 1;
      if (bytes.length < start + length) return this.#keep(bytes, at);
      const kind = bytes.readUInt8(at) >> 4;
      if (kind === packet.publish >> 4)
        this.take(bytes, start + 2 + bytes.readUInt16BE(start), start + length);
      else this.#answered(kind);
      at = start + length;
    }
  }

  #keep(bytes: Buffer, at: number): void {
    this.#left = at < bytes.length ? bytes.subarray(at) : null;
  }
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

function lengthOf(length: number): number[] {
  return length < 128 ? [length] : [(length & 127) | 128, ...lengthOf(length >> 7)];
}

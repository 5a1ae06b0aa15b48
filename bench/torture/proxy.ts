import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** More than this waits in the sender's own buffers. */
const bufferLimit = 1024 * 1024;

/** What a link does to what passes. */
interface Weather {
  open: boolean;
  /** Nothing passes, and nobody is told. What was sent meanwhile arrives when it is over. */
  hole: boolean;
  delayMs: number;
}

const fair: Weather = { open: true, hole: false, delayMs: 0 };

/** One direction of a connection: at once in fair weather, later in slow, and never before what came earlier. */
class Way {
  readonly #weather: () => Weather;
  readonly #waiting: { at: number; act: () => void }[] = [];

  constructor(from: Socket, to: Socket, weather: () => Weather) {
    this.#weather = weather;
    from.on('data', (chunk: Buffer) =>
      this.#after(() => {
        if (to.destroyed) return;
        to.write(chunk);
        if (to.writableLength > bufferLimit) from.pause();
      }),
    );
    from.on('end', () => this.#after(() => to.end()));
    to.on('drain', () => {
      if (!weather().hole) from.resume();
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  #after(act: () => void): void {
    const { delayMs } = this.#weather();
    if (delayMs === 0 && this.#waiting.length === 0) return act();
    this.#waiting.push({ at: performance.now() + delayMs, act });
    if (this.#waiting.length === 1) this.#wait();
  }

  #wait(): void {
    const at = this.#waiting[0]?.at ?? 0;
    setTimeout(
      () => {
        for (let next = this.#waiting[0]; next && next.at <= performance.now(); next = this.#waiting[0]) {
          this.#waiting.shift();
          next.act();
        }
        if (this.#waiting.length > 0) this.#wait();
      },
      Math.max(1, Math.ceil(at - performance.now())),
    );
  }
}

class Connection {
  readonly near: Socket;
  readonly far: Socket;
  #closed = 0;
  /** For ever in a hole: as behind a firewall that has forgotten it. */
  stranded = false;
  readonly #ways: Way[] = [];
  readonly #weather: () => Weather;

  constructor(near: Socket, far: Socket, weather: () => Weather, onGone: () => void) {
    this.near = near;
    this.far = far;
    this.#weather = weather;
    const pairs: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of pairs) {
      this.#ways.push(new Way(from, to, () => (this.stranded ? { ...fair, hole: true } : weather())));
      from.on('error', () => {});
      from.on('close', () => {
        this.#closed += 1;
        if (this.#closed === 2) onGone();
        else if (!this.#holed) to.destroy();
      });
    }
    this.apply();
  }

  get #holed(): boolean {
    return this.stranded || this.#weather().hole;
  }

  get waiting(): number {
    return this.#ways.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  apply(): void {
    for (const socket of [this.near, this.far]) {
      if (this.#holed) socket.pause();
      else socket.resume();
    }
    if (!this.#holed && this.#closed > 0) this.end();
  }

  end(): void {
    this.near.destroy();
    this.far.destroy();
  }
}

/** A stretch of network between two programs on this machine, with weather of its own. */
export class Link {
  readonly #server: Server;
  readonly #target: number | string;
  readonly #connections = new Set<Connection>();
  #weather: Weather = fair;

  private constructor(target: number | string) {
    this.#target = target;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => this.#take(near));
  }

  /** @param target a port of the loopback, or the path of a socket */
  static async open(target: number | string): Promise<Link> {
    const link = new Link(target);
    await new Promise<void>((resolve, reject) => {
      link.#server.once('error', reject);
      link.#server.listen(0, '127.0.0.1', resolve);
    });
    return link;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** What is on its way, in pieces. */
  get waiting(): number {
    return [...this.#connections].reduce((sum, { waiting }) => sum + waiting, 0);
  }

  #take(near: Socket): void {
    near.on('error', () => {});
    if (!this.#weather.open) {
      near.destroy();
      return;
    }
    const where =
      typeof this.#target === 'string'
        ? { path: this.#target }
        : { port: this.#target, host: '127.0.0.1', noDelay: true };
    const far = connect({ ...where, allowHalfOpen: true });
    const connection = new Connection(
      near,
      far,
      () => this.#weather,
      () => this.#connections.delete(connection),
    );
    this.#connections.add(connection);
  }

  #change(weather: Partial<Weather>): void {
    this.#weather = { ...this.#weather, ...weather };
    for (const connection of this.#connections) connection.apply();
  }

  /** What is open ends, and nothing new is let in. */
  cut(): void {
    this.#change({ open: false });
    for (const connection of this.#connections) connection.end();
  }

  /** What is open is reset in the middle of whatever it does. */
  reset(): void {
    for (const { near, far } of this.#connections) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  slow(delayMs: number): void {
    this.#change({ delayMs });
  }

  hole(): void {
    this.#change({ hole: true });
  }

  /** What is open never passes anything again and never ends; what is opened from now on is fine. */
  strand(): void {
    for (const connection of this.#connections) {
      connection.stranded = true;
      connection.apply();
    }
  }

  heal(): void {
    this.#change(fair);
  }

  /** What was stranded is let go of, as the systems at both ends would after their time-outs. */
  release(): void {
    for (const connection of this.#connections) if (connection.stranded) connection.end();
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const connection of this.#connections) connection.end();
    await closed;
  }
}

/**
 * What came to whom, and when. Each event's text begins with its number ("#000042 "), by which it is known on whatever
 * wire it comes.
 */
export class Deliveries {
  readonly listeners: number;
  readonly #seen = new Map<number, Uint8Array>();
  readonly #left = new Map<number, { count: number; whole: () => void }>();
  readonly #published = new Map<number, number>();
  readonly #answered = new Map<number, number>();
  /** Of each delivery since the last look, where they are kept. */
  arrivals: { event: number; at: number }[] | null = null;
  /** Since the last look. */
  count = 0;
  /** One of the frames that came last, as the wire showed it. */
  sample: { listener: number; frame: string } = { listener: 0, frame: '' };

  constructor(listeners: number) {
    this.listeners = listeners;
  }

  /** @returns when everybody has it */
  expect(event: number): Promise<void> {
    this.#seen.set(event, new Uint8Array(this.listeners));
    this.#published.set(event, performance.now());
    return new Promise((whole) => this.#left.set(event, { count: this.listeners, whole }));
  }

  /** @throws for what was not published, or came twice */
  take(listener: number, bytes: Buffer, start: number, end: number): void {
    const at = bytes.indexOf(hash, start);
    if (at === -1 || at >= end) return;
    let event = 0;
    for (let place = at + 1; place < at + 7; place += 1) event = event * 10 + bytes.readUInt8(place) - zero;
    const seen = this.#seen.get(event);
    if (!seen)
      throw new Error(`Listener ${listener} was told of event ${event}, which nobody published now.`);
    if (seen[listener] === 1) throw new Error(`Listener ${listener} was told of event ${event} twice.`);
    seen[listener] = 1;
    this.count += 1;
    this.arrivals?.push({ event, at: performance.now() });
    this.#tick(event, listener, bytes, start, end);
  }

  /** Whoever published it has been told that it is done. */
  answered(event: number): void {
    this.#answered.set(event, performance.now());
  }

  /** Milliseconds to each arrival from when its event was published, and from when its publisher was answered. */
  latencies(): { sincePublished: number[]; sinceAnswered: number[] } {
    const arrivals = this.arrivals ?? [];
    const since = (times: Map<number, number>) =>
      arrivals
        .map(({ event, at }) => Math.max(0, at - (times.get(event) ?? NaN)))
        .filter((ms) => !Number.isNaN(ms));
    return { sincePublished: since(this.#published), sinceAnswered: since(this.#answered) };
  }

  #tick(event: number, listener: number, bytes: Buffer, start: number, end: number): void {
    const left = this.#left.get(event);
    if (!left) return;
    left.count -= 1;
    if (left.count > 0) return;
    this.sample = { listener, frame: bytes.toString('utf8', start, end) };
    this.#left.delete(event);
    this.#seen.delete(event);
    left.whole();
  }
}

const hash = '#'.charCodeAt(0);
const zero = '0'.charCodeAt(0);

export const numbered = (event: number, text: string): string => `#${String(event).padStart(6, '0')} ${text}`;

export const numberOf = (text: string): number => Number(text.slice(1, 7));

import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { followMessages } from './follow.ts';
import type { Message } from './operations.ts';
import type { Session } from './session.ts';

const patience = 30_000;
const quiet = 250;

/** Follows a thread and has bad luck: now and then its connection is cut, in the middle of whatever was on its way. */
export class UnluckyReader {
  readonly seen: Message[] = [];
  #cuts = 0;
  #resumed = 0;
  #firstArrival = 0;
  #lastArrival = 0;
  readonly #random: () => number;
  readonly #stop = new AbortController();
  readonly #reading: Promise<void>;
  #socket: WebSocket | undefined;
  #untilCut: number;

  constructor(session: Session, threadId: string, after: string, random: () => number) {
    this.#random = random;
    this.#untilCut = this.#nextCut();
    this.#reading = this.#read(session, threadId, after);
    // Whether it failed is looked at in `stop`.
    this.#reading.catch(() => {});
  }

  /** Resolves once that message came, no cut is left to resume from, and it stayed quiet; or nothing came for too long. */
  async caughtUp(lastId: string | undefined): Promise<void> {
    const started = Date.now();
    const waited = () => Date.now() - Math.max(started, this.#lastArrival);
    const ended = this.#reading.then(
      () => true,
      () => true,
    );
    while ((this.seen.at(-1)?.id !== lastId || this.#resumed < this.#cuts) && waited() < patience) {
      if (await Promise.race([ended, sleep(20, false)])) break;
    }
    // A message that comes twice would come now.
    await sleep(quiet);
  }

  /** Ends the reading. @throws what ended it before */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#reading;
  }

  figures() {
    const delivering: [from: number, to: number] = [this.#firstArrival, this.#lastArrival];
    return { cuts: this.#cuts, resumed: this.#resumed, delivering };
  }

  async #read(session: Session, threadId: string, after: string): Promise<void> {
    const onConnected = (socket: WebSocket) => {
      if (this.#socket) this.#resumed++;
      this.#socket = socket;
    };
    for await (const message of followMessages(session, threadId, {
      after,
      signal: this.#stop.signal,
      onConnected,
    })) {
      this.seen.push(message);
      this.#lastArrival = Date.now();
      this.#firstArrival ||= this.#lastArrival;
      // What had arrived before a cut is still handed out after it: one cut at a time.
      if (--this.#untilCut > 0 || this.#socket?.readyState !== WebSocket.OPEN) continue;
      this.#untilCut = this.#nextCut();
      this.#cuts++;
      // No goodbye: to both sides this is a cable pulled out.
      this.#socket.terminate();
      await sleep(this.#random() * 200);
    }
  }

  /** After how many messages; mostly soon, sometimes late. */
  #nextCut(): number {
    return 1 + Math.floor(300 * this.#random() ** 2);
  }
}

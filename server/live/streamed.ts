import type { ExecutionResult } from 'graphql';
import type { Asking, Event } from './answers.ts';
import { traffic, waitingAtMost } from './frames.ts';
import { Queue } from './queue.ts';
import { toGraphQLError } from './stream-error.ts';
import { Telling } from './telling.ts';

/**
 * A subscription as server-sent events. Its answers are made as they come and wait as bytes, which all share who are told the same:
 * changes would hold on to the rows of everything that was handed on with them.
 */
export class Streamed implements AsyncIterableIterator<ExecutionResult> {
  readonly #asking: Asking;
  readonly #waiting: Queue<Buffer>;

  constructor(asking: Asking, source: Queue<Event>) {
    this.#asking = asking;
    this.#waiting = new Queue<Buffer>(
      waitingAtMost,
      // Behind this turn: it may be full before there is anything to end.
      () => queueMicrotask(() => void telling.return()),
      ({ length }) => length,
    );
    const next = (payload: Buffer) => {
      traffic.events += 1;
      this.#waiting.push(payload);
    };
    const telling = new Telling(asking, { next, ready: () => this.#waiting.ready() }, source);
    void this.#sayWhatFails(telling);
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    try {
      const { done, value } = await this.#waiting.next();
      return done ? { done, value } : { done: false, value: written(value) };
    } catch (error) {
      return { done: false, value: this.#asking.arrival.outward({ errors: [toGraphQLError(error)] }) };
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    await this.#waiting.return();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #sayWhatFails(telling: Telling): Promise<void> {
    for await (const result of telling) this.#waiting.push(Buffer.from(JSON.stringify(result)));
    this.#waiting.end();
  }
}

/** As Yoga takes a result that is JSON already. */
const written = (json: Buffer): ExecutionResult & { stringify(): string } => ({
  stringify: () => json.toString(),
});

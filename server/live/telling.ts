import { type ExecutionResult, GraphQLError } from 'graphql';
import { Answer, answerInTurn, answerNow, type Asking, type Event } from './answers.ts';
import { noteTold } from './latency.ts';
import { type Queue, type Sink, TooSlow } from './queue.ts';
import { type Question, questionOf } from './question.ts';
import { toGraphQLError } from './stream-error.ts';

/** Where what is told goes: that of a socket, or of an event stream. */
export interface Way {
  /** @param payload a result as JSON: the same bytes for all who are given it */
  next(payload: Buffer): void;
  /** See Sink. */
  ready(): Promise<void> | null;
}

/** How many events may wait to be answered. */
const waitingAtMost = 1000;

/**
 * A subscription: each event's answer goes its way in the turn in which it comes, in the events' order. Who keeps the protocol,
 * as graphql-ws does, reads this iterator, which yields only results with errors, as they are shown, and ends when the stream
 * does. That is also behind an event that could not be told: what came next would have a cursor behind it, and whoever resumed
 * from there would never be told.
 */
export class Telling implements AsyncIterableIterator<ExecutionResult>, Sink<Event> {
  readonly #asking: Asking;
  readonly #way: Way;
  readonly #source: Queue<Event>;
  readonly #question: Question | null;
  /** Settles when everything so far is on its way; null while nothing is waited for. */
  #behind: Promise<void> | null = null;
  #waiting = 0;
  /** What the protocol is to say next. Whatever comes after it waits: a reader resumes from the last cursor it was told. */
  #failed: ExecutionResult | null = null;
  #said: (() => void) | null = null;
  #ended = false;
  #resolve: ((next: IteratorResult<ExecutionResult, undefined>) => void) | null = null;

  constructor(asking: Asking, way: Way, source: Queue<Event>) {
    this.#asking = asking;
    this.#way = way;
    this.#source = source;
    this.#question = questionOf(asking);
    source.pipe(this);
  }

  take(event: Event): void {
    // One after the other: of a past that comes all at once, a reader has one answer made at a time.
    const answer = this.#behind ? null : answerNow(this.#asking, this.#question, event);
    if (answer instanceof Answer && !answer.result.errors) this.#tell(event, answer);
    else if (answer) this.#queue(async () => this.#write(event, await answer));
    else
      this.#queue(async () => {
        if (this.#ended) return;
        await this.#write(event, await answerInTurn(this.#asking, this.#question, event, () => this.#ended));
      });
  }

  settled(): Promise<void> | null {
    return this.#behind;
  }

  ready(): Promise<void> | null {
    return this.#way.ready();
  }

  end(error: Error | null): void {
    this.#queue(async () => {
      const { caller } = this.#asking.arrival;
      if (error instanceof TooSlow && caller.connection) caller.connection.giveUp();
      else if (error !== null) await this.#say({ errors: [toGraphQLError(error)] });
      this.#ended = true;
    });
  }

  /** Called again when the protocol has said what it was given. */
  next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    if (!this.#failed) this.#said?.();
    return new Promise((resolve) => {
      this.#resolve = resolve;
      this.#wake();
    });
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#ended = true;
    this.#failed = null;
    this.#said?.();
    await this.#source.return();
    this.#wake();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Hands on what there is to whoever waits for it. */
  #wake(): void {
    const value = this.#failed;
    if (!this.#resolve || (!value && !this.#ended)) return;
    this.#failed = null;
    this.#resolve(value ? { done: false, value } : { done: true, value: undefined });
    this.#resolve = null;
  }

  async #write(event: Event, answer: Answer): Promise<void> {
    if (answer.result.errors) return this.#fail(answer.result);
    if (!this.#ended) this.#tell(event, answer);
  }

  #tell(event: Event, { bytes }: Answer): void {
    this.#way.next(bytes);
    noteTold(event);
  }

  /** Ends it, unless a part of the event can be told. */
  async #fail(result: ExecutionResult): Promise<void> {
    await this.#say(result);
    if (result.data != null) return;
    this.#ended = true;
    await this.#source.return();
  }

  /** @returns once the protocol has said it, behind what is on its way and in front of what comes next */
  async #say(result: ExecutionResult): Promise<void> {
    if (this.#ended) return;
    this.#failed = this.#asking.arrival.outward(result);
    const said = new Promise<void>((resolve) => (this.#said = resolve));
    this.#wake();
    await said;
    this.#said = null;
  }

  /** Behind everything that is still being answered. */
  #queue(work: () => Promise<void>): void {
    this.#waiting += 1;
    if (this.#waiting > waitingAtMost) this.#source.fail(new TooSlow());
    const turn: Promise<void> = (this.#behind ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => this.#fail({ errors: [asError(error)] }))
      .then(() => {
        this.#waiting -= 1;
        if (this.#behind === turn) this.#behind = null;
        this.#wake();
      });
    this.#behind = turn;
  }
}

const asError = (error: unknown): GraphQLError =>
  new GraphQLError('An event could not be told.', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });

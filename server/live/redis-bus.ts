import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { impatient } from '../redis.ts';
import { type Bus, type Hints, LocalBus } from './bus.ts';

const hints: { [T in keyof Hints]: z.ZodType<Hints[T]> } = {
  log: z.string().nullable(),
  typing: z.object({ threadId: z.string(), userId: z.string(), typing: z.boolean() }),
  presence: z.object({
    instance: z.string(),
    revision: z.number(),
    states: z.array(z.tuple([z.string(), z.enum(['ONLINE', 'AWAY']).nullable()])),
    whole: z.boolean(),
  }),
  presenceAsked: z.object({ instance: z.string() }),
};
const envelope = z.object({ from: z.string(), hint: z.unknown() });
const topics = Object.keys(hints) as (keyof Hints)[];

const questionMs = 2000;

/**
 * The bus of several instances. This instance hears itself within the process, so that it does not wait for Redis, and
 * nothing here waits or throws when Redis is gone: connections come back by themselves.
 */
export class RedisBus implements Bus {
  readonly #local = new LocalBus();
  readonly #self = randomUUID();
  readonly #prefix: string;
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #questions: NodeJS.Timeout;
  /** Redis may be there and not let us: a user of it needs the right to each channel. */
  #listens = false;
  #speaks = true;
  /** The last that was logged. */
  #refusal = '';
  readonly #logger: Logger;

  /** @param name tells apart the installations that share one Redis */
  constructor(url: string, name: string, logger: Logger) {
    this.#prefix = `parley:${name}:`;
    this.#logger = logger;
    const options = { ...impatient, retryStrategy: reconnectIn, lazyConnect: true };
    this.#publisher = new Redis(url, options);
    this.#subscriber = new Redis(url, { ...options, autoResubscribe: false });
    for (const connection of [this.#publisher, this.#subscriber]) {
      let last = '';
      connection.on('error', ({ message }: Error) => {
        if (message !== last)
          logger.warn({ reason: message }, 'Redis is not there; delivery goes on without it');
        last = message;
      });
      connection.on('ready', () => (last = ''));
    }
    this.#subscriber.on('ready', () => void this.#listen());
    this.#subscriber.on('close', () => (this.#listens = false));
    this.#subscriber.on('message', (channel: string, text: string) => this.#hear(channel, text));
    for (const connection of [this.#publisher, this.#subscriber]) connection.connect().catch(() => {});
    // Who only listens would never notice that nobody speaks any more.
    this.#questions = setInterval(() => {
      if (this.#subscriber.status !== 'ready') return;
      if (this.#listens) this.#subscriber.ping().catch(() => {});
      else void this.#listen();
    }, questionMs).unref();
  }

  async #listen(): Promise<void> {
    try {
      await this.#subscriber.subscribe(...topics.map((topic) => this.#prefix + topic));
      this.#listens = true;
      this.#refusal = '';
      // Whatever was said while we were away, the log knows.
      this.#local.publish('log', null);
    } catch (error) {
      const reason = String(error);
      if (reason !== this.#refusal) this.#logger.warn({ reason }, 'Redis refused the subscription');
      this.#refusal = reason;
    }
  }

  publish<T extends keyof Hints>(topic: T, hint: Hints[T]): void {
    this.#local.publish(topic, hint);
    if (this.#publisher.status !== 'ready') return;
    this.#publisher
      .publish(this.#prefix + topic, JSON.stringify({ from: this.#self, hint }))
      .then(this.#spoken, this.#unheard);
  }

  on<T extends keyof Hints>(topic: T, listener: (hint: Hints[T]) => void): void {
    this.#local.on(topic, listener);
  }

  trouble(): string | null {
    const ready = this.#publisher.status === 'ready' && this.#subscriber.status === 'ready';
    const wrong = ready
      ? this.#listens && this.#speaks
        ? null
        : 'Redis does not let us'
      : 'Redis does not answer';
    return wrong && `${wrong}: other instances are heard of by the sweep, and not who types there.`;
  }

  async close(): Promise<void> {
    clearInterval(this.#questions);
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }

  readonly #spoken = (): void => void (this.#speaks = true);
  readonly #unheard = (error: Error): void => {
    if (error.name === 'ReplyError') this.#speaks = false;
  };

  #hear(channel: string, text: string): void {
    const topic = topics.find((name) => this.#prefix + name === channel);
    if (topic) this.#handOn(topic, text);
  }

  #handOn<T extends keyof Hints>(topic: T, text: string): void {
    try {
      const { from, hint } = envelope.parse(JSON.parse(text));
      if (from !== this.#self) this.#local.publish(topic, hints[topic].parse(hint));
    } catch {
      // Not one of ours. Hints may be lost, so what cannot be read is.
    }
  }
}

const reconnectIn = (tries: number): number => Math.min(100 * tries, 1000);

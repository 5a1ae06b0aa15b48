import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { impatient } from '../redis.ts';
import { type Bus, type Hints, LocalBus } from './bus.ts';

const hints: { [T in keyof Hints]: z.ZodType<Hints[T]> } = {
  log: z.null(),
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

  /** @param name tells apart the installations that share one Redis */
  constructor(url: string, name: string, logger: Logger) {
    this.#prefix = `parley:${name}:`;
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
    this.#subscriber.on('ready', () => {
      this.#subscriber.subscribe(...topics.map((topic) => this.#prefix + topic)).then(
        // Whatever was said while we were away, the log knows.
        () => this.#local.publish('log', null),
        (error: Error) => logger.warn({ reason: error.message }, 'Redis refused the subscription'),
      );
    });
    this.#subscriber.on('message', (channel: string, text: string) => this.#hear(channel, text));
    for (const connection of [this.#publisher, this.#subscriber]) connection.connect().catch(() => {});
    // Who only listens would never notice that nobody speaks any more.
    this.#questions = setInterval(() => {
      if (this.#subscriber.status === 'ready') this.#subscriber.ping().catch(() => {});
    }, questionMs).unref();
  }

  publish<T extends keyof Hints>(topic: T, hint: Hints[T]): void {
    this.#local.publish(topic, hint);
    if (this.#publisher.status !== 'ready') return;
    this.#publisher.publish(this.#prefix + topic, JSON.stringify({ from: this.#self, hint })).catch(() => {});
  }

  on<T extends keyof Hints>(topic: T, listener: (hint: Hints[T]) => void): void {
    this.#local.on(topic, listener);
  }

  trouble(): string | null {
    const ready = this.#publisher.status === 'ready' && this.#subscriber.status === 'ready';
    return ready ? null : 'Redis does not answer.';
  }

  async close(): Promise<void> {
    clearInterval(this.#questions);
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }

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

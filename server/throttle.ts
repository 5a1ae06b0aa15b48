import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../schema/errors.ts';
import type { RateLimit, RateLimitRule, RateLimits } from './config.ts';
import { impatient } from './redis.ts';

export type Limiter = RateLimiterMemory | RateLimiterRedis;

/** Where all instances count together. */
export interface LimitStore {
  redis: Redis;
  /** Tells apart the installations that share one Redis. */
  name: string;
  /** What Redis, which is there, said instead of counting the last that it was to count; null where it did. */
  refusal(): string | null;
}

/** Redis may be there and not count: as a replica since a fail-over, when it is full, or for a user without the right. */
class Counting extends Redis {
  refusal: string | null = null;

  override sendCommand(...asked: Parameters<Redis['sendCommand']>): unknown {
    const [{ name, promise }] = asked;
    // What counts is a script, and nothing else is one.
    if (name === 'evalsha') promise.then(this.#counted, this.#failed);
    return super.sendCommand(...asked);
  }

  readonly #counted = (): void => void (this.refusal = null);
  readonly #failed = ({ name, message }: Error): void => {
    if (name === 'ReplyError') this.refusal = message.replace(/ script: .*/, '');
  };
}

export function openLimitStore(url: string, name: string): LimitStore {
  const redis = new Counting(url, impatient);
  // The bus reports the same trouble; the limiter counts in memory meanwhile.
  redis.on('error', () => {});
  // It may be another one by now.
  redis.on('ready', () => (redis.refusal = null));
  return { redis, name, refusal: () => redis.refusal };
}

/** Counts over all instances where there is a store, and in this one while it is away. */
export function createLimiter(
  rule: string,
  { points, seconds }: RateLimit,
  store: LimitStore | null,
): Limiter {
  const options = { keyPrefix: `parley:${store?.name}:limit:${rule}`, points, duration: seconds };
  const memory = new RateLimiterMemory(options);
  return store
    ? new RateLimiterRedis({ ...options, storeClient: store.redis, insuranceLimiter: memory })
    : memory;
}

/** @throws RATE_LIMITED with `retryAfter` in whole seconds */
export async function consume(limiter: Limiter, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error;
  }
}

export function tooMany({ msBeforeNext }: RateLimiterRes) {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const wait = retryAfter === 1 ? 'a second' : `${retryAfter} seconds`;
  return refuse('RATE_LIMITED', `Too many tries. Wait ${wait}.`, { retryAfter });
}

/** How often somebody may do what is no guessing; see guesses.ts for signing in. */
export class Throttles {
  readonly #limiters = new Map<RateLimitRule, Limiter>();
  readonly #store: LimitStore | null;

  constructor(limits: RateLimits, store: LimitStore | null) {
    this.#store = store;
    for (const rule of ['signUp', 'invite', 'export', 'mutation', 'query', 'socket', 'file'] as const) {
      const limit = limits[rule];
      if (limit) this.#limiters.set(rule, createLimiter(rule, limit, store));
    }
  }

  /** That Redis does not answer, the bus says. */
  trouble(): string | null {
    const refusal = this.#store?.refusal();
    return refusal ? `Redis does not count (${refusal}): each instance has limits of its own.` : null;
  }

  /** @throws RATE_LIMITED with `retryAfter` in whole seconds */
  async spend(rule: Exclude<RateLimitRule, 'signIn'>, key: string, points = 1): Promise<void> {
    const limiter = this.#limiters.get(rule);
    if (limiter) await consume(limiter, key, points);
  }

  /** Spends nothing. @throws what `spend` would */
  async check(rule: Exclude<RateLimitRule, 'signIn'>, key: string): Promise<void> {
    const spent = await this.#limiters.get(rule)?.get(key);
    if (spent && spent.remainingPoints < 1) throw tooMany(spent);
  }

  /** Gives back one. */
  async refund(rule: Exclude<RateLimitRule, 'signIn'>, key: string): Promise<void> {
    await this.#limiters.get(rule)?.reward(key);
  }
}

/** Whom a throttle counts by address: for IPv6 the /64, which one person has to themselves. */
export function throttleAddress(address: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (v4?.[1]) return v4[1];
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back]
    : front;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** @param address as `throttleAddress` gives it */
export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '0:0:0:0';

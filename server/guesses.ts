import { RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimit } from './config.ts';
import { consume, createLimiter, type Limiter, type LimitStore, tooMany } from './throttle.ts';

/** An address that tries many accounts, and an account that is tried from many addresses, get this many times more. */
const widely = 10;
const day = 24 * 60 * 60;
/** How long an address at which somebody has signed in is theirs. Timers hold no more than 24 days. */
const familiarFor = 20 * day;

/**
 * How often a password may be guessed: by account and address, with waits that double; by address over all accounts; and
 * by account over all addresses, save those at which its owner has signed in before, so that no stranger locks them out.
 */
export class Guesses {
  readonly #seconds: number;
  readonly #pair: Limiter;
  readonly #address: Limiter;
  readonly #account: Limiter;
  readonly #strikes: Limiter;
  readonly #familiar: Limiter;

  constructor({ points, seconds }: RateLimit, store: LimitStore | null) {
    this.#seconds = seconds;
    this.#pair = createLimiter('signIn', { points, seconds }, store);
    this.#address = createLimiter('signIn:address', { points: points * widely, seconds }, store);
    this.#account = createLimiter('signIn:account', { points: points * widely, seconds }, store);
    this.#strikes = createLimiter('signIn:strikes', { points: 1000, seconds: day }, store);
    this.#familiar = createLimiter('signIn:familiar', { points: 1, seconds: familiarFor }, store);
  }

  /** Before the password is looked at. @throws RATE_LIMITED with `retryAfter` in whole seconds */
  async spend(handle: string, address: string): Promise<void> {
    const pair = `${handle} ${address}`;
    await this.#consumeOrStrike(this.#pair, pair);
    await this.#consumeOrStrike(this.#address, address);
    if ((await this.#familiar.get(pair)) === null) await consume(this.#account, handle);
  }

  /** It was the right password: nothing of it counts, and here they are known from now on. */
  async refund(handle: string, address: string): Promise<void> {
    const pair = `${handle} ${address}`;
    const wasFamiliar = (await this.#familiar.get(pair)) !== null;
    await Promise.all([
      this.#pair.delete(pair),
      this.#strikes.delete(pair),
      this.#address.reward(address),
      wasFamiliar ? null : this.#account.reward(handle),
      this.#familiar.set(pair, 1, familiarFor),
    ]);
  }

  /** Whoever comes to the limit again within a day waits twice as long as before. */
  async #consumeOrStrike(limiter: Limiter, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      if (error.consumedPoints !== limiter.points + 1) throw tooMany(error);
      const { consumedPoints: strikes } = await this.#strikes.penalty(key);
      throw tooMany(await limiter.block(key, Math.min(this.#seconds * 2 ** (strikes - 1), day)));
    }
  }
}

import type { Throttle } from '../schema/context.ts';
import type { Config } from './config.ts';
import { Guesses } from './guesses.ts';
import type { Metrics } from './metrics.ts';
import { isLoopback, type LimitStore, throttleAddress, type Throttles } from './throttle.ts';

/** How often somebody may try to come in: by sign-up, sign-in or invite link. */
export function triesOf(
  { rateLimits, publicUrl, trustProxy }: Config,
  throttles: Throttles,
  store: LimitStore | null,
  metrics: Metrics,
): (address: string) => Throttle {
  // Without an address for others this is somebody's own machine, where a program may make many accounts to try things out.
  const onOwnMachine = publicUrl === undefined && trustProxy === 0;
  const guesses = rateLimits.signIn && new Guesses(rateLimits.signIn, store);

  return (address) => {
    const by = throttleAddress(address);
    return {
      spend: async (rule, key) => {
        if (rule === 'signUp')
          return onOwnMachine && isLoopback(by) ? undefined : throttles.spend('signUp', by);
        if (rule === 'invite') return throttles.spend('invite', key || by);
        metrics.signInTries.inc();
        return guesses?.spend(key, by).catch((error: unknown) => {
          metrics.signInsThrottled.inc();
          throw error;
        });
      },
      noteWrong: () => metrics.signInFailures.inc(),
      refund: async (rule, key) => {
        if (rule === 'invite') return throttles.refund('invite', key || by);
        metrics.signIns.inc();
        return guesses?.refund(key, by);
      },
    };
  };
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Guesses } from './guesses.ts';
import { throttleAddress } from './throttle.ts';

const policy = { points: 10, seconds: 60 };
const owner = '10.0.0.1';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How many of the tries were let through to the password. */
async function count(
  tries: readonly (readonly [handle: string, address: string])[],
  guesses: Guesses,
): Promise<number> {
  const results = await Promise.allSettled(tries.map(([handle, address]) => guesses.spend(handle, address)));
  return results.filter(({ status }) => status === 'fulfilled').length;
}

const waitAfter = async (guesses: Guesses, handle: string, address: string): Promise<number> => {
  const error = await guesses.spend(handle, address).then(
    () => null,
    (refused: { extensions: { code: string; retryAfter: number } }) => refused.extensions,
  );
  return error?.code === 'RATE_LIMITED' ? error.retryAfter : 0;
};

describe('guessing passwords', () => {
  it('[WI17] one address gets no more tries at one account than the policy says', async () => {
    expect(
      await count(
        Array.from({ length: 1000 }, () => ['ada', '1.1.1.1'] as const),
        new Guesses(policy, null),
      ),
    ).toBe(10);
  });

  it('[WI17] 1,000 guesses from 50 addresses at one account get ten times that', async () => {
    const tries = Array.from({ length: 1000 }, (_, at) => ['ada', `1.1.1.${at % 50}`] as const);
    expect(await count(tries, new Guesses(policy, null))).toBe(100);
  });

  it('[WI17] one address at 1,000 accounts gets ten times that', async () => {
    const tries = Array.from({ length: 1000 }, (_, at) => [`person-${at}`, '1.1.1.1'] as const);
    expect(await count(tries, new Guesses(policy, null))).toBe(100);
  });

  it('[WI17] whoever comes to the limit again waits twice as long, up to a day', async () => {
    const guesses = new Guesses(policy, null);
    const waits: number[] = [];
    for (let round = 0; round < 14; round += 1) {
      await count(
        Array.from({ length: 10 }, () => ['ada', '1.1.1.1'] as const),
        guesses,
      );
      waits.push(await waitAfter(guesses, 'ada', '1.1.1.1'));
      await vi.advanceTimersByTimeAsync(waits.at(-1)! * 1000);
    }
    expect(waits.slice(0, 5)).toEqual([60, 120, 240, 480, 960]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(24 * 60 * 60);
  });

  it('[WI17] no stranger locks out an owner at an address where they have signed in', async () => {
    const guesses = new Guesses(policy, null);
    await guesses.spend('ada', owner);
    await guesses.refund('ada', owner);
    expect(
      await count(
        Array.from({ length: 1000 }, (_, at) => ['ada', `1.1.${at % 100}.1`] as const),
        guesses,
      ),
    ).toBe(100);
    expect(await waitAfter(guesses, 'ada', '2.2.2.2')).toBeGreaterThan(0);
    expect(await waitAfter(guesses, 'ada', owner)).toBe(0);
  });

  it('[WI17] the right password gives back what was spent on it', async () => {
    const guesses = new Guesses(policy, null);
    const signIn = async (handle: string) => {
      await guesses.spend(handle, owner);
      await guesses.refund(handle, owner);
    };
    for (let turn = 0; turn < 500; turn += 1) await signIn(`person-${turn}`);
    for (let turn = 0; turn < 50; turn += 1) await signIn('ada');
    expect(await waitAfter(guesses, 'ada', owner)).toBe(0);
  });
});

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
])('[WI17] %s is counted as %s', (address, counted) => {
  expect(throttleAddress(address)).toBe(counted);
});

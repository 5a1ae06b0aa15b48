import { afterEach, expect, it, vi } from 'vitest';
import { Turns } from './turns.ts';

/** Time passes as it is computed. */
function stopTime() {
  const time = { now: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => time.now);
  return time;
}
afterEach(() => vi.restoreAllMocks());

it('[SE9] so many run at once, so many wait in their order, and more are refused; of others nobody is kept waiting', async () => {
  const turns = new Turns(2, 2);
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (who: string, name: string) =>
    turns.take(who, async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const asked = ['1', '2', '3', '4'].map((name) => ask('ann', name));
  await expect(ask('ann', '5')).rejects.toMatchObject({
    extensions: { code: 'RATE_LIMITED', retryAfter: 1 },
  });
  const theirs = ask('bob', 'other');
  expect(log).toEqual(['1', '2', 'other']);

  ends.get('2')?.();
  expect(await asked[1]).toBe('2');
  expect(log).toEqual(['1', '2', 'other', '3']);
  const last = ask('ann', '6');
  for (const name of ['1', '3']) ends.get(name)?.();
  await Promise.all([asked[0], asked[2]]);
  expect(log).toEqual(['1', '2', 'other', '3', '4', '6']);
  for (const name of ['4', '6', 'other']) ends.get(name)?.();
  expect(await Promise.all([asked[3], last, theirs])).toEqual(['4', '6', 'other']);
});

it('[SE9] what fails gives its place on as well', async () => {
  const turns = new Turns(1, 1);
  const failed = turns.take('ann', () => Promise.reject(new Error('broken')));
  const next = turns.take('ann', async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(await turns.take('ann', async () => 'again')).toBe('again');
});

it('[LV25] who has computed for too long in one turn of the event loop goes on in the next, and others meanwhile', async () => {
  const turns = new Turns(3, Infinity, 5);
  const log: string[] = [];
  const time = stopTime();
  const compute = (name: string) => () => {
    log.push(name);
    time.now += 5;
  };
  void turns.now('ann', compute('1'));
  expect(turns.now('ann', compute('never'))).toBeNull();
  const waited = turns.take('ann', async () => compute('2')());
  void turns.now('bob', compute('other'));
  await Promise.resolve();
  expect(log).toEqual(['1', 'other']);
  await waited;
  expect(log).toEqual(['1', 'other', '2']);
});

it('[LV25] of those who waited no more go on in a turn of the event loop than may compute in it', async () => {
  const turns = new Turns(3, Infinity, 5);
  const log: string[] = [];
  const time = stopTime();
  const compute = (name: string) => async () => {
    log.push(name);
    time.now += 5;
  };
  const all = ['1', '2', '3', '4'].map((name) => turns.take('ann', compute(name)));
  const seen = [[...log]];
  while (log.length < 4) {
    await new Promise(setImmediate);
    seen.push([...log]);
  }
  expect(seen).toEqual([['1'], ['1', '2'], ['1', '2', '3'], ['1', '2', '3', '4']]);
  await Promise.all(all);
});

it('[LV25] what is done at once gives its place back, when it has come, and where it fails', async () => {
  const turns = new Turns(1, Infinity);
  expect(turns.now('ann', () => 'here')).toBe('here');
  expect(() => turns.now('ann', fail)).toThrow('broken');
  const coming = turns.now('ann', async () => 'coming');
  expect(turns.now('ann', () => 'here')).toBeNull();
  const next = turns.take('ann', async () => 'next');
  expect([await coming, await next]).toEqual(['coming', 'next']);
  expect(turns.now('ann', () => 'again')).toBe('again');
});

const fail = () => {
  throw new Error('broken');
};

import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

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

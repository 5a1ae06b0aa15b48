import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('[MS17] who is refused before their turn holds up nobody, and lets nobody in front of those who still wait', async () => {
  const turns = new Turns();
  const [first, second, third] = [turns.take(), turns.take(), turns.take()];
  expect(first.comes).toBeNull();
  second.pass();
  let came = false;
  const comes = third.comes?.then(() => (came = true));
  await setImmediate();
  expect(came).toBe(false);
  first.pass();
  await comes;
  expect(came).toBe(true);
});

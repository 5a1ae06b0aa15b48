import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { LoggedChange } from '../../schema/change/change.ts';
import { noteTold, timeFrom } from './latency.ts';

const change = () => ({ type: 'MessageAdded' }) as LoggedChange;

/** Two that are handed on together, and how often which of them was measured. */
function two() {
  const measured: string[] = [];
  const [first, second] = [change(), change()];
  const at = performance.now();
  timeFrom(first, { at, observe: () => measured.push('first') });
  timeFrom(second, { at, observe: () => measured.push('second') });
  return { first, second, measured };
}

it('[WI28] measures a change once for all who are told it in one turn, and again for who is told it later', async () => {
  const { first, second, measured } = two();
  for (const each of [first, first, second, second, first]) noteTold(each);
  await turn();
  expect(measured).toEqual(['first', 'second']);
  noteTold(first);
  await turn();
  expect(measured).toEqual(['first', 'second', 'first']);
});

it('[WI28] measures behind what is due when the turn ends, as is the flush of the sockets', async () => {
  const { first, measured } = two();
  noteTold(first);
  process.nextTick(() => measured.push('flushed'));
  await turn();
  expect(measured).toEqual(['flushed', 'first']);
});

it('[WI28] measures nothing of what nobody was told, nor of what is told as the past', async () => {
  const { first, measured } = two();
  noteTold(change());
  await turn();
  expect(measured).toEqual([]);
  noteTold(first);
  await turn();
  expect(measured).toEqual(['first']);
});

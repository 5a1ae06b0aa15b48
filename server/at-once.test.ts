import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { AtOnce } from './at-once.ts';

it('[WI32] holds a place for each that is open, and for nobody else’s', () => {
  const atOnce = new AtOnce(2);
  const [first, second, third] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  expect([first, second, third].map((open) => atOnce.take('ann', open))).toEqual([true, true, false]);
  expect(atOnce.take('bob', new EventEmitter())).toBe(true);
  first.emit('close');
  expect(atOnce.take('ann', third)).toBe(true);
  expect(atOnce.take('ann', new EventEmitter())).toBe(false);
});

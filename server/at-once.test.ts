import { expect, it } from 'vitest';
import { AtOnce } from './at-once.ts';

it('[WI32] holds a place for each that is open, and for nobody else’s', () => {
  const atOnce = new AtOnce(2);
  const leave = atOnce.enter('ann');
  expect(atOnce.enter('ann')).not.toBeNull();
  expect(atOnce.enter('ann')).toBeNull();
  expect(atOnce.enter('bob')).not.toBeNull();
  leave?.();
  expect(atOnce.enter('ann')).not.toBeNull();
  expect(atOnce.enter('ann')).toBeNull();
});

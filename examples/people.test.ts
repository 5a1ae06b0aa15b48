import { expect, it } from 'vitest';
import { handleOf } from './people.ts';

it('gives every name a handle that the server takes', () => {
  for (const name of ['ada', 'A', '[a] b|c^', 'x'.repeat(100), 'Ünï', '']) {
    expect(handleOf(name)).toMatch(/^[a-z0-9_-]{2,32}$/);
  }
});

it('keeps names apart that differ in anything, and is the same in every run', () => {
  const names = ['ada', 'Ada', 'ada_', 'ada|', 'ada^', `${'x'.repeat(40)}1`, `${'x'.repeat(40)}2`];
  expect(new Set(names.map(handleOf)).size).toBe(names.length);
  expect(handleOf('Ada|away')).toBe('ada-away-' + handleOf('Ada|away').slice(-12));
  expect(handleOf('ada')).toBe(handleOf('ada'));
});

import { expect, it } from 'vitest';

import { hueOf, initialsOf } from './identity.ts';

it.each([
  ['Ana Lindqvist', 'AL'],
  ['  ana   maria de souza ', 'AS'],
  ['cher', 'C'],
  ['李 小龙', '李小'],
  ['👩‍👩‍👧 family', '👩‍👩‍👧F'],
  ['', ''],
])('the initials of %o are %o', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('a hue belongs to an id, and neighbours differ', () => {
  expect(hueOf('usr_1')).toBe(hueOf('usr_1'));
  const hues = new Set(Array.from({ length: 50 }, (_, index) => hueOf(`usr_${index}`)));
  expect(hues.size).toBeGreaterThan(35);
});

import { expect, it } from 'vitest';

import { hideMarks, onOneLine } from './plain.ts';

it.each([
  ['Look:\n```ts\nlet x;\n```\nand `npm test`', 'Look: let x; and npm test'],
  ['```npm test``` **is** ~~not~~ *enough*', 'npm test is not enough'],
  ['2 * 3 * 4 and ``` not code', '2 * 3 * 4 and ``` not code'],
  ['a *', 'a *'],
])('shows %j on one line without what would only be in the way', (body, line) => {
  expect(onOneLine(body)).toBe(line);
});

it.each(['`'.repeat(9_999), '~~a '.repeat(2_500), '*a '.repeat(3_000)])(
  'a body made to be slow is not (%#)',
  (body) => {
    const start = performance.now();
    hideMarks(body);
    expect(performance.now() - start).toBeLessThan(1_000);
  },
);

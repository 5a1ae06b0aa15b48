import { expect, it } from 'vitest';

import { formatDay, formatShort } from './format.ts';

const now = new Date(2025, 2, 12, 15, 0);
const at = (...moment: [number, number, number, number?, number?]) => new Date(...moment).toISOString();

it('says a moment in the width of a row', () => {
  expect(formatShort(at(2025, 2, 12, 15, 0), now)).toBe('now');
  expect(formatShort(at(2025, 2, 12, 14, 35), now)).toBe('25 min');
  expect(formatShort(at(2025, 2, 12, 9, 5), now)).toMatch(/^0?9.05/);
  expect(formatShort(at(2025, 2, 10), now)).toBe(
    new Intl.DateTimeFormat(undefined, { weekday: 'short' }).format(new Date(2025, 2, 10)),
  );
  expect(formatShort(at(2025, 0, 3), now)).not.toMatch(/2025/);
  expect(formatShort(at(2024, 0, 3), now)).toMatch(/2024/);
});

it('a clock that is behind the server says now', () => {
  expect(formatShort(at(2025, 2, 12, 15, 4), now)).toBe('now');
});

it('names today and yesterday, over a change of the clocks too', () => {
  expect(formatDay(at(2025, 2, 12, 0, 1), now)).toBe('Today');
  expect(formatDay(at(2025, 2, 11, 23, 59), now)).toBe('Yesterday');
  expect(formatDay(at(2025, 2, 29, 12), new Date(2025, 2, 30, 12))).toBe('Yesterday');
  expect(formatDay(at(2025, 2, 3), now)).toMatch(/2025/);
});

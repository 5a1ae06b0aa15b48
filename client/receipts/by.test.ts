import { expect, it } from 'vitest';

import { formatBy } from './by.ts';

it('[RC11] says by when at the latest, and of which day', () => {
  const now = new Date(2025, 2, 12, 15, 0);
  const by = (...moment: [number, number, number, number, number]) =>
    formatBy(new Date(...moment).toISOString(), now);
  expect(by(2025, 2, 12, 10, 12)).toMatch(/^by 10.12/);
  const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' }).format(new Date(2025, 2, 7));
  expect(by(2025, 2, 7, 10, 12)).toMatch(new RegExp(`^by ${weekday}.+10.12`));
  expect(by(2025, 0, 3, 10, 12)).not.toMatch(/2025/);
  expect(by(2025, 0, 3, 10, 12)).toMatch(/3.+10.12/);
  expect(by(2024, 0, 3, 10, 12)).toMatch(/2024.+10.12/);
});

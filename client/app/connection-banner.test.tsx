import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Connection } from '../live/connection.ts';
import { connection, waiting } from '../live/connection.ts';
import { ConnectionBanner } from './connection-banner.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  connection.set('online');
  waiting.set(0);
  render(<ConnectionBanner />);
});
afterEach(() => void vi.useRealTimers());

const become = (next: Connection) => act(() => connection.set(next));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => screen.getByRole('status').textContent;

it('says nothing of a cut that is mended at once', async () => {
  become('connecting');
  await pass(1_000);
  become('online');
  await pass(10_000);
  expect(shown()).toBe('');
});

it('says that it connects, and that it is back, for a moment', async () => {
  become('connecting');
  await pass(1_300);
  expect(shown()).toBe('Connecting…');
  become('online');
  await pass(1);
  expect(shown()).toBe('Back online.');
  await pass(3_000);
  expect(shown()).toBe('');
});

it('says how many messages wait, through every new try', async () => {
  become('offline');
  await pass(1_300);
  expect(shown()).toBe("You're offline. Parley reconnects by itself.");
  act(() => waiting.set(2));
  become('connecting');
  await pass(5_000);
  expect(shown()).toBe("You're offline. 2 messages wait to be sent.");
});

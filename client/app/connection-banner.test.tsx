import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Connection } from '../live/connection.ts';
import { connection, waiting } from '../live/connection.ts';
import { ConnectionBanner } from './connection-banner.tsx';

function open(first: Connection) {
  connection.set(first);
  render(<ConnectionBanner />);
}
beforeEach(() => {
  vi.useFakeTimers();
  waiting.set(0);
});
afterEach(() => void vi.useRealTimers());

const become = (next: Connection) => act(() => connection.set(next));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => screen.getByRole('status').textContent;

it('says nothing of a cut that is mended at once', async () => {
  open('online');
  become('connecting');
  await pass(1_900);
  become('online');
  await pass(10_000);
  expect(shown()).toBe('');
});

it('says that it connects, and that it is back, for a moment', async () => {
  open('online');
  become('connecting');
  await pass(2_100);
  expect(shown()).toBe('Connecting…');
  become('online');
  await pass(1);
  expect(shown()).toBe('Back online.');
  await pass(3_000);
  expect(shown()).toBe('');
});

it('says how many messages wait, through every new try', async () => {
  open('online');
  become('offline');
  await pass(2_100);
  expect(shown()).toBe("You're offline. Parley reconnects by itself.");
  act(() => waiting.set(2));
  become('connecting');
  await pass(5_000);
  expect(shown()).toBe("You're offline. 2 messages wait to be sent.");
});

it.each(['connecting', 'offline'] as const)('calls nobody back who was never there: %s', async (first) => {
  open(first);
  await pass(1_900);
  expect(shown()).toBe('');
  await pass(200);
  expect(shown()).not.toBe('');
  become('online');
  await pass(1);
  expect(shown()).toBe('');
});

import { pino } from 'pino';
import { afterEach, expect, it, vi } from 'vitest';
import type { LogEvent, Position } from '../../schema/log/event.ts';
import type { Log } from '../../schema/log/log.ts';
import { Tail } from './tail.ts';

let tail: Tail | undefined;
afterEach(async () => {
  await tail?.stop();
  vi.useRealTimers();
});

const event = (id: bigint) => ({ transaction: id, id }) as LogEvent;

/** Follows a log that has one more event each time it is looked at, and something that waits behind it. */
function followBusyLog(onEvent: (id: bigint) => void, onEnded?: () => void): Tail {
  const log = {
    isPresent: async () => onEnded === undefined,
    read: async ({ id }: Position) => ({
      events: [event(id + 1n)],
      heldBack: [event(id + 2n)],
      prunedThrough: 0n,
    }),
  } as unknown as Log;
  const batch = async (events: LogEvent[]) => events.forEach(({ id }) => onEvent(id));
  const on = { batch, heldBack: () => {}, forgotten: () => {}, ended: onEnded ?? (() => {}) };
  return new Tail(log, event(1n), on, pino({ level: 'silent' }));
}

it('looks again within milliseconds while the log grows, however long something waits at its end', async () => {
  const began = performance.now();
  await new Promise<void>((resolve) => {
    tail = followBusyLog((id) => id === 60n && resolve());
    tail.start();
  });
  // 60 times 4 ms; 60 times 50 ms would be three seconds.
  expect(performance.now() - began).toBeLessThan(2000);
  expect(tail?.heldBackMs).toBeLessThan(1000);
});

it('[LV14] finds that the log has ended also when the clock has been set back by a day', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await new Promise<void>((resolve) => {
    tail = followBusyLog(() => {}, resolve);
    vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
    tail.start();
  });
  expect(tail?.trouble).toContain('new epoch');
});

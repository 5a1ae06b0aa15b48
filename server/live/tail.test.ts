import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { LogEvent, Position } from '../../schema/log/event.ts';
import type { Log } from '../../schema/log/log.ts';
import { Tail } from './tail.ts';

let tail: Tail | undefined;
afterEach(() => tail?.stop());

const event = (id: bigint) => ({ transaction: id, id }) as LogEvent;

/** Follows a log that has one more event each time it is looked at, and something that waits behind it. */
function followBusyLog(onEvent: (id: bigint) => void): Tail {
  const log = {
    isPresent: async () => true,
    read: async ({ id }: Position) => ({
      events: [event(id + 1n)],
      heldBack: [event(id + 2n)],
      prunedThrough: 0n,
    }),
  } as unknown as Log;
  const batch = async (events: LogEvent[]) => events.forEach(({ id }) => onEvent(id));
  const on = { batch, heldBack: () => {}, forgotten: () => {}, ended: () => {} };
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

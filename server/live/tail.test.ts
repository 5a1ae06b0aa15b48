import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LogEvent, Position } from '../../schema/log/event.ts';
import type { Log } from '../../schema/log/log.ts';
import { Tail } from './tail.ts';

let tail: Tail | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await tail?.stop();
});

const event = (id: bigint) => ({ transaction: id, id }) as LogEvent;

interface Found {
  events: LogEvent[];
  heldBack: LogEvent[];
}

/** What lies behind a place. */
type Read = (after: Position) => Found | Promise<Found>;

const nothing: Found = { events: [], heldBack: [] };

/** Follows a log. @param onEnded where given, another epoch has begun */
function followLog(read: Read, onEvent: (id: bigint) => void = () => {}, onEnded?: () => void): Tail {
  const log = {
    isPresent: async () => onEnded === undefined,
    read: async (after: Position) => ({ ...(await read(after)), prunedThrough: 0n, now: 0 }),
  } as unknown as Log;
  const batch = async (events: LogEvent[]) => events.forEach(({ id }) => onEvent(id));
  const on = {
    batch,
    heldBack: () => {},
    forgotten: () => {},
    undone: () => {},
    ended: onEnded ?? (() => {}),
  };
  const followed = new Tail(log, event(1n), on, pino({ level: 'silent' }));
  followed.start();
  return followed;
}

/** One more event each time that it is looked at, and something that waits behind it. */
const busy: Read = ({ id }) => ({ events: [event(id + 1n)], heldBack: [event(id + 2n)] });

it('looks again within milliseconds while the log grows, however long something waits at its end', async () => {
  const seen: bigint[] = [];
  tail = followLog(busy, (id) => seen.push(id));
  // 60 times 4 ms; 60 times 50 ms would be three seconds.
  await vi.advanceTimersByTimeAsync(240);
  expect(seen.length).toBeGreaterThanOrEqual(60);
  expect(tail.heldBackMs).toBeLessThanOrEqual(4);
});

it('[WI16] looks each second where nobody says that there is more, and at once where somebody does', async () => {
  let looks = 0;
  tail = followLog(() => {
    looks += 1;
    return nothing;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(looks).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toBe(2);
  tail.hint();
  await vi.advanceTimersByTimeAsync(1);
  expect(looks).toBe(3);
});

it('[LV14] finds that the log has ended also when the clock has been set back by a day', async () => {
  let ended = false;
  tail = followLog(
    busy,
    () => {},
    () => (ended = true),
  );
  vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
  await vi.advanceTimersByTimeAsync(1100);
  expect(ended).toBe(true);
  expect(tail.trouble).toContain('new epoch');
});

it('[WI28] says how far behind it is while the log is not answered, and that it is not once it has been', async () => {
  let answer = (_found: Found) => {};
  const read = vi.fn<Read>(() => nothing);
  read.mockReturnValueOnce(nothing);
  read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  tail = followLog(read);
  await vi.advanceTimersByTimeAsync(999);
  expect(tail.behindMs).toBe(999);
  // The second look is not answered for four seconds.
  await vi.advanceTimersByTimeAsync(4001);
  expect(tail.behindMs).toBe(5000);
  answer(nothing);
  await vi.advanceTimersByTimeAsync(0);
  expect(tail.behindMs).toBe(4000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(tail.behindMs).toBe(0);
});

it('[WI28] says for how long something is held back, and nothing once it has come', async () => {
  const late = event(2n);
  let found: Found = { events: [], heldBack: [late] };
  const seen: bigint[] = [];
  tail = followLog(
    ({ id }) => (id < 2n ? found : nothing),
    (id) => seen.push(id),
  );
  await vi.advanceTimersByTimeAsync(3000);
  expect(tail.heldBackMs).toBe(3000);
  // All that can be read is.
  expect(tail.behindMs).toBeLessThanOrEqual(50);
  found = { events: [late], heldBack: [] };
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([2n]);
  expect(tail.heldBackMs).toBe(0);
});

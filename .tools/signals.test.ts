import { afterEach, expect, it, vi } from 'vitest';
import { deliverSignalsOnce } from './signals.mjs';

const emit = process.emit;

afterEach(() => {
  process.emit = emit;
  process.removeAllListeners('SIGINT');
  vi.useRealTimers();
});

it('swallows the copy of a signal that npm passes on, not a second one that a person sends', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const heard = vi.fn();
  process.on('SIGINT', heard);
  deliverSignalsOnce();

  process.emit('SIGINT', 'SIGINT');
  process.emit('SIGINT', 'SIGINT');
  expect(heard).toHaveBeenCalledTimes(1);

  vi.advanceTimersByTime(1500);
  process.emit('SIGINT', 'SIGINT');
  expect(heard).toHaveBeenCalledTimes(2);
});

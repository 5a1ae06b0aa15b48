import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TypingSignal } from './signal.ts';
import { typingWords } from './words.ts';

describe('typing line', () => {
  it.each([
    [[], ''],
    [['Ada'], 'Ada is typing…'],
    [['Ada', 'Bob'], 'Ada and Bob are typing…'],
    [['Ada', 'Bob', 'Cy'], 'Ada and 2 others are typing…'],
  ])('%j: %s', (names, words) => {
    expect(typingWords(names)).toBe(words);
  });
});

describe('typing signal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given at most every 3 s, and ended once by a pause', async () => {
    const tell = vi.fn<(typing: boolean) => void>();
    const signal = new TypingSignal(tell);
    for (let second = 0; second < 7; second++) {
      signal.typed();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(tell.mock.calls).toEqual([[true], [true], [true]]);
    await vi.advanceTimersByTimeAsync(10_000);
    signal.stopped();
    expect(tell.mock.calls).toEqual([[true], [true], [true], [false]]);
  });

  it('a sent message ends it without a word', async () => {
    const tell = vi.fn<(typing: boolean) => void>();
    const signal = new TypingSignal(tell);
    signal.typed();
    signal.sent();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tell.mock.calls).toEqual([[true]]);
  });
});

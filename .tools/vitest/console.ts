import { format } from 'node:util';
import { afterEach } from 'vitest';

/**
 * What lands on console.error is a fault that nobody asserted: an update outside act, a broken key, a swallowed rejection.
 * A test that means it says so with `vi.spyOn(console, 'error').mockImplementation(…)`.
 */
const seen: string[] = [];
const print = console.error;
console.error = (...args: unknown[]) => {
  seen.push(format(...args));
  print(...args);
};

afterEach(() => {
  const found = seen.splice(0);
  if (found.length > 0) throw new Error(`console.error was called:\n${found.join('\n')}`);
});

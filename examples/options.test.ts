import { expect, it } from 'vitest';
import { type Options, parseOptions } from './options.ts';

/** Of a command line that asks for a replay. */
function optionsOf(args: string[]): Options {
  const options = parseOptions(args);
  if (options === 'help') throw new Error('only the usage is asked for');
  return options;
}

it('needs files only', () => {
  const options = optionsOf(['one.raw.txt', 'two.raw.txt']);
  expect(options).toMatchObject({ files: ['one.raw.txt', 'two.raw.txt'], speed: Infinity, parallel: 4 });
  expect(options.url.href).toBe('http://localhost:4000/');
});

it('takes a speed, an address and a seed in any place', () => {
  const options = optionsOf(['--speed', '60', 'one.txt', '--url', 'https://chat.example', '--seed', '7']);
  expect(options).toMatchObject({
    files: ['one.txt'],
    speed: 60,
    seed: 7,
    url: new URL('https://chat.example'),
  });
  expect(optionsOf(['one.txt', '--speed', 'max']).speed).toBe(Infinity);
});

it.each([['--help'], ['one.txt', '-h']])('is asked for the usage alone: %j', (...args) => {
  expect(parseOptions(args)).toBe('help');
});

it.each([
  [[], 'Name at least one log file.'],
  [['x', '--speed', '0'], '--speed'],
  [['x', '--speed', 'fast'], '--speed'],
  [['x', '--url', 'localhost'], '--url'],
  [['x', '--seed', '1.5'], '--seed'],
  [['x', '--parallel', '0'], '--parallel'],
  [['x', '--what'], '--what'],
])('refuses %j in words', (args, words) => {
  expect(() => parseOptions(args)).toThrow(words);
});

import { expect, it } from 'vitest';
import { parseOptions } from './options.ts';

it('needs files only', () => {
  const options = parseOptions(['one.raw.txt', 'two.raw.txt']);
  expect(options).toMatchObject({ files: ['one.raw.txt', 'two.raw.txt'], speed: Infinity, parallel: 4 });
  expect(options.url.href).toBe('http://localhost:4000/');
});

it('takes a speed, an address and a seed in any place', () => {
  const options = parseOptions(['--speed', '60', 'one.txt', '--url', 'https://chat.example', '--seed', '7']);
  expect(options).toMatchObject({
    files: ['one.txt'],
    speed: 60,
    seed: 7,
    url: new URL('https://chat.example'),
  });
  expect(parseOptions(['one.txt', '--speed', 'max']).speed).toBe(Infinity);
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

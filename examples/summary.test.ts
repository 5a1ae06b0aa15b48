import { expect, it } from 'vitest';
import { type Figures, isProven, nothingDone, tellFile, tellTotal } from './summary.ts';

const good: Figures = {
  file: 'tea',
  lines: 100,
  people: 3,
  replies: 9,
  blank: 0,
  repeated: 1,
  cuts: 2,
  resumed: 2,
  sending: [1000, 2000],
  delivering: [1010, 2010],
  searched: [{ query: '"the"', found: 1234 }],
  wrong: [],
  broken: null,
};

it('says that every line came', () => {
  expect(isProven(good)).toBe(true);
  expect(tellFile(good)).toMatch(/^ok {4}tea: 100 lines, 3 people.* 100 sent\/s/);
  expect(tellFile(good)).toMatch(/\n {6}searched: "the" 1,234$/);
  expect(tellTotal([good, good], 3, 2500)).toMatch(
    /2 files: 200 lines.*\n.*2.5 s in all\nEvery line came once.* 2 searches found what the log holds.$/,
  );
});

it('names differences, ten of them a file', () => {
  const bad = { ...good, wrong: Array.from({ length: 12 }, (_, line) => `line ${line} is missing`) };
  expect(isProven(bad)).toBe(false);
  expect(tellFile(bad)).toMatch(/^WRONG tea[^]*line 9 is missing\n {6}and 2 more$/);
  expect(tellTotal([good, bad], 3, 2500)).toMatch(/\n12 differences: see above\.$/);
});

it('calls what broke off no difference', () => {
  const broken = nothingDone('fog', new Error('http://localhost:4000 does not answer'));
  expect(isProven(broken)).toBe(false);
  expect(tellFile(broken)).toBe('BROKE fog: not replayed to its end: http://localhost:4000 does not answer');
  const told = tellTotal([good, broken], 3, 2500);
  expect(told).toMatch(/\n1 file not replayed to the end: see above\.$/);
  expect(told).not.toContain('difference');
});

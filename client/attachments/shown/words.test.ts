import { expect, it } from 'vitest';

import { boxFor } from './box.ts';
import { formatSize, formatType, wordsForFiles } from './words.ts';

const file = (kind: 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE', name = 'report.pdf') => ({ kind, name });

it('says on one line what a message without words carries', () => {
  expect(wordsForFiles([])).toBe('');
  expect(wordsForFiles([file('IMAGE')])).toBe('Photo');
  expect(wordsForFiles([file('VIDEO')])).toBe('Video');
  expect(wordsForFiles([file('FILE')])).toBe('report.pdf');
  expect(wordsForFiles([file('IMAGE'), file('IMAGE')])).toBe('2 photos');
  expect(wordsForFiles([file('IMAGE'), file('FILE'), file('AUDIO')])).toBe('3 files');
});

it('says how large a file is and of what type', () => {
  expect([1, 2_500, 2_500_000].map((bytes) => formatSize(bytes))).toEqual(['1 byte', '2 kB', '2.4 MB']);
  expect(formatType({ name: 'report.pdf', contentType: 'application/pdf' })).toBe('PDF');
  expect(formatType({ name: 'report', contentType: 'application/pdf' })).toBe('pdf');
  expect(formatType({ name: 'a.much-too-long', contentType: 'x/y' })).toBe('y');
});

it('keeps a picture’s own shape, and something to hit', () => {
  expect(boxFor(1200, 900, true)).toEqual({ width: 320, height: 240 });
  expect(boxFor(900, 1200, true)).toEqual({ width: 240, height: 320 });
  expect(boxFor(100, 80, true)).toEqual({ width: 100, height: 80 });
  expect(boxFor(4000, 40, true)).toEqual({ width: 320, height: 44 });
  expect(boxFor(1, 1, true)).toEqual({ width: 44, height: 44 });
  expect(boxFor(1200, 900, false)).toEqual({ width: 197, height: 148 });
});

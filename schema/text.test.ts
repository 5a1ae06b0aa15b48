import { describe, expect, it } from 'vitest';
import { singleLine } from './text.ts';

const name = singleLine(100, 'too long');
const taken = (value: string) => name.safeParse(value).success;

describe('a name', () => {
  it.each(['Ada', 'Ада', '愛', 'عدا', '🦄', '<nick>', 'Zoë  von  Ö.', '…'])('[AC3] may be %s', (value) => {
    expect(taken(value)).toBe(true);
  });

  it.each([
    ['turned around', 'Ada \u202Egnp.exe'],
    ['isolated', '\u2067Ada'],
    ['of no width', '\u200B\u200B'],
    ['a mark on nothing', '\u0301'],
    ['of two lines', 'Ada\nLovelace'],
    ['blank', ' \u3000 '],
  ])('[AC3] [GR13] is not %s', (_how, value) => {
    expect(taken(value)).toBe(false);
  });
});

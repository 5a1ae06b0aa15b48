import type { Word } from './query.ts';

/** A part of a text, counted in characters. */
export interface TextRange {
  start: number;
  length: number;
}

export const rangesAtMost = 100;

/** What a search does not tell apart, and what Unicode does not take apart by itself. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Of each character, once it has been seen: to ask Unicode is slow, and texts are made of few. */
const folds = new Map<string, string>();
const foldsAtMost = 20_000;

function fold(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s/gu, ' ');
  const folded = letters[plain] ?? plain;
  if (folds.size < foldsAtMost) folds.set(character, folded);
  return folded;
}

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/**
 * Where a text holds the words, in order, those that touch or overlap as one. Where there are too many, each word has its share of
 * places, so that one that stands everywhere leaves room for the others.
 */
export function matchesIn(body: string, words: readonly Word[], atMost = rangesAtMost): TextRange[] {
  const characters = Array.from(body);
  // Of each character of the folded text, which one of the body it comes from: some become several, and some nothing.
  const from: number[] = [];
  let folded = '';
  for (const [index, character] of characters.entries()) {
    const plain = fold(character);
    // Blank space is one however wide it is.
    if (plain === ' ' && folded.endsWith(' ')) continue;
    folded += plain;
    for (let at = 0; at < plain.length; at += 1) from.push(index);
  }
  const found: TextRange[] = [];
  const share = Math.max(1, Math.floor(atMost / words.length));
  for (const { text, starts } of words) {
    let count = 0;
    const wanted = Array.from(text, fold).join('');
    if (wanted === '') continue;
    for (
      let at = folded.indexOf(wanted);
      at >= 0 && count < share;
      at = folded.indexOf(wanted, at + wanted.length)
    ) {
      const start = from[at] ?? 0;
      if (starts && isWord(characters[start - 1])) continue;
      count += 1;
      let end = (from[at + wanted.length - 1] ?? start) + 1;
      // What stands above or below a letter belongs to it, also where it is a character of its own.
      while (/^\p{M}$/u.test(characters[end] ?? '')) end += 1;
      found.push({ start, length: end - start });
    }
  }
  return joined(found.toSorted((a, b) => a.start - b.start)).slice(0, atMost);
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, length } of ranges) {
    const last = result.at(-1);
    if (last && start <= last.start + last.length) {
      last.length = Math.max(last.length, start + length - last.start);
    } else result.push({ start, length });
  }
  return result;
}

import { z } from 'zod';
import { countCharacters } from '../text.ts';

/** By what a message is told besides its words. */
interface Marks {
  /** Handles of authors, any of them; `me` is the viewer. */
  from: string[];
  /** Threads by id, name, or the handle of whom one talks with; any of them. */
  in: string[];
  has: Has[];
}

/** What somebody looks for, taken apart. */
export interface Sought extends Marks {
  /** Texts that a message holds, and texts that it does not. */
  words: Word[];
  without: Word[];
  /** Whatever bears any of these is not sought. */
  not: Marks;
  /** From the one moment on, up to the other. */
  since: Date | null;
  until: Date | null;
}

export interface Word {
  text: string;
  /** Words begin with it, where it is too short to be looked for within them. */
  starts: boolean;
}

/** An address in what was said; a picture, or any file, that came with it. */
const kinds = ['link', 'image', 'file'] as const;
export type Has = (typeof kinds)[number];

export const queryLimit = 500;
export const wordLimit = 20;

/** Scripts without spaces between words, as in `search_text` of the database. */
const unspaced =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;

/** `-from:"Ann Lee"` and the like: a minus, an operator, and a text with or without quotes. */
const part = /(-?)(?:(from|in|has|before|after):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

/** Control characters, too: one of them stands between a body and the names of files. */
const between = /[\s\p{Cc}]+/gu;

/**
 * A query as it is typed. What could be meant is understood: a quote that is not closed ends with the query, an operator
 * that there is none of is a text, a lone minus is nothing.
 */
export const queryRule = z.string().transform((typed, refusal): Sought => {
  const refuse = (message: string): never => {
    refusal.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (countCharacters(typed) > queryLimit) return refuse(`A search has at most ${queryLimit} characters.`);
  if (/\0|\p{Surrogate}/u.test(typed)) return refuse('No NUL and no lone surrogates.');
  const sought: Sought = {
    words: [],
    without: [],
    ...noMarks(),
    not: noMarks(),
    since: null,
    until: null,
  };
  for (const [whole, minus, key, quoted, bare] of typed.replaceAll(/[“”„«»]/gu, '"').matchAll(part)) {
    const value = (quoted ?? bare ?? '').replaceAll(between, ' ').trim();
    const operator = key?.toLowerCase();
    const marks = minus ? sought.not : sought;
    if (value === '' || whole === '-') continue;
    if (operator === 'from') marks.from.push(value.replace(/^@/, '').toLowerCase());
    else if (operator === 'in') marks.in.push(value);
    else if (operator === 'has') {
      const kind = kinds.find((each) => each === value.toLowerCase());
      if (!kind) return refuse(`has: takes ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}.`);
      marks.has.push(kind);
    } else if (!minus && (operator === 'before' || operator === 'after')) {
      const moment = momentOf(value);
      if (!moment) return refuse(`${operator}: takes a day, such as 2026-05-31, a month or a year.`);
      if (operator === 'before') sought.until = moment;
      else sought.since = moment;
    } else {
      const text = key ? `${key}:${value}` : value;
      (minus ? sought.without : sought.words).push({ text, starts: isShort(text) });
    }
  }
  const { words, without, from, in: threads, not } = sought;
  const count = [words, without, from, threads, not.from, not.in].flat().length;
  if (count > wordLimit) return refuse(`A search has at most ${wordLimit} words.`);
  return sought;
});

const noMarks = (): Marks => ({ from: [], in: [], has: [] });

/** Whether nothing is sought at all. */
export const isEmpty = ({ words, without, from, in: threads, has, not, since, until }: Sought): boolean =>
  [words, without, from, threads, has, not.from, not.in, not.has].every((list) => list.length === 0) &&
  !since &&
  !until;

/** Trigrams find what has three characters. */
const isShort = (text: string) =>
  countCharacters(text) < 3 && /^[\p{L}\p{N}]/u.test(text) && !unspaced.test(text);

/** The beginning of a day, a month or a year, in UTC. */
function momentOf(value: string): Date | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  if (!year || year === '0000') return null;
  const moment = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  // The 31st of February is no day, though some would take it for one in March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(`${year}-${month}-${day}`)
    ? moment
    : null;
}

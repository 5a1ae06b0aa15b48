import { hideMarks, withoutHidden } from '../messages/markdown/plain.ts';

interface TextRange {
  readonly start: number;
  readonly length: number;
}

/** A piece of what a message says, and whether it is what was sought. */
export interface Piece {
  readonly text: string;
  readonly lit: boolean;
}

/** How many characters are shown of a text, and how many of those in front of the first place that was found. */
interface Window {
  readonly shown: number;
  readonly inFront: number;
}
const ofBody: Window = { shown: 320, inFront: 80 };
/** On a phone a line holds some forty. */
const ofName: Window = { shown: 80, inFront: 12 };

/**
 * The part of a body where something was found, as plain text, cut where the found places begin and end. Places are in
 * characters of the body, as the API counts.
 */
export const snippetOf = (body: string, matches: readonly TextRange[]): Piece[] =>
  part(hideMarks(body), matches, ofBody)
    .map(({ text, lit }) => ({ text: withoutHidden(text), lit }))
    .filter(({ text }) => text !== '');

/** The part of a file's name where something was found. A name is shown as it is. */
export const nameSnippetOf = (name: string, matches: readonly TextRange[]): Piece[] =>
  part(name, matches, ofName);

function part(text: string, matches: readonly TextRange[], { shown, inFront }: Window): Piece[] {
  const characters = Array.from(text);
  const first = matches[0]?.start ?? 0;
  const from = first > inFront * 2 ? wordFrom(characters, first - inFront) : 0;
  const to = Math.min(characters.length, from + shown);
  const pieces = cut(characters, matches, from, to);
  if (from > 0) pieces.unshift({ text: '… ', lit: false });
  if (to < characters.length) pieces.push({ text: ' …', lit: false });
  return pieces;
}

function cut(
  characters: readonly string[],
  matches: readonly TextRange[],
  from: number,
  to: number,
): Piece[] {
  const pieces: Piece[] = [];
  const push = (start: number, end: number, lit: boolean) => {
    if (end > start) pieces.push({ text: characters.slice(start, end).join(''), lit });
  };
  let at = from;
  for (const { start, length } of matches) {
    // A message that was edited since may be shorter than what was found in it.
    if (start >= to) break;
    push(at, Math.max(at, start), false);
    push(Math.max(at, start), Math.min(to, start + length), true);
    at = Math.max(at, Math.min(to, start + length));
  }
  push(at, to, false);
  return pieces;
}

/** From the beginning of a word on, where one begins nearby. */
function wordFrom(characters: readonly string[], from: number): number {
  for (let at = from; at < from + 10; at += 1) if (/\s/u.test(characters[at - 1] ?? '')) return at;
  return from;
}

/** Whatever could start a Markdown construct or an automatic link. Most messages have none and never load the parser. */
const couldFormat = /[*_~`[\]<>|\\@]|https?:|www\.|^[ \t]*(?:[-+]|\d{1,9}[.)])(?:[ \t]|$)/im;

export function isPlain(body: string): boolean {
  return !couldFormat.test(body);
}

const fence = /^[ \t]*```[^\s`]*[ \t]*$/gmu;
/** What stands between a pair of them is looked for so far alone: 10,000 marks without an end would take seconds. */
const pair = /(\*{1,2}|~~|`{1,3})([^\s*~`](?:.{0,300}?\S)?)\1/gu;

/** In place of a mark: a character that no body has, since PostgreSQL stores none. */
const hidden = '\0';
const hide = (mark: string) => hidden.repeat(mark.length);

/** A body whose marks would only be in the way of reading it, each hidden in its place: all else stays where it was. */
export function hideMarks(body: string): string {
  return body
    .replace(fence, hide)
    .replace(pair, (_, mark: string, words: string) => hide(mark) + words + hide(mark));
}

export const withoutHidden = (text: string): string => text.replaceAll(hidden, '');

/** What a message says, in the room of one line. */
export function onOneLine(body: string): string {
  return withoutHidden(hideMarks(body.slice(0, 500))).replace(/\s+/gu, ' ');
}

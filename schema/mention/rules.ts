/** How many people one message may name. */
export const mentionLimit = 50;
export const tooManyNames = `A message names at most ${mentionLimit} people. What is code stands in backticks.`;

/** Where a line begins or ends what stands as code, also in a quote and in a list. */
const fence = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/u;
const quoted = /(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu;
/** Of a page: with what says so in front, or a domain with a path. */
const address = /(?:https?:\/\/|www\.|(?<![a-z0-9-])[a-z0-9-]{1,63}\.[a-z]{2,24}\/)[!-~]*/giu;

/** Between these and what stands beside them there need be no blank: the scripts of search/query.ts, by their names. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Khmr}]';
const within = `(?!${unspaced})[\\p{L}\\p{N}_]`;
/** A handle behind an @, or a wide one, that stands in no word: not in an address of mail. As client/mentions/name.ts has it. */
const named = new RegExp(`(?<!${within}|[@＠])[@＠]([a-z0-9_-]{2,32})(?!${within})`, 'giu');

const blank = (text: string): string => ' '.repeat(text.length);

/** What is quoted as code mentions nobody: `@types` is a package. A fence is closed by its like, or stands open to the end. */
function withoutFences(body: string): string {
  let open: string | undefined;
  const lines = body.split('\n').map((line) => {
    const mark = fence.exec(line)?.[1];
    if (open === undefined) {
      open = mark;
      return mark === undefined ? line : blank(line);
    }
    if (mark?.startsWith(open) && line.trimEnd().endsWith(mark)) open = undefined;
    return blank(line);
  });
  return lines.join('\n');
}

interface Written {
  /** In lower case. */
  name: string;
  /** Where it begins behind its @, in UTF-16 code units: what names nobody is left out, and its place kept. */
  start: number;
}

/** Names as they are written, in the order in which they stand. */
function placesIn(body: string): Written[] {
  if (!/[@＠]/u.test(body)) return [];
  const text = withoutFences(body).replaceAll(quoted, blank).replaceAll(address, blank);
  return Array.from(text.matchAll(named), ({ index, 1: name = '' }) => ({
    name: name.toLowerCase(),
    start: index + 1,
  }));
}

/** Each once. */
const writtenIn = (body: string): string[] => [...new Set(placesIn(body).map(({ name }) => name))];

/** A sign that ends a sentence may also end a handle. */
function bare(name: string): string {
  const short = name.replace(/[_-]+$/u, '');
  return short.length < 2 ? name : short;
}

/**
 * Whom a body may mention: handles in lower case, each once. `@ada-` is tried as both `ada-` and `ada`. What stands only among replies
 * is for who follows them: it calls nobody by `@all`.
 */
export function namesIn(body: string, onlyInReplies = false): string[] {
  const names = new Set(writtenIn(body).flatMap((name) => [name, bare(name)]));
  if (onlyInReplies) names.delete('all');
  return [...names];
}

/** Whether it names no more than it may, each counted once. */
export const isFewNames = (body: string): boolean => new Set(writtenIn(body).map(bare)).size <= mentionLimit;

/**
 * A body that names others as before, and by somebody's handle nobody any more.
 * @param others the handles of whom it names besides: where one of them is `ada-`, `@ada-` is theirs, and not of `ada`
 */
export function withoutHandle(
  body: string,
  handle: string,
  instead: string,
  others: readonly string[],
): string {
  let text = '';
  let end = 0;
  for (const { name, start } of placesIn(body)) {
    const isTheirs = name === handle || (bare(name) === handle && !others.includes(name));
    if (!isTheirs) continue;
    text += body.slice(end, start) + instead;
    end = start + handle.length;
  }
  return text + body.slice(end);
}

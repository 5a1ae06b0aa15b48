import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, type MessagePage, searchMessages } from './operations.ts';
import type { Session } from './session.ts';

/** What was searched for, as it was typed, and how many lines it was found in. */
export interface Searched {
  query: string;
  found: number;
}

const pageSize = 100;
/** How long a search may miss what was said a moment ago. */
const patience = 10_000;
const betweenTries = 250;

/** How many of each kind are looked for in a log. */
const wanted = { common: 2, rare: 3, odd: 3 };

/**
 * Texts to search for, drawn from what the log holds: words that many lines hold and words that one does, words with signs in them as
 * in commands and paths, the beginning of one, two that stand together, and two that do not.
 * @returns of each search, the texts that a message must hold
 */
export function chooseSearches(bodies: string[], random: () => number): string[][] {
  const counts = new Map<string, number>();
  for (const body of bodies)
    for (const word of new Set(wordsOf(body))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()];
  const plainWords = words.filter((word) => /^[a-z]{3,}$/i.test(word));
  const byCount = plainWords.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const common = drawn(byCount.slice(0, 20), wanted.common, random);
  const rare = plainWords.filter((word) => counts.get(word) === 1);
  const odd = words.filter((word) => /[a-z]/i.test(word) && /[^a-z0-9]/i.test(word.slice(1, -1)));
  const pairs = bodies.flatMap((body) => [...(/\S{2,} \S{2,}/.exec(body) ?? [])]).filter(isTypeable);
  return [
    ...[...common, ...drawn(rare, wanted.rare, random), ...drawn(odd, wanted.odd, random)].map((word) => [
      word,
    ]),
    ...drawn(plainWords, 1, random).map((word) => [word.slice(0, 2)]),
    ...drawn(pairs, 1, random).map((pair) => [pair]),
    ...(common.length > 1 ? [common] : []),
  ];
}

/** In quotes a text is nothing but a text, whatever it holds. */
export const queryOf = (texts: string[]): string => texts.map((text) => `"${text}"`).join(' ');

/**
 * Whether a message is found, by the documented rules: it holds every text, without regard to case and accents, also within longer
 * words, but one of one or two letters only where a word begins.
 * @returns null for one that holds more than Latin letters and plain signs: what is taken for what there goes beyond this example
 */
export function holds(body: string, texts: string[]): boolean | null {
  const plain = plainOf(body);
  if (plain === null) return null;
  return texts.every((text) => {
    const sought = plainOf(text) ?? text;
    if (!/^[a-z0-9]{1,2}$/.test(sought)) return plain.includes(sought);
    return plain.split(/[^a-z0-9_]+/).some((word) => word.startsWith(sought));
  });
}

/** Searches for all of it, and says what of that was not found, or should not have been, or stood in another place. */
export async function proveSearches(
  session: Session,
  threadId: string,
  lines: { id: string; line: number; body: string }[],
  random: () => number,
): Promise<{ searched: Searched[]; wrong: string[] }> {
  const searched: Searched[] = [];
  const wrong: string[] = [];
  for (const texts of chooseSearches(
    lines.map(({ body }) => body),
    random,
  )) {
    const query = queryOf(texts);
    const unclear = new Set(lines.filter(({ body }) => holds(body, texts) === null).map(({ id }) => id));
    const expected = lines.filter(({ body }) => holds(body, texts));
    const since = Date.now();
    let found: Message[];
    let differences: string[];
    do {
      found = await readFound(session, threadId, query);
      differences = searchDifferences(
        expected.toReversed(),
        found.filter(({ id }) => !unclear.has(id)),
      );
      if (differences.length > 0) await sleep(betweenTries);
    } while (differences.length > 0 && Date.now() - since < patience);
    searched.push({ query, found: found.length });
    wrong.push(...differences.map((difference) => `search for ${query}: ${difference}`));
  }
  return { searched, wrong };
}

/** @param expected newest first, as what is found stands */
export function searchDifferences(expected: { id: string; line: number }[], found: Message[]): string[] {
  const lines = new Map(expected.map(({ id, line }) => [id, line]));
  const ids = found.map(({ id }) => id);
  const missing = expected.filter(({ id }) => !ids.includes(id));
  const others = found.filter(({ id }, place) => !lines.has(id) || ids.indexOf(id) < place);
  if (missing.length > 0 || others.length > 0)
    return [
      ...missing.map(({ line }) => `line ${line} is not found`),
      ...others.map(({ id, body }) => `${id} should not be found, or not again: ${JSON.stringify(body)}`),
    ];
  const place = ids.findIndex((id, index) => id !== expected[index]?.id);
  return place < 0 ? [] : [`line ${expected[place]?.line} does not stand in its place`];
}

/** All that a search finds, page by page. */
async function readFound(session: Session, threadId: string, query: string): Promise<Message[]> {
  const found: Message[] = [];
  let page: MessagePage | undefined;
  do {
    const after: string | null = page?.pageInfo.endCursor ?? null;
    page = (await session.query(searchMessages, { threadId, query, first: pageSize, after })).searchMessages;
    found.push(...page.edges.map(({ node }) => node));
  } while (page.pageInfo.hasNextPage);
  return found;
}

/** No longer than a query may be, and without the quotes that would end it. */
const isTypeable = (text: string) =>
  text.length <= 100 && !/["“”„«»\p{C}]/u.test(text) && plainOf(text) !== null;

const wordsOf = (body: string): string[] =>
  body.split(/\s+/).filter((word) => word.length > 2 && isTypeable(word));

/** In small letters without accents, on one line. */
function plainOf(body: string): string | null {
  const plain = body
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s/g, ' ');
  return /^\p{ASCII}*$/u.test(plain) ? plain : null;
}

/** Some of these, none of them twice. */
function drawn<Thing>(from: Thing[], count: number, random: () => number): Thing[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

import { describe, expect, it } from 'vitest';
import { parseLog } from './irc-log.ts';
import type { Message } from './operations.ts';
import { seededRandom } from './pace.ts';
import { chooseSearches, holds, queryOf, searchDifferences } from './searches.ts';

const { messages } = parseLog(`[09:14] <ada> the modem is at /dev/ttyS0, the café is not
[09:14] <bob> ada: is it the one of "tea"?
=== cy has joined #room
[09:15] <ada> bob: try sudo apt-get install -f; the_rest is 100% magic
[09:15] <bob> that one, the same as ever
`);
const bodies = messages.map(({ text }) => text);
const lines = messages.map(({ line, text }) => ({ line, id: `msg_${line}`, body: text }));
const found = (texts: string[]) => lines.filter(({ body }) => holds(body, texts)).map(({ line }) => line);

describe('what is searched for', () => {
  it('is the same for the same seed, and stands in the log', () => {
    const chosen = chooseSearches(bodies, seededRandom(7));
    expect(chooseSearches(bodies, seededRandom(7))).toEqual(chosen);
    expect(chosen.length).toBeGreaterThan(5);
    for (const texts of chosen.slice(0, -1)) expect(found(texts).length).toBeGreaterThan(0);
  });

  it('holds words of many lines, of one, and with signs in them, but no quotes', () => {
    const chosen = Array.from({ length: 40 }, (_, seed) => chooseSearches(bodies, seededRandom(seed))).flat(
      2,
    );
    expect(chosen).toEqual(expect.arrayContaining(['the', 'sudo', 'apt-get', '/dev/ttyS0,', 'the_rest']));
    expect(chosen.join('')).not.toContain('"');
  });

  it('is typed in quotes, so that it is nothing but a text', () => {
    expect(queryOf(['-f;', 'from:bob'])).toBe('"-f;" "from:bob"');
  });
});

describe('a line is found', () => {
  it('that holds every text, in any case, without accents, also within words', () => {
    expect(found(['MODEM', 'cafe'])).toEqual([0]);
    expect(found(['one', 'the'])).toEqual([1, 4]);
    expect(found(['pt-get inst'])).toEqual([3]);
    expect(found(['0% m'])).toEqual([3]);
    expect(found(['the_r'])).toEqual([3]);
    expect(found(['theXr'])).toEqual([]);
  });

  it('by one or two letters only where a word begins', () => {
    expect(found(['on'])).toEqual([1, 4]);
    expect(found(['ne'])).toEqual([]);
    expect(found(['re'])).toEqual([]);
  });

  it('or is left out, where it holds what this does not know', () => {
    expect(holds('чай', ['tea'])).toBeNull();
    expect(holds('don’t', ["don't"])).toBeNull();
  });
});

it('differences are lines that are missing, that should not be there, or that stand elsewhere', () => {
  const [one, two, three] = lines.map(({ id, body }, place) => ({
    id,
    body,
    seq: place + 1,
    author: null,
    replyTo: null,
  })) as [Message, Message, Message];
  expect(searchDifferences(lines.slice(0, 2), [one, two])).toEqual([]);
  expect(searchDifferences(lines.slice(0, 2), [one])).toEqual(['line 1 is not found']);
  expect(searchDifferences(lines.slice(0, 2), [one, two, three])[0]).toMatch(/^msg_3 should not be found/);
  expect(searchDifferences(lines.slice(0, 1), [one, one])[0]).toMatch(
    /^msg_0 should not be found, or not again/,
  );
  expect(searchDifferences(lines.slice(0, 2), [two, one])).toEqual(['line 0 does not stand in its place']);
});

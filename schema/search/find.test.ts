import { expect, it } from 'vitest';
import type { Sql } from '../../prisma/statements.ts';
import { newId } from '../id.ts';
import { wayFor } from './find.ts';
import { queryRule } from './query.ts';

/** In a million messages, as PostgreSQL guesses them. */
interface Guessed {
  /** How many hold the words. */
  holding: number;
  /** How many are of whom and when it is asked for. */
  marked?: number;
  /** How many of both. */
  hits?: number;
  /** How many there are in the viewer's threads, or in those of them that are asked for. */
  own: number;
  threads: number;
}

const guessing = ({ holding, marked = 1e6, hits = holding, own, threads }: Guessed): Sql => ({
  planned: async <Row>(_name: string, { text }: { text: string }) => {
    const rows = !text.includes('search_text') ? marked : text.includes('authorId') ? hits : holding;
    return [{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': rows } }] } as Row];
  },
  all: async <Row>() => [{ all: 1e6, own, threads } as Row],
});

const inAll = { own: 1e6, threads: 1000 };

it.each<[string, string, Guessed]>([
  ['index', 'a rare word', { holding: 50, ...inAll }],
  ['walk', 'a frequent word, by who sees much', { holding: 200_000, ...inAll }],
  ['threads', 'a frequent word, by who sees little', { holding: 200_000, own: 2000, threads: 10 }],
  ['threads', 'as many hits as there are messages to see', { holding: 1849, own: 2000, threads: 10 }],
  ['index', 'a rare word, by who sees little', { holding: 50, own: 2000, threads: 10 }],
  [
    'threads',
    'a frequent word in a small group, where it is rare',
    { holding: 41_000, hits: 8, own: 200, threads: 1 },
  ],
  [
    'index',
    'a frequent word of who says little',
    { holding: 200_000, marked: 30, hits: 6, own: 100_000, threads: 500 },
  ],
])('[SE8] the way is %s where the least is to be read: %s', async (way, _what, guessed) => {
  // Somebody else each time, and another word: what was guessed for the last is kept.
  const viewerId = newId('usr');
  const search = {
    viewerId,
    sought: queryRule.parse(viewerId),
    scope: { authors: [viewerId], threads: null, notAuthors: [] },
  };
  expect(await wayFor(guessing(guessed), search, 21)).toBe(way);
});

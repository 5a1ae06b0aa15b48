import type { Sought } from '../anchors/search-sql.ts';
import { author, day, groupName, other, rareWord, word } from './search-world.ts';

/** One question: as a person types it, and as the fields of a form. */
export interface Case {
  title: string;
  query: string;
  byHand: Omit<Sought, 'userId'>;
}

const words = [
  { what: 'One message in 20,000', sought: [rareWord] },
  { what: 'One in 100', sought: [word(100)] },
  { what: 'One in 5', sought: [word(0)] },
  { what: 'Two words', sought: [word(5), word(6)] },
];

const newest = words.map(({ what, sought }): Case => ({
  title: `${what}, newest first`,
  query: sought.join(' '),
  byHand: { words: sought },
}));

const best = words.map(({ what, sought }): Case => ({
  title: `${what}, by relevance`,
  query: sought.join(' '),
  byHand: { words: sought, best: true },
}));

const phrase = `${word(0)} ${word(1)}`;

const narrowed: Case[] = [
  {
    title: 'A word of somebody’s, of late',
    query: `${word(100)} from:${author} after:${day(30)}`,
    byHand: { words: [word(100)], from: author, after: day(30) },
  },
  {
    title: 'What somebody pointed to, some time ago',
    query: `has:link from:${other} before:${day(50)}`,
    byHand: { hasLink: true, from: other, before: day(50) },
  },
  {
    title: 'A word in a group, by its name',
    query: `${word(5)} in:"${groupName}"`,
    byHand: { words: [word(5)], in: groupName },
  },
  {
    title: 'Two words together and not a third, some time ago',
    query: `"${phrase}" -${word(2)} before:${day(50)}`,
    byHand: { words: [phrase], without: [word(2)], before: day(50) },
  },
];

export const cases: readonly Case[] = [...newest, ...best, ...narrowed];

import { describe, expect, it } from 'vitest';
import type { Message } from './operations.ts';
import { differences, gaps } from './proof.ts';

const ada = { handle: 'ada', displayName: 'Ada' };
const bob = { handle: 'bob', displayName: 'Bob' };
const expected = [
  { line: 10, id: 'a', body: 'one', author: ada, replyTo: null },
  { line: 12, id: 'b', body: 'two', author: bob, replyTo: { id: 'a' } },
  { line: 13, id: 'c', body: 'three', author: ada, replyTo: null },
];
const seen: Message[] = expected.map(({ id, body, author, replyTo }, place) => ({
  id,
  body,
  author,
  replyTo,
  seq: place + 1,
}));
const [one, two, three] = seen as [Message, Message, Message];

describe('differences', () => {
  it('are none, when every line came once and in order; system lines do not count', () => {
    expect(differences(expected, [{ ...one, id: 's', author: null, body: 'Ada joined' }, ...seen])).toEqual(
      [],
    );
  });

  it('are lines that are missing, came again, came late, or that nobody said', () => {
    expect(differences(expected, [one, three])).toEqual(['line 12 is missing']);
    expect(differences(expected, [one, two, two, three])).toEqual(['line 12 came again']);
    expect(differences(expected, [two, one, three])).toEqual(['line 10 came after line 12']);
    expect(differences(expected, [...seen, { ...one, id: 'x' }])).toEqual(['x is no line of the log: "one"']);
  });

  it('are a changed text, author or reply', () => {
    expect(differences(expected, [one, { ...two, body: 'two ' }, three])).toEqual([
      'line 12: text "two" became "two "',
    ]);
    expect(differences(expected, [one, { ...two, author: ada }, three])).toEqual([
      'line 12: author "bob" became "ada"',
      'line 12: author\'s name "Bob" became "Ada"',
    ]);
    expect(differences(expected, [one, { ...two, replyTo: null }, three])).toEqual([
      'line 12: reply "a" became undefined',
    ]);
  });
});

it('gaps are numbers that are not one more than the one before', () => {
  expect(gaps(seen)).toEqual([]);
  expect(gaps([one, { ...three, seq: 3 }])).toEqual(['message 2 has seq 3']);
});

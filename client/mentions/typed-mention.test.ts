import { expect, it } from 'vitest';

import { calledSo, mentionIn, typedMention } from './typed-mention.ts';

it('knows a mention that is being typed, and an address from one', () => {
  expect(typedMention('Hello @Ad', 9)).toEqual({ name: 'ad', start: 6 });
  expect(typedMention('@', 1)).toEqual({ name: '', start: 0 });
  expect(typedMention('(@bo', 4)).toEqual({ name: 'bo', start: 1 });
  for (const text of ['请看@ada', '＠ada', '@bo/@ada', 'Well...@ada', 'https://a.b/，@ada'])
    expect(typedMention(text, text.length)).toEqual({ name: 'ada', start: text.length - 4 });
  for (const text of ['mail ada@example', 'https://a.b/@ada', 'a.org/@ada', '@ada ', '@@ada', 'none'])
    expect([text, typedMention(text, text.length)]).toEqual([text, null]);
});

it('puts a handle in its place', () => {
  expect(mentionIn('Hi @a, tea?', 5, { name: 'a', start: 3 }, 'ada')).toEqual({
    text: 'Hi @ada , tea?',
    caret: 8,
  });
  expect(mentionIn('@a tea', 2, { name: 'a', start: 0 }, 'ada')).toEqual({ text: '@ada tea', caret: 5 });
});

it('finds people by handle and by any part of their name, the beginnings first', () => {
  const people = [
    { handle: 'lindo', displayName: 'Zed' },
    { handle: 'bo', displayName: 'Bo Lindqvist' },
    { handle: 'cy', displayName: 'Blin' },
  ];
  expect(calledSo(people, 'lin').map(({ handle }) => handle)).toEqual(['lindo', 'bo', 'cy']);
  expect(calledSo(people, 'x')).toEqual([]);
});

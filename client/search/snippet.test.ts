import { expect, it } from 'vitest';

import { type Piece, nameSnippetOf, snippetOf } from './snippet.ts';

const marked = (pieces: Piece[]) => pieces.map(({ text, lit }) => (lit ? `[${text}]` : text)).join('');

const shown = (body: string, ...matches: { start: number; length: number }[]) =>
  marked(snippetOf(body, matches));

it('lights up what was found, counted in characters', () => {
  expect(shown('red fox', { start: 4, length: 3 })).toBe('red [fox]');
  expect(shown('🦊🦊 fox 🦊', { start: 3, length: 3 }, { start: 7, length: 1 })).toBe('🦊🦊 [fox] [🦊]');
  expect(shown('nothing')).toBe('nothing');
});

it('begins near the first place, and says what it leaves out', () => {
  const body = `${'word '.repeat(200)}fox${' word'.repeat(200)}`;
  const text = shown(body, { start: 1000, length: 3 });
  expect(text).toMatch(/^… word .*word \[fox\] word.* …$/s);
  expect(text.length).toBeLessThan(340);
});

it('stays within a body that was edited since', () => {
  expect(shown('short', { start: 3, length: 40 }, { start: 90, length: 2 })).toBe('sho[rt]');
});

it('shows no marks of formatting, and lights up the same words', () => {
  expect(shown('a **red fox** of `fox()`', { start: 8, length: 3 }, { start: 18, length: 3 })).toBe(
    'a red [fox] of [fox]()',
  );
  expect(shown('See:\n```ts\nfox();\n```', { start: 11, length: 3 })).toBe('See:\n\n[fox]();\n');
});

it('shows a name as it is, from near the first place on', () => {
  expect(marked(nameSnippetOf('**draft**.pdf', [{ start: 2, length: 5 }]))).toBe('**[draft]**.pdf');
  const name = `${'x'.repeat(100)} third rev.pdf`;
  expect(marked(nameSnippetOf(name, [{ start: 101, length: 5 }]))).toBe(
    `… ${'x'.repeat(11)} [third] rev.pdf`,
  );
  expect(marked(nameSnippetOf('y'.repeat(100), []))).toBe(`${'y'.repeat(80)} …`);
});

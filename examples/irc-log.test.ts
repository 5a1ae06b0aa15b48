import { describe, expect, it } from 'vitest';
import { parseLog } from './irc-log.ts';

const log = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
const texts = (...lines: string[]) => parseLog(log(...lines)).messages.map(({ nick, text }) => [nick, text]);

describe('what people say', () => {
  it('is a nick and the words after one space', () => {
    expect(texts('[09:14] <ada> hello', '[09:14] <bob>   indented ')).toEqual([
      ['ada', 'hello'],
      ['bob', '  indented '],
    ]);
  });

  it('may be empty, with and without the space', () => {
    expect(texts('[09:14] <ada> ', '[09:14] <bob>')).toEqual([
      ['ada', ''],
      ['bob', ''],
    ]);
  });

  it('keeps odd nicks and odd characters letter for letter', () => {
    expect(texts('[09:14] <[a] b|c^> <x> \u0008\ufeff\u2028é \u{1f600}')).toEqual([
      ['[a] b|c^', '<x> \u0008\ufeff\u2028é \u{1f600}'],
    ]);
  });

  it('may be an action or a notice, which keep their marks', () => {
    expect(texts('[09:14]  * ada waves', '[09:14]  * bob', '[09:15] -cy:#room- hear, hear')).toEqual([
      ['ada', ' * ada waves'],
      ['bob', ' * bob'],
      ['cy', '-cy:#room- hear, hear'],
    ]);
  });
});

describe('other lines', () => {
  it('are counted: system lines, and what no log should hold', () => {
    const parsed = parseLog(
      log('=== ada [~a@b]  has joined #room', '', 'noise', '[9:14] <ada> hm', '[09:14] ada'),
    );
    expect(parsed).toMatchObject({ messages: [], systemLines: 1, unreadableLines: [1, 2, 3, 4] });
  });

  it('of a file with CRLF or without an end of line read the same', () => {
    expect(parseLog('[09:14] <ada> one\r\n[09:14] <ada> two').messages.map(({ text }) => text)).toEqual([
      'one',
      'two',
    ]);
  });
});

describe('annotations', () => {
  const three = log('[09:14] <ada> one', '=== bob has joined', '[09:14] <bob> two', '[09:15] <ada> three');
  const answers = (annotations: string) =>
    parseLog(three, annotations).messages.map(({ answersLine }) => answersLine);

  it('count every line from 0', () => {
    expect(answers('0 0 -\n0 2 -\n2 3 -\n')).toEqual([null, 0, 2]);
  });

  it('give the latest of several answered lines, and count the others', () => {
    expect(answers('2 3 -\n0 3 -\n')).toEqual([null, null, 2]);
    expect(parseLog(three, '2 3 -\n0 3 -\n').furtherAnswers).toBe(1);
  });

  it('that point forward or make no sense are not answers', () => {
    expect(answers('3 2 -\nx y -\n\n')).toEqual([null, null, null]);
  });
});

it('the clock goes on after midnight, and a small step back is no new day', () => {
  const minutes = parseLog(log('[23:58] <a> x', '[23:57] <a> y', '[00:01] <a> z')).messages.map(
    ({ minute }) => minute,
  );
  expect(minutes).toEqual([1438, 1437, 1441]);
});

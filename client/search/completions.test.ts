import { expect, it } from 'vitest';

import { complete, finished, plainWords, typedBefore } from './completions.ts';

it('knows the operator that the caret stands in', () => {
  expect(typedBefore('tea from:a', 10)).toEqual({ operator: 'from', value: 'a', start: 9 });
  expect(typedBefore('FROM:@Ad', 8)).toEqual({ operator: 'from', value: 'ad', start: 5 });
  expect(typedBefore('in:"Reading ci', 14)).toEqual({ operator: 'in', value: 'reading ci', start: 3 });
  expect(typedBefore('has:', 4)).toEqual({ operator: 'has', value: '', start: 4 });
  expect(typedBefore('tea -from:a', 11)).toEqual({ operator: 'from', value: 'a', start: 10 });
  for (const query of ['tea', 'from:ada ', 'in:"Reading circle" ', 'http://a', 'whence:from', 'tea--from:a'])
    expect([query, typedBefore(query, query.length)]).toEqual([query, null]);
});

it('puts a value in its place, in quotes where it has blanks', () => {
  const at = (query: string, caret: number, value: string) =>
    complete(query, caret, typedBefore(query, caret)!, value);
  expect(at('from:a', 6, 'ada')).toEqual({ query: 'from:ada ', caret: 9 });
  expect(at('-from:a', 7, 'ada')).toEqual({ query: '-from:ada ', caret: 10 });
  expect(at('from:ad tea', 6, 'ada')).toEqual({ query: 'from:ada tea', caret: 9 });
  expect(at('tea in:"read', 12, 'Reading circle')).toEqual({ query: 'tea in:"Reading circle" ', caret: 24 });
});

it('waits for what belongs behind an operator', () => {
  expect(finished('tea from: ')).toBe('tea');
  expect(finished('in:"')).toBe('');
  expect(finished('from:ada ')).toBe('from:ada');
});

it('tells words from operators', () => {
  expect(plainWords('from:ada "red tea" -milk in:"Reading circle" -from:bo -in:"Old circle" cup')).toBe(
    'red tea cup',
  );
});

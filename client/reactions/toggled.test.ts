import { expect, it } from 'vitest';

import type { Reaction } from '../messages/list/row.ts';
import { toggled } from './toggled.ts';

const group = (emoji: string, count: number, viewerReacted = false): Reaction => ({
  __typename: 'ReactionGroup',
  emoji,
  count,
  viewerReacted,
});

it('adds the viewer to a kind, or a kind at the end, and takes them away again with the last of it', () => {
  const before = [group('👍', 2), group('🎉', 1, true)];
  expect(toggled(before, '👍', true)).toEqual([group('👍', 3, true), group('🎉', 1, true)]);
  expect(toggled(before, '🐌', true)).toEqual([...before, group('🐌', 1, true)]);
  expect(toggled(before, '🎉', false)).toEqual([group('👍', 2)]);
  expect(toggled(before, '🎉', true)).toEqual(before);
  expect(toggled(before, '👍', false)).toEqual(before);
});

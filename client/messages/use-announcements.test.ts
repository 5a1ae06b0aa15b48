import { expect, it } from 'vitest';

import type { Message } from './list/row.ts';
import { wordsForNew } from './use-announcements.ts';

const message = (body: string, name: string | null): Message => ({
  __typename: 'Message',
  id: body,
  seq: 1,
  body,
  createdAt: '2025-01-01T00:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author:
    name === null
      ? null
      : { __typename: 'User', id: name, handle: name, displayName: name, avatarUrl: null, bot: false },
  replyTo: null,
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
});

it('says a few new messages with their authors, and many as a number', () => {
  expect(wordsForNew([])).toBe('');
  expect(wordsForNew([message('hi', 'Ada'), message('Ada left', null)])).toBe('Ada: hi. Ada left');
  expect(wordsForNew(Array.from({ length: 4 }, () => message('x', 'Ada')))).toBe('4 new messages');
});

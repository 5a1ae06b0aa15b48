import { ApolloProvider } from '@apollo/client/react';
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { unanswered } from '../live/connection.ts';
import type { Message } from './list/row.ts';
import type { Outbox } from './outbox/outbox.ts';
import { useMessageCommands } from './use-message-commands.ts';

const message: Message = {
  __typename: 'Message',
  id: 'msg_1',
  seq: 1,
  body: 'Hello',
  createdAt: '2025-03-03T12:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
  author: null,
  replyTo: null,
};
const refused = { __typename: 'NotFoundError', code: 'NOT_FOUND', reason: 'Gone.' };

it('counts edits and deletions for as long as they are shown and not answered', async () => {
  type Answer = Record<string, unknown> | Error;
  const held: ((answer: Answer) => void)[] = [];
  const hold = () => new Promise<Answer>((resolve) => void held.push(resolve));
  const { client } = answeringClient({ EditMessage: hold, DeleteMessage: hold });
  const { result } = renderHook(() => useMessageCommands('thr_1', {} as Outbox), {
    wrapper: ({ children }) => <ApolloProvider client={client}>{children}</ApolloProvider>,
  });
  await act(async () => {
    void result.current.edit(message, 'Hello!');
    void result.current.remove(message);
  });
  expect(unanswered.get()).toBe(2);
  await act(async () => held[0]?.({ editMessage: refused }));
  await vi.waitFor(() => expect(unanswered.get()).toBe(1));
  await act(async () => held[1]?.(new TypeError('Failed to fetch')));
  await vi.waitFor(() => expect(unanswered.get()).toBe(0));
});

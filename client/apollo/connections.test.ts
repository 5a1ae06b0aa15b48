import { expect, it } from 'vitest';

import type { ConversationQuery } from '../generated/graphql.ts';
import { ConversationDocument } from '../generated/graphql.ts';
import { createCache } from './cache.ts';

const threadId = 'thr_1';

function page(first: number, last: number, end: number): ConversationQuery {
  const node = (seq: number) => ({
    __typename: 'Message' as const,
    id: `msg_${seq}`,
    seq,
    body: `${seq}`,
    createdAt: '',
    editedAt: null,
    deletedAt: null,
    attachments: [],
    reactions: [],
    author: null,
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
  const seqs = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    thread: {
      __typename: 'Thread',
      id: threadId,
      kind: 'GROUP',
      name: 'Group',
      participantCount: 2,
      deliveredSeq: 0,
      readSeq: 0,
      topic: null,
      pictureUrl: null,
      groupArchivedAt: null,
      viewerCan: null,
      editWindowSeconds: null,
      unreadCount: 0,
      unreadMentionCount: 0,
      unreadAsides: [],
      unreadReplies: [],
      peer: null,
      lastActivityAt: '',
      lastMessage: null,
      viewerParticipant: null,
      preferences: null,
      messages: {
        __typename: 'MessageConnection',
        edges: seqs.map((seq) => ({ __typename: 'MessageEdge', cursor: `c${seq}`, node: node(seq) })),
        pageInfo: {
          __typename: 'PageInfo',
          hasPreviousPage: first > 1,
          hasNextPage: last < end,
          startCursor: `c${first}`,
          endCursor: `c${last}`,
        },
      },
    },
  };
}

function afterPages(...pages: ConversationQuery[]) {
  const cache = createCache();
  for (const data of pages)
    cache.writeQuery({ query: ConversationDocument, variables: { threadId, last: 50 }, data });
  const messages = cache.readQuery({ query: ConversationDocument, variables: { threadId, last: 50 } })?.thread
    ?.messages;
  return { seqs: messages?.edges.map(({ node }) => node.seq), pageInfo: messages?.pageInfo };
}

it('joins an older page to the front', () => {
  const { seqs, pageInfo } = afterPages(page(4, 6, 6), page(1, 3, 6));
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
  expect(pageInfo).toMatchObject({
    hasPreviousPage: false,
    hasNextPage: false,
    startCursor: 'c1',
    endCursor: 'c6',
  });
});

it('keeps what was loaded when the newest page is fetched again', () => {
  const { seqs, pageInfo } = afterPages(page(1, 6, 6), page(4, 8, 8));
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(pageInfo).toMatchObject({ hasPreviousPage: false, startCursor: 'c1', endCursor: 'c8' });
});

it('takes a page from elsewhere instead, rather than hide what lies between', () => {
  const { seqs, pageInfo } = afterPages(page(1, 3, 9), page(7, 9, 9));
  expect(seqs).toEqual([7, 8, 9]);
  expect(pageInfo).toMatchObject({ hasPreviousPage: true, startCursor: 'c7' });
});

it('believes the newer of two pages about an end that both reach', () => {
  expect(afterPages(page(1, 3, 3), page(2, 3, 4)).pageInfo).toMatchObject({ hasNextPage: true });
});

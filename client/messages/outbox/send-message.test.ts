import { ApolloClient, ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Observable } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';

import { applyChange } from '../../apollo/apply-change.ts';
import { createCache } from '../../apollo/cache.ts';
import { ConversationDocument } from '../../generated/graphql.ts';
import type { OutboxEntry } from './entry.ts';
import { sendMessage } from './send-message.ts';

const entry: OutboxEntry = {
  id: 'msg_new',
  threadId: 'thr_1',
  body: 'hi',
  createdAt: '2025-01-01T00:00:00Z',
  replyTo: null,
  failure: null,
};
const author = {
  __typename: 'User',
  id: 'usr_a',
  handle: 'a',
  displayName: 'A',
  avatarUrl: null,
  bot: false,
} as const;
const message = (id: string, seq: number): NonNullable<OutboxEntry['stored']> => ({
  __typename: 'Message',
  id,
  seq,
  body: 'hi',
  createdAt: '2025-01-01T00:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author,
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

function clientThat(answer: () => Observable<ApolloLink.Result>) {
  const client = new ApolloClient({ cache: createCache(), link: new ApolloLink(answer) });
  client.writeQuery({
    query: ConversationDocument,
    variables: { threadId: 'thr_1', last: 50 },
    data: {
      thread: {
        __typename: 'Thread',
        id: 'thr_1',
        kind: 'DIRECT',
        name: null,
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
        lastActivityAt: '2025-01-01T00:00:00Z',
        lastMessage: null,
        peer: null,
        preferences: null,
        viewerParticipant: {
          __typename: 'Participant',
          id: 'par_1',
          role: 'MEMBER',
          lastReadSeq: 1,
          lastDeliveredSeq: 1,
        },
        messages: {
          __typename: 'MessageConnection',
          edges: [{ __typename: 'MessageEdge', cursor: 'c', node: message('msg_1', 1) }],
          pageInfo: {
            __typename: 'PageInfo',
            hasNextPage: false,
            hasPreviousPage: false,
            startCursor: 'c',
            endCursor: 'c',
          },
        },
      },
    },
  });
  const shown = () =>
    client
      .readQuery({ query: ConversationDocument, variables: { threadId: 'thr_1', last: 50 } })
      ?.thread?.messages.edges.map(({ node }) => node.id);
  return { client, shown };
}

const answers = (sendMessageResult: unknown) =>
  clientThat(
    () =>
      new Observable((observer) => {
        observer.next({ data: { sendMessage: sendMessageResult } });
        observer.complete();
      }),
  );
const fails = (error: Error) => clientThat(() => new Observable((observer) => observer.error(error)));
const refusal = (code: string, extensions = {}) =>
  new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code, ...extensions } }] });
const payload = (seq: number) => ({
  __typename: 'SendMessagePayload',
  message: {
    ...message('msg_new', seq),
    thread: {
      __typename: 'Thread',
      id: 'thr_1',
      deliveredSeq: 0,
      readSeq: 0,
      lastActivityAt: '2025-01-01T00:00:00Z',
    },
  },
});

describe('one attempt to send', () => {
  it('names the files that the entry carries, the same however often', async () => {
    const asked: unknown[] = [];
    const client = new ApolloClient({
      cache: createCache(),
      link: new ApolloLink((operation) => {
        asked.push((operation.variables['input'] as { attachmentIds: unknown }).attachmentIds);
        return new Observable((observer) => observer.error(new TypeError('Failed to fetch')));
      }),
    });
    const withFiles = { ...entry, body: '', attachmentIds: ['att_1', 'att_2'] };
    await sendMessage(client, withFiles);
    await sendMessage(client, withFiles);
    await sendMessage(client, entry);
    expect(asked).toEqual([['att_1', 'att_2'], ['att_1', 'att_2'], []]);
  });

  it('a stored message that follows what is loaded is shown at once', async () => {
    const { client, shown } = answers(payload(2));
    expect(await sendMessage(client, entry)).toMatchObject({ kind: 'stored', message: { seq: 2 } });
    expect(shown()).toEqual(['msg_1', 'msg_new']);
  });

  it('out of its turn it waits for the stream, which brings what lies between', async () => {
    const { client, shown } = answers(payload(4));
    expect(await sendMessage(client, entry)).toMatchObject({ kind: 'stored' });
    expect(shown()).toEqual(['msg_1']);
  });

  it('what the stream brings meanwhile stands when nobody waits for it any more', async () => {
    vi.useFakeTimers();
    const { client } = answers(payload(4));
    await sendMessage(client, entry);
    const thread = { __typename: 'Thread', id: 'thr_1', deliveredSeq: 4, readSeq: 4 } as const;
    const edited = { ...message('msg_new', 4), body: 'hello', thread } as const;
    const change = { cursor: '', at: entry.createdAt };
    applyChange(client.cache, { ...change, __typename: 'MessageEdited', message: edited });
    const participant = {
      __typename: 'Participant',
      id: 'par_2',
      lastReadSeq: 4,
      lastDeliveredSeq: 4,
    } as const;
    applyChange(client.cache, { ...change, __typename: 'ReceiptMoved', thread, participant });
    const before = client.cache.extract();
    vi.runAllTimers();
    vi.useRealTimers();
    const { 'Message:msg_new': now, 'Thread:thr_1': there } = client.cache.extract() as Record<
      string,
      object
    >;
    expect(now).toEqual((before as Record<string, object>)['Message:msg_new']);
    expect([now, there]).toMatchObject([{ body: 'hello' }, { readSeq: 4, deliveredSeq: 4 }]);
  });

  const replyTo = { __typename: 'Message', id: 'msg_0', seq: 1, body: 'ho', deletedAt: null } as const;
  const reply = { ...entry, replyTo: { ...replyTo, attachments: [], author: null } };
  const withFiles = { ...entry, attachmentIds: ['att_1'] };

  it.each([
    ['InputError', entry, 'A message has 1 to 10,000 characters.', true],
    ['ForbiddenError', entry, 'This group is archived.', true],
    ['ForbiddenError', withFiles, 'This group is archived.', true],
    ['ConflictError', entry, 'Because.', true],
    ['ConflictError', withFiles, 'Because.', false],
    ['NotFoundError', entry, 'You are no longer in this conversation.', true],
    [
      'NotFoundError',
      reply,
      'The message it answers, or this conversation, is no longer there for you.',
      true,
    ],
    ['NotFoundError', withFiles, 'Its files, or this conversation, are no longer there for you.', false],
  ])(
    '%s (%#) says why in plain words, and whether there is sense in trying again',
    async (type, sent, reason, final) => {
      const said = type === 'ForbiddenError' ? reason : 'Because.';
      const fields = [{ __typename: 'FieldProblem', reason }];
      const { client } = answers({ __typename: type, code: 'CODE', reason: said, fields });
      expect(await sendMessage(client, sent)).toEqual({ kind: 'refused', reason, final });
    },
  );

  it('a conflict about a message that is here already means that it was stored before', async () => {
    const { client } = answers({ __typename: 'ConflictError', code: 'CONFLICT', reason: 'Used.' });
    expect(await sendMessage(client, { ...entry, id: 'msg_1' })).toEqual({ kind: 'known' });
  });

  it.each([
    ['no answer', new TypeError('Failed to fetch'), { kind: 'later' }],
    ['throttled', refusal('RATE_LIMITED', { retryAfter: 7 }), { kind: 'later', afterMs: 7_000 }],
    ['a fault of the server', refusal('INTERNAL'), { kind: 'later' }],
    ['signed out', refusal('UNAUTHENTICATED'), { kind: 'stop' }],
    ['somebody else signed in', refusal('OTHER_VIEWER'), { kind: 'stop' }],
    ['malformed', refusal('BAD_REQUEST'), { kind: 'refused', reason: 'BAD_REQUEST', final: false }],
  ])('%s', async (_name, error, outcome) => {
    const { client } = fails(error);
    expect(await sendMessage(client, entry)).toEqual(outcome);
  });
});

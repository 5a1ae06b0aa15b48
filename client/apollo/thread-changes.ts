import type { ApolloCache, Reference } from '@apollo/client';

import {
  ApplyChange_followFragmentDoc,
  ApplyChange_waitingFragmentDoc,
  ApplyChange_goneDocument,
  ApplyChange_groupFragmentDoc,
  ApplyChange_participantFragmentDoc,
  ApplyChange_seqsFragmentDoc,
  ThreadPreferences_threadFragmentDoc,
} from '../generated/graphql.ts';
import { exists, isConnection, isLoaded, refTo, unreadIn, unreadReplies } from './cached.ts';
import type { Of } from './change.ts';
import type { Connection } from './connections.ts';

/** Puts a thread whose row is in the cache into the lists that are loaded: each shows of them what its folder holds. */
export function listThread(cache: ApolloCache, threadId: string): void {
  const row = refTo('Thread', threadId);
  if (!isLoaded(cache, threadId)) return;
  cache.batch({
    update: () => {
      // That it was gone, if that was known, is no longer so.
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'thread', args: { id: threadId } });
      cache.modify<{ threads: Connection }>({
        id: 'ROOT_QUERY',
        fields: {
          threads: (threads) =>
            isConnection(threads) && !threads.edges.some(({ node }) => node.__ref === row.__ref)
              ? { ...threads, edges: [...threads.edges, { __typename: 'ThreadEdge', cursor: '', node: row }] }
              : threads,
        },
      });
    },
  });
}

/** What was not there for who was not in the thread may be there by now, also what mentions them in it. */
export function forgetMissing(cache: ApolloCache): void {
  cache.modify({
    fields: {
      node: (found: unknown, { DELETE }) => (found === null ? DELETE : found),
      mentions: (_gathered: unknown, { DELETE }) => DELETE,
    },
  });
}

export function receiptMoved(cache: ApolloCache, { thread, participant }: Of<'ReceiptMoved'>) {
  if (exists(cache, 'Thread', thread.id)) {
    cache.writeFragment({
      id: refTo('Thread', thread.id).__ref,
      fragment: ApplyChange_seqsFragmentDoc,
      data: thread,
    });
  }
  if (!exists(cache, 'Participant', participant.id)) return;
  cache.writeFragment({
    id: refTo('Participant', participant.id).__ref,
    fragment: ApplyChange_participantFragmentDoc,
    data: participant,
  });
  forgetReadMentions(cache, thread.id);
}

/** Once all is read, none is left of those that were counted: what comes next does not bring them back. */
export function forgetReadMentions(cache: ApolloCache, threadId: string) {
  if (unreadIn(cache, threadId)?.unreadCount !== 0) return;
  cache.modify<{ unreadMentionCount: number }>({
    id: refTo('Thread', threadId).__ref,
    fields: { unreadMentionCount: () => 0 },
  });
}

export function threadLeft(cache: ApolloCache, { threadId }: Of<'ThreadLeft'>) {
  if (!exists(cache, 'Thread', threadId)) return;
  const gone = refTo('Thread', threadId).__ref;
  cache.modify<{ threads: Connection }>({
    id: 'ROOT_QUERY',
    fields: {
      threads: (threads) =>
        isConnection(threads)
          ? { ...threads, edges: threads.edges.filter(({ node }) => node.__ref !== gone) }
          : threads,
    },
  });
  cache.evict({ id: gone });
  // What was answered there, too: whoever comes back reads it again.
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'node' });
  // Told apart from "not loaded yet", so that an open screen says so at once and asks nobody.
  cache.writeQuery({ query: ApplyChange_goneDocument, variables: { threadId }, data: { thread: null } });
  cache.gc();
}

export function groupUpdated(cache: ApolloCache, { thread, kind, user }: Of<'GroupUpdated'>) {
  if (!exists(cache, 'Thread', thread.id)) return;
  cache.writeFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ApplyChange_groupFragmentDoc,
    data: thread,
  });
  // Who looks at the group's links reads them again: some were made or revoked, somebody came, or they are no longer theirs to see.
  cache.evict({ id: refTo('Thread', thread.id).__ref, fieldName: 'invites' });
  // So does who looks at its bans.
  cache.evict({ id: refTo('Thread', thread.id).__ref, fieldName: 'bans' });
  if (!user || (kind !== 'PARTICIPANT_REMOVED' && kind !== 'PARTICIPANT_LEFT')) return;
  const left = refTo('User', user.id).__ref;
  cache.modify<{ participants: Connection }>({
    id: refTo('Thread', thread.id).__ref,
    fields: {
      participants: (participants, { readField }) =>
        isConnection(participants)
          ? {
              ...participants,
              edges: participants.edges.filter(
                ({ node }) => readField<Reference>('user', node)?.__ref !== left,
              ),
            }
          : participants,
    },
  });
}

export function preferencesChanged(
  cache: ApolloCache,
  { thread, preferences }: Of<'ThreadPreferencesChanged'>,
) {
  if (!exists(cache, 'Thread', thread.id)) return;
  cache.writeFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ThreadPreferences_threadFragmentDoc,
    fragmentName: 'ThreadPreferences_thread',
    data: { ...thread, preferences },
  });
  if (isLoaded(cache, thread.id)) listThread(cache, thread.id);
}

/** As many as the API tells of. */
export const waitingLimit = 20;

export function followChanged(
  cache: ApolloCache,
  { message, followed, unread, mention }: Of<'FollowedRepliesChanged'>,
) {
  const { thread, ...answered } = message;
  if (exists(cache, 'Message', answered.id))
    cache.writeFragment({
      id: refTo('Message', answered.id).__ref,
      fragment: ApplyChange_followFragmentDoc,
      data: {
        __typename: 'Message',
        id: answered.id,
        repliesFollowed: followed,
        repliesUnread: unread,
        repliesMention: mention,
      },
    });
  if (!isLoaded(cache, thread.id)) return;
  const others = unreadReplies(cache, thread.id).filter(({ id }) => id !== answered.id);
  const waiting = unread
    ? [...others, { ...answered, repliesMention: mention }]
        .sort((a, b) => b.seq - a.seq)
        .slice(0, waitingLimit)
    : others;
  cache.writeFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ApplyChange_waitingFragmentDoc,
    data: { __typename: 'Thread', id: thread.id, unreadReplies: waiting },
  });
}

import type { ApolloCache, Reference } from '@apollo/client';

import type {
  ApplyChange_changeFragment,
  GroupChange,
  MessageRow_messageFragment,
  ThreadRow_threadFragment,
} from '../generated/graphql.ts';
import {
  ApplyChange_activityFragmentDoc,
  ApplyChange_followFragmentDoc,
  ApplyChange_lastFragmentDoc,
  ApplyChange_waitingFragmentDoc,
  ApplyChange_goneDocument,
  ApplyChange_groupFragmentDoc,
  ApplyChange_participantFragmentDoc,
  ApplyChange_reactionsFragmentDoc,
  ApplyChange_seqsFragmentDoc,
  ApplyChange_unreadFragmentDoc,
  ApplyChange_viewerFragmentDoc,
  ApplyChange_viewerParticipantFragmentDoc,
  MessageRow_messageFragmentDoc,
  Person_userFragmentDoc,
  Replies_countFragmentDoc,
  ThreadPreferences_threadFragmentDoc,
  ThreadRow_threadFragmentDoc,
} from '../generated/graphql.ts';
import type { Connection } from './connections.ts';
import { seqOf } from './connections.ts';
import { savedChanged, withPinned } from './keeping.ts';
import type { Reactions } from './reactions.ts';

export type Change = ApplyChange_changeFragment;

type Of<T extends Change['__typename']> = Extract<Change, { __typename: T }>;

/**
 * The one door by which news enters the cache. Applying a change twice is applying it once, and a cache that has applied what came after
 * a fetch reads as if it had fetched just now. Entities that nobody has loaded are left alone: a later fetch brings them whole.
 */
export function applyChange(cache: ApolloCache, change: Change): void {
  cache.batch({
    update: () => {
      switch (change.__typename) {
        case 'MessageAdded':
          return messageAdded(cache, change);
        case 'MessageEdited':
        case 'MessageDeleted':
          return messageChanged(cache, change.message);
        case 'ReactionsChanged':
          return reactionsChanged(cache, change);
        case 'PinsChanged':
          return pinsChanged(cache, change);
        case 'SavedMessagesChanged':
          return savedChanged(cache, change.message.id, change.saved);
        case 'ReceiptMoved':
          return receiptMoved(cache, change);
        case 'ThreadLeft':
          return threadLeft(cache, change);
        case 'GroupUpdated':
          return groupUpdated(cache, change);
        case 'UserUpdated':
          return userUpdated(cache, change);
        case 'ThreadPreferencesChanged':
          return preferencesChanged(cache, change);
        case 'FollowedRepliesChanged':
          return followChanged(cache, change);
        // The thread itself has to be fetched (see whatIsMissing); and a place in the log changes nothing.
        case 'ThreadAdded':
          return forgetMissing(cache);
        case 'CaughtUp':
        // What is held says what was seen before: everything is read afresh (see live/live-changes.tsx).
        case 'PrivacyUpdated':
          return undefined;
        // Kinds that a newer server knows are for newer apps.
        default:
          return change satisfies never;
      }
    },
  });
}

/** What was not there for who was not in the thread may be there by now. */
function forgetMissing(cache: ApolloCache): void {
  cache.modify({ fields: { node: (found: unknown, { DELETE }) => (found === null ? DELETE : found) } });
}

/** The kinds by which a group is set up otherwise. */
const setsUp = new Set<GroupChange>(['SETTINGS_CHANGED', 'ARCHIVED', 'UNARCHIVED']);

/** What a change speaks of and the app would show, but has not got. Asked after applying it. */
export type Missing = { threadId: string; part: 'row' | 'people' };

export function whatIsMissing(cache: ApolloCache, change: Change): Missing | null {
  switch (change.__typename) {
    case 'ThreadAdded':
      return { threadId: change.thread.id, part: 'row' };
    case 'MessageAdded': {
      const threadId = change.message.thread.id;
      const counts = mentionsViewer(cache, change.message);
      return isListed(cache, threadId) && !counts ? null : { threadId, part: 'row' };
    }
    // What it mentioned before is not known any more.
    case 'MessageEdited':
    case 'MessageDeleted': {
      const threadId = change.message.thread.id;
      const counts = mentionsViewer(cache, change.message) || unreadMentions(cache, threadId) > 0;
      return counts && isListed(cache, threadId) ? { threadId, part: 'row' } : null;
    }
    // Read in part: how many mentions are left, the server counts.
    case 'ReceiptMoved': {
      const threadId = change.thread.id;
      return unreadMentions(cache, threadId) > 0 && isViewers(cache, change)
        ? { threadId, part: 'row' }
        : null;
    }
    // Brought to the front, or back from the archive, it may lie further down than what is loaded.
    // Marked unread, it may have mentions that were read.
    case 'ThreadPreferencesChanged': {
      const threadId = change.thread.id;
      const counts = change.preferences?.unreadFromSeq != null || unreadMentions(cache, threadId) > 0;
      return isListed(cache, threadId) && !counts ? null : { threadId, part: 'row' };
    }
    // Of those that wait only the first few are told: with one gone, there may be another.
    case 'FollowedRepliesChanged': {
      const threadId = change.message.thread.id;
      const gone = !change.unread && isLoaded(cache, threadId);
      return gone && unreadReplies(cache, threadId).length >= waitingLimit - 1
        ? { threadId, part: 'row' }
        : null;
    }
    case 'GroupUpdated': {
      const { kind, thread, user } = change;
      if (kind === 'ROLE_CHANGED' && user?.id === viewerId(cache))
        return { threadId: thread.id, part: 'row' };
      // What the viewer may do follows from how the group is set up; whoever has it open reads it again.
      if (setsUp.has(kind))
        return hasField(cache, thread.id, 'viewerCan') ? { threadId: thread.id, part: 'row' } : null;
      // The change names the person, not the place; whoever has the list of people open fetches it.
      const moves = kind === 'ROLE_CHANGED' || kind === 'PARTICIPANT_ADDED';
      return moves && hasField(cache, thread.id, 'participants')
        ? { threadId: thread.id, part: 'people' }
        : null;
    }
    default:
      return null;
  }
}

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

function messageAdded(cache: ApolloCache, { message }: Of<'MessageAdded'>) {
  const { thread } = message;
  if (!exists(cache, 'Thread', thread.id)) return;
  // First by itself: which of two messages is the later is asked of the cache while the thread is written.
  writeMessage(cache, message);
  cache.writeFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ApplyChange_activityFragmentDoc,
    fragmentName: 'ApplyChange_activity',
    data: thread,
  });
  if (message.onlyInReplies) asideAdded(cache, thread.id, message.seq);
  else
    cache.writeFragment({
      id: refTo('Thread', thread.id).__ref,
      fragment: ApplyChange_lastFragmentDoc,
      fragmentName: 'ApplyChange_last',
      data: { __typename: 'Thread', id: thread.id, lastMessage: message },
    });
  if (message.replyTo) replied(cache, message.replyTo, message);
  append(cache, message);
  if (message.author) readByAuthor(cache, thread.id, message.author.id, message.seq);
  forgetReadMentions(cache, thread.id);
  if (isLoaded(cache, thread.id)) listThread(cache, thread.id);
}

function asideAdded(cache: ApolloCache, threadId: string, seq: number) {
  cache.modify<{ unreadAsides: number[] }>({
    id: refTo('Thread', threadId).__ref,
    fields: {
      unreadAsides: (seqs) => (Array.isArray(seqs) && !seqs.includes(seq) ? [...seqs, seq] : seqs),
    },
  });
}

/** What is answered counts one more; where its replies are loaded, they are so up to the last of them. */
function replied(
  cache: ApolloCache,
  answered: NonNullable<Of<'MessageAdded'>['message']['replyTo']>,
  message: Of<'MessageAdded'>['message'],
) {
  const { id } = answered;
  if (!exists(cache, 'Message', id)) return;
  cache.writeFragment({
    id: refTo('Message', id).__ref,
    fragment: Replies_countFragmentDoc,
    data: answered,
  });
  cache.modify<{ replies: Connection }>({
    id: refTo('Message', id).__ref,
    fields: {
      replies(replies, { readField }) {
        if (!isConnection(replies)) return replies;
        const last = replies.edges.at(-1);
        if (last && seqOf(last, { readField }) >= message.seq) return replies;
        const edge = { __typename: 'MessageEdge', cursor: '', node: refTo('Message', message.id) };
        return { ...replies, edges: [...replies.edges, edge] };
      },
    },
  });
}

/** Sending reads up to one's own message. */
function readByAuthor(cache: ApolloCache, threadId: string, authorId: string, seq: number) {
  for (const id of participantsOf(cache, threadId, authorId)) {
    cache.writeFragment({
      id,
      fragment: ApplyChange_participantFragmentDoc,
      fragmentName: 'ApplyChange_participant',
      data: {
        __typename: 'Participant',
        id: id.slice('Participant:'.length),
        lastReadSeq: seq,
        lastDeliveredSeq: seq,
      },
    });
  }
}

function append(cache: ApolloCache, message: Of<'MessageAdded'>['message']) {
  cache.modify<{ messages: Connection }>({
    id: refTo('Thread', message.thread.id).__ref,
    fields: {
      messages(messages, { readField }) {
        if (!isConnection(messages)) return messages;
        const last = messages.edges.at(-1);
        const lastSeq = last ? seqOf(last, { readField }) : 0;
        // Known already, or the end of what is loaded is not the thread's end: a page brings it.
        if (message.seq <= lastSeq || messages.pageInfo.hasNextPage) return messages;
        if (message.seq > lastSeq + 1)
          return { ...messages, pageInfo: { ...messages.pageInfo, hasNextPage: true } };
        const edge = { __typename: 'MessageEdge', cursor: '', node: refTo('Message', message.id) };
        return { ...messages, edges: [...messages.edges, edge] };
      },
    },
  });
}

function messageChanged(cache: ApolloCache, message: MessageRow_messageFragment) {
  if (exists(cache, 'Message', message.id)) writeMessage(cache, message);
}

function writeMessage(cache: ApolloCache, message: MessageRow_messageFragment) {
  cache.writeFragment({
    id: refTo('Message', message.id).__ref,
    fragment: MessageRow_messageFragmentDoc,
    fragmentName: 'MessageRow_message',
    data: message,
  });
}

function reactionsChanged(cache: ApolloCache, { message, person, emoji, reacted }: Of<'ReactionsChanged'>) {
  if (!exists(cache, 'Message', message.id)) return;
  const id = refTo('Message', message.id).__ref;
  cache.writeFragment({ id, fragment: ApplyChange_reactionsFragmentDoc, data: message });
  if (person.id !== viewerId(cache)) return;
  cache.modify<{ reactions: Reactions }>({
    id,
    fields: {
      reactions: (reactions) =>
        (reactions as Reactions).map((each) =>
          each.emoji === emoji ? { ...each, viewerReacted: reacted } : each,
        ),
    },
  });
}

/** What is pinned no more is left out when the list is read. */
function pinsChanged(cache: ApolloCache, { message }: Of<'PinsChanged'>) {
  const { thread, ...row } = message;
  if (!hasField(cache, thread.id, 'pinnedMessages')) return messageChanged(cache, row);
  writeMessage(cache, row);
  cache.modify<{ pinnedMessages: Connection }>({
    id: refTo('Thread', thread.id).__ref,
    fields: {
      pinnedMessages: (pinned) =>
        isConnection(pinned) ? withPinned(pinned, refTo('Message', message.id)) : pinned,
    },
  });
}

function receiptMoved(cache: ApolloCache, { thread, participant }: Of<'ReceiptMoved'>) {
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

/** Whether a message counts among those that mention the viewer. */
function mentionsViewer(cache: ApolloCache, message: MessageRow_messageFragment): boolean {
  const viewer = viewerId(cache);
  return (
    message.mentions.some(({ id }) => id === viewer) || (message.mentionsAll && message.author?.id !== viewer)
  );
}

function isViewers(cache: ApolloCache, { thread, participant }: Of<'ReceiptMoved'>): boolean {
  const own = cache.readFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ApplyChange_viewerParticipantFragmentDoc,
  })?.viewerParticipant;
  return own?.id === participant.id;
}

function unreadIn(cache: ApolloCache, threadId: string) {
  return cache.readFragment({ id: refTo('Thread', threadId).__ref, fragment: ApplyChange_unreadFragmentDoc });
}

const unreadMentions = (cache: ApolloCache, threadId: string): number =>
  unreadIn(cache, threadId)?.unreadMentionCount ?? 0;

/** Once all is read, none is left of those that were counted: what comes next does not bring them back. */
function forgetReadMentions(cache: ApolloCache, threadId: string) {
  if (unreadIn(cache, threadId)?.unreadCount !== 0) return;
  cache.modify<{ unreadMentionCount: number }>({
    id: refTo('Thread', threadId).__ref,
    fields: { unreadMentionCount: () => 0 },
  });
}

function threadLeft(cache: ApolloCache, { threadId }: Of<'ThreadLeft'>) {
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

function groupUpdated(cache: ApolloCache, { thread, kind, user }: Of<'GroupUpdated'>) {
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

function preferencesChanged(cache: ApolloCache, { thread, preferences }: Of<'ThreadPreferencesChanged'>) {
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
const waitingLimit = 20;

const unreadReplies = (cache: ApolloCache, threadId: string) =>
  cache.readFragment({ id: refTo('Thread', threadId).__ref, fragment: ApplyChange_waitingFragmentDoc })
    ?.unreadReplies ?? [];

function followChanged(cache: ApolloCache, { message, followed, unread }: Of<'FollowedRepliesChanged'>) {
  const { thread, ...answered } = message;
  if (exists(cache, 'Message', answered.id))
    cache.writeFragment({
      id: refTo('Message', answered.id).__ref,
      fragment: ApplyChange_followFragmentDoc,
      data: { __typename: 'Message', id: answered.id, repliesFollowed: followed, repliesUnread: unread },
    });
  if (!isLoaded(cache, thread.id)) return;
  const others = unreadReplies(cache, thread.id).filter(({ id }) => id !== answered.id);
  const waiting = unread
    ? [...others, answered].sort((a, b) => b.seq - a.seq).slice(0, waitingLimit)
    : others;
  cache.writeFragment({
    id: refTo('Thread', thread.id).__ref,
    fragment: ApplyChange_waitingFragmentDoc,
    data: { __typename: 'Thread', id: thread.id, unreadReplies: waiting },
  });
}

function userUpdated(cache: ApolloCache, { person }: Of<'UserUpdated'>) {
  if (!exists(cache, 'User', person.id)) return;
  cache.writeFragment({ id: refTo('User', person.id).__ref, fragment: Person_userFragmentDoc, data: person });
}

/** The cache ids under which a person's place in a thread is held: in the list of people, and as the viewer's own. */
function participantsOf(cache: ApolloCache, threadId: string, userId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const id = refTo('Thread', threadId).__ref;
  cache.modify<{ participants: Connection }>({
    id,
    fields: {
      participants(participants, { readField }) {
        if (!isConnection(participants)) return participants;
        for (const { node } of participants.edges) {
          if (readField<Reference>('user', node)?.__ref === refTo('User', userId).__ref)
            found.add(node.__ref);
        }
        return participants;
      },
    },
  });
  if (viewerId(cache) === userId) {
    const own = cache.readFragment({
      id,
      fragment: ApplyChange_viewerParticipantFragmentDoc,
    })?.viewerParticipant;
    if (own) found.add(refTo('Participant', own.id).__ref);
  }
  return found;
}

function viewerId(cache: ApolloCache): string | undefined {
  return cache.readFragment({ id: 'ROOT_QUERY', fragment: ApplyChange_viewerFragmentDoc })?.viewer?.id;
}

function isLoaded(cache: ApolloCache, threadId: string): boolean {
  return (
    cache.readFragment<ThreadRow_threadFragment>({
      id: refTo('Thread', threadId).__ref,
      fragment: ThreadRow_threadFragmentDoc,
      fragmentName: 'ThreadRow_thread',
    }) !== null
  );
}

function hasField(
  cache: ApolloCache,
  threadId: string,
  field: 'participants' | 'viewerCan' | 'pinnedMessages',
): boolean {
  let loaded = false;
  cache.modify<Record<string, unknown>>({
    id: refTo('Thread', threadId).__ref,
    fields: {
      [field](value: unknown) {
        loaded = true;
        return value;
      },
    },
  });
  return loaded;
}

function isListed(cache: ApolloCache, threadId: string): boolean {
  let listed = false;
  cache.modify<{ threads: Connection }>({
    id: 'ROOT_QUERY',
    fields: {
      threads(threads) {
        listed ||=
          isConnection(threads) &&
          threads.edges.some(({ node }) => node.__ref === refTo('Thread', threadId).__ref);
        return threads;
      },
    },
  });
  return listed;
}

function exists(cache: ApolloCache, type: string, id: string): boolean {
  let found = false;
  cache.modify({
    id: refTo(type, id).__ref,
    fields: {
      id(value) {
        found = true;
        return value;
      },
    },
  });
  return found;
}

/** Global ids are the entities' own, so a type and an id are all that a place in the cache takes. */
function refTo(type: string, id: string): Reference {
  return { __ref: `${type}:${id}` };
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'edges' in value && 'pageInfo' in value;
}

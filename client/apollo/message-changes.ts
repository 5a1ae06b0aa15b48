import type { ApolloCache } from '@apollo/client';

import type { MessageRow_messageFragment } from '../generated/graphql.ts';
import {
  ApplyChange_activityFragmentDoc,
  ApplyChange_lastFragmentDoc,
  ApplyChange_participantFragmentDoc,
  ApplyChange_reactionsFragmentDoc,
  ApplyChange_whereFragmentDoc,
  MessageRow_messageFragmentDoc,
  Replies_countFragmentDoc,
} from '../generated/graphql.ts';
import {
  exists,
  hasField,
  isConnection,
  isLoaded,
  mentionsViewer,
  participantsOf,
  refTo,
  viewerId,
} from './cached.ts';
import type { Of } from './change.ts';
import type { Connection } from './connections.ts';
import { seqOf } from './connections.ts';
import { withPinned } from './keeping.ts';
import type { Reactions } from './reactions.ts';
import { forgetReadMentions, listThread } from './thread-changes.ts';

export function messageAdded(cache: ApolloCache, { message }: Of<'MessageAdded'>) {
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

export function messageChanged(cache: ApolloCache, message: MessageRow_messageFragment) {
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

/**
 * Takes a message out of all that mentions the viewer, or puts it in front where it is the newest. Where else it belongs only the server
 * knows: whoever looks reads it again. Asked once the message is written.
 */
export function mentionsChanged(
  cache: ApolloCache,
  message: Of<'MessageAdded' | 'MessageEdited' | 'MessageDeleted'>['message'],
  isNew = false,
) {
  const node = refTo('Message', message.id);
  const named = message.deletedAt === null && mentionsViewer(cache, message);
  if (isNew && named && exists(cache, 'Message', message.id))
    cache.writeFragment({
      id: node.__ref,
      fragment: ApplyChange_whereFragmentDoc,
      data: {
        __typename: 'Message',
        id: message.id,
        thread: { __typename: 'Thread', id: message.thread.id },
      },
    });
  cache.modify<{ mentions: Connection }>({
    fields: {
      mentions(gathered, { DELETE, readField, canRead }) {
        if (!isConnection(gathered)) return gathered;
        const others = gathered.edges.filter((edge) => edge.node.__ref !== node.__ref);
        if (!named)
          return others.length === gathered.edges.length ? gathered : { ...gathered, edges: others };
        if (others.length < gathered.edges.length) return gathered;
        const newest = others[0] && readField<string>('createdAt', others[0].node);
        if (!isNew || !canRead(node) || (newest !== undefined && newest > message.createdAt)) return DELETE;
        return { ...gathered, edges: [{ __typename: 'MessageEdge', cursor: '', node }, ...others] };
      },
    },
  });
}

export function reactionsChanged(
  cache: ApolloCache,
  { message, person, emoji, reacted }: Of<'ReactionsChanged'>,
) {
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
export function pinsChanged(cache: ApolloCache, { message }: Of<'PinsChanged'>) {
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

import type { ApolloCache, Reference } from '@apollo/client';

import type { MessageRow_messageFragment, ThreadRow_threadFragment } from '../generated/graphql.ts';
import {
  ApplyChange_waitingFragmentDoc,
  ApplyChange_unreadFragmentDoc,
  ApplyChange_viewerFragmentDoc,
  ApplyChange_viewerParticipantFragmentDoc,
  ThreadRow_threadFragmentDoc,
} from '../generated/graphql.ts';
import type { Connection } from './connections.ts';

export function exists(cache: ApolloCache, type: string, id: string): boolean {
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

export function isLoaded(cache: ApolloCache, threadId: string): boolean {
  return (
    cache.readFragment<ThreadRow_threadFragment>({
      id: refTo('Thread', threadId).__ref,
      fragment: ThreadRow_threadFragmentDoc,
      fragmentName: 'ThreadRow_thread',
    }) !== null
  );
}

export function isListed(cache: ApolloCache, threadId: string): boolean {
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

export function hasField(
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

export function viewerId(cache: ApolloCache): string | undefined {
  return cache.readFragment({ id: 'ROOT_QUERY', fragment: ApplyChange_viewerFragmentDoc })?.viewer?.id;
}

/** Whether a message counts among those that mention the viewer. */
export function mentionsViewer(
  cache: ApolloCache,
  { mentions, mentionsAll, author }: MessageRow_messageFragment,
): boolean {
  const viewer = viewerId(cache);
  return mentions.some(({ id }) => id === viewer) || (mentionsAll && author?.id !== viewer);
}

/** The cache id of the viewer's own place in a thread. */
export function viewerPlace(cache: ApolloCache, threadId: string): string | undefined {
  const own = cache.readFragment({
    id: refTo('Thread', threadId).__ref,
    fragment: ApplyChange_viewerParticipantFragmentDoc,
  })?.viewerParticipant;
  return own ? refTo('Participant', own.id).__ref : undefined;
}

/** The cache ids under which a person's place in a thread is held: in the list of people, and as the viewer's own. */
export function participantsOf(cache: ApolloCache, threadId: string, userId: string): ReadonlySet<string> {
  const found = new Set<string>();
  cache.modify<{ participants: Connection }>({
    id: refTo('Thread', threadId).__ref,
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
  const own = viewerId(cache) === userId ? viewerPlace(cache, threadId) : undefined;
  if (own) found.add(own);
  return found;
}

export function unreadIn(cache: ApolloCache, threadId: string) {
  return cache.readFragment({ id: refTo('Thread', threadId).__ref, fragment: ApplyChange_unreadFragmentDoc });
}

export const unreadMentions = (cache: ApolloCache, threadId: string): number =>
  unreadIn(cache, threadId)?.unreadMentionCount ?? 0;

export const unreadReplies = (cache: ApolloCache, threadId: string) =>
  cache.readFragment({ id: refTo('Thread', threadId).__ref, fragment: ApplyChange_waitingFragmentDoc })
    ?.unreadReplies ?? [];

/** Global ids are the entities' own, so a type and an id are all that a place in the cache takes. */
export function refTo(type: string, id: string): Reference {
  return { __ref: `${type}:${id}` };
}

export function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'edges' in value && 'pageInfo' in value;
}

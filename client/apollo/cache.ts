import type { FieldFunctionOptions, Reference, StoreObject } from '@apollo/client';
import { InMemoryCache } from '@apollo/client';

import possibleTypes from '../generated/possible-types.ts';
import {
  contiguousRun,
  hitsOfSearch,
  listWithoutRepeats,
  peopleOfThread,
  threadsOfFolder,
} from './connections.ts';
import { pinnedOfThread, savedMessages, viewerSaved } from './keeping.ts';
import { asidesOfThread, readUpTo, repliesOfMessage } from './replies.ts';
import { reactionsOfMessage } from './reactions.ts';

type Preferences = { unreadFromSeq?: number | null; unreadWhileReadSeq?: number | null };

/** A position in a thread only ever grows, whichever of an answer and a change comes last. */
const grows = {
  merge: (existing: number | undefined, incoming: number) => Math.max(existing ?? 0, incoming),
};

/** Everything that the cache knows beyond "an entity is its type and id". */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possibleTypes.possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          threads: threadsOfFolder,
          searchMessages: hitsOfSearch,
          mentions: { ...hitsOfSearch, keyArgs: false },
          savedMessages,
          thread: { read: threadById },
          privacy: { merge: true },
        },
      },
      Thread: {
        fields: {
          messages: contiguousRun,
          participants: peopleOfThread,
          invites: listWithoutRepeats,
          bans: listWithoutRepeats,
          pinnedMessages: pinnedOfThread,
          viewerCan: { merge: true },
          lastMessage: { merge: laterMessage },
          unreadAsides: asidesOfThread,
          unreadReplies: { merge: false },
          unreadCount: { read: unreadCount },
          unreadMentionCount: { read: unreadMentionCount },
          preferences: { merge: true, read: preferences },
        },
      },
      Message: {
        fields: {
          // A deleted message has none any more, which Apollo would take for a loss.
          attachments: { merge: false },
          // So is whom it mentions, once it says something else.
          mentions: { merge: false },
          reactions: reactionsOfMessage,
          viewerSaved,
          lastRepliers: { merge: false },
          replyCount: grows,
          replies: repliesOfMessage,
          repliesUnread: { read: (unread: boolean | undefined) => unread ?? false },
          repliesMention: { read: (named: boolean | undefined) => named ?? false },
        },
      },
      Participant: { fields: { lastReadSeq: grows, lastDeliveredSeq: grows } },
    },
  });
}

/** A thread that some list has brought needs no request of its own. */
function threadById(
  existing: Reference | null | undefined,
  { args, toReference, canRead }: FieldFunctionOptions,
) {
  if (existing !== undefined) return existing;
  const thread = toReference({ __typename: 'Thread', id: String(args?.['id']) });
  return canRead(thread) ? thread : undefined;
}

function laterMessage(
  existing: Reference | null | undefined,
  incoming: Reference | null,
  { readField }: FieldFunctionOptions,
) {
  if (!existing || !incoming) return incoming ?? existing ?? null;
  const [old, fresh] = [readField<number>('seq', existing), readField<number>('seq', incoming)];
  return old !== undefined && fresh !== undefined && fresh < old ? existing : incoming;
}

/** What the server counts, counted again from what it follows from, so that a receipt or a message moves it by itself. */
function unreadCount(existing: number | undefined, { readField }: FieldFunctionOptions) {
  const message = readField<Reference | StoreObject | null>('lastMessage');
  const read = readUpTo({ readField });
  if (read === undefined || message === undefined) return existing;
  const last = message === null ? 0 : readField<number>('seq', message);
  if (last === undefined) return existing;
  const asides = readField<readonly number[]>('unreadAsides')?.filter((seq) => seq < last) ?? [];
  return Math.max(0, last - read - asides.length);
}

/** Where nothing is unread, no mention is; what else becomes of it only the server counts. */
function unreadMentionCount(existing: number | undefined, { readField }: FieldFunctionOptions) {
  return existing && readField<number>('unreadCount') === 0 ? 0 : existing;
}

/** A mark is over once one has read or written more, wherever one did. */
function preferences(existing: Preferences | null | undefined, { readField }: FieldFunctionOptions) {
  const participant = readField<Reference | StoreObject | null>('viewerParticipant');
  if (!existing || participant == null || existing.unreadFromSeq == null) return existing;
  return readField<number>('lastReadSeq', participant) === existing.unreadWhileReadSeq
    ? existing
    : { ...existing, unreadFromSeq: null, unreadWhileReadSeq: null };
}

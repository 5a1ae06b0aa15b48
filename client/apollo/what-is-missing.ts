import type { ApolloCache } from '@apollo/client';

import type { GroupChange } from '../generated/graphql.ts';
import {
  hasField,
  isListed,
  isLoaded,
  mentionsViewer,
  refTo,
  unreadMentions,
  unreadReplies,
  viewerId,
  viewerPlace,
} from './cached.ts';
import type { Change, Of } from './change.ts';
import { waitingLimit } from './thread-changes.ts';

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

const isViewers = (cache: ApolloCache, { thread, participant }: Of<'ReceiptMoved'>): boolean =>
  viewerPlace(cache, thread.id) === refTo('Participant', participant.id).__ref;

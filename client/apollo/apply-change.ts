import type { ApolloCache } from '@apollo/client';

import { Person_userFragmentDoc } from '../generated/graphql.ts';
import { exists, refTo } from './cached.ts';
import type { Change, Of } from './change.ts';
import { savedChanged } from './keeping.ts';
import {
  mentionsChanged,
  messageAdded,
  messageChanged,
  pinsChanged,
  reactionsChanged,
} from './message-changes.ts';
import {
  followChanged,
  forgetMissing,
  groupUpdated,
  preferencesChanged,
  receiptMoved,
  threadLeft,
} from './thread-changes.ts';

/**
 * The one door by which news enters the cache. Applying a change twice is applying it once, and a cache that has applied what came after
 * a fetch reads as if it had fetched just now. Entities that nobody has loaded are left alone: a later fetch brings them whole.
 */
export function applyChange(cache: ApolloCache, change: Change): void {
  cache.batch({
    update: () => {
      switch (change.__typename) {
        case 'MessageAdded':
          messageAdded(cache, change);
          return mentionsChanged(cache, change.message, true);
        case 'MessageEdited':
        case 'MessageDeleted':
          messageChanged(cache, change.message);
          return mentionsChanged(cache, change.message);
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
        // The thread itself has to be fetched (see what-is-missing.ts); and a place in the log changes nothing.
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

function userUpdated(cache: ApolloCache, { person }: Of<'UserUpdated'>) {
  if (!exists(cache, 'User', person.id)) return;
  cache.writeFragment({ id: refTo('User', person.id).__ref, fragment: Person_userFragmentDoc, data: person });
}

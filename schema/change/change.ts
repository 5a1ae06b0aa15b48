import type { LogEvent } from '../log/event.ts';
import type { Rows } from './rows.ts';

/** What a viewer is told: an event of the log that they may see, with its place and the rows it is about. */
export interface LoggedChange {
  type: Exclude<ChangeType, 'CaughtUp'>;
  cursor: string;
  at: Date;
  event: LogEvent;
  rows: Rows;
}

/** The past has been replayed; what follows happens now. */
export interface CaughtUp {
  type: 'CaughtUp';
  cursor: string;
  at: Date;
}

export type Change = LoggedChange | CaughtUp;

export type ChangeType =
  | 'MessageAdded'
  | 'MessageEdited'
  | 'MessageDeleted'
  | 'ReactionsChanged'
  | 'PinsChanged'
  | 'SavedMessagesChanged'
  | 'ReceiptMoved'
  | 'ThreadAdded'
  | 'ThreadLeft'
  | 'GroupUpdated'
  | 'UserUpdated'
  | 'ThreadPreferencesChanged'
  | 'FollowedRepliesChanged'
  | 'PrivacyUpdated'
  | 'CaughtUp';

/** How each kind of event is told; null for those that are the server's own business. */
const told: Record<LogEvent['kind'], LoggedChange['type'] | null> = {
  MESSAGE_ADDED: 'MessageAdded',
  MESSAGE_EDITED: 'MessageEdited',
  MESSAGE_DELETED: 'MessageDeleted',
  REACTION_ADDED: 'ReactionsChanged',
  REACTION_REMOVED: 'ReactionsChanged',
  MESSAGE_PINNED: 'PinsChanged',
  MESSAGE_UNPINNED: 'PinsChanged',
  MESSAGE_SAVED: 'SavedMessagesChanged',
  MESSAGE_UNSAVED: 'SavedMessagesChanged',
  RECEIPT_MOVED: 'ReceiptMoved',
  OWN_RECEIPT_MOVED: 'ReceiptMoved',
  READ_MOVED: 'ReceiptMoved',
  DELIVERY_MOVED: 'ReceiptMoved',
  THREAD_ADDED: 'ThreadAdded',
  THREAD_LEFT: 'ThreadLeft',
  GROUP_CREATED: 'GroupUpdated',
  GROUP_RENAMED: 'GroupUpdated',
  PARTICIPANT_ADDED: 'GroupUpdated',
  PARTICIPANT_REMOVED: 'GroupUpdated',
  PARTICIPANT_LEFT: 'GroupUpdated',
  ROLE_CHANGED: 'GroupUpdated',
  INVITES_CHANGED: 'GroupUpdated',
  GROUP_SETTINGS_CHANGED: 'GroupUpdated',
  GROUP_ARCHIVED: 'GroupUpdated',
  GROUP_UNARCHIVED: 'GroupUpdated',
  BANS_CHANGED: 'GroupUpdated',
  USER_UPDATED: 'UserUpdated',
  PREFERENCES_CHANGED: 'ThreadPreferencesChanged',
  REPLIES_FOLLOW_CHANGED: 'FollowedRepliesChanged',
  PRIVACY_UPDATED: 'PrivacyUpdated',
  SESSION_REVOKED: null,
};

/** @returns null for an event that is told to nobody, or whose rows are gone */
export function toChange(event: LogEvent, cursor: string, rows: Rows): LoggedChange | null {
  const type = told[event.kind];
  return type && rows.complete(event) ? { type, cursor, at: event.at, event, rows } : null;
}

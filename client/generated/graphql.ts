/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
/** Whom to add, and to which group. */
export type AddParticipantInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
  /** The person. */
  userId: string;
};

/** What to set at which message. */
export type AddReactionInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** One emoji that Unicode recommends for general interchange, also with a skin tone, a flag, or several joined into one. With and without variation selectors it is the same. */
  emoji: string;
  /** A message of somebody, in a thread of the viewer’s. */
  messageId: string;
};

/** How a file can be shown. Decided by what it holds, not by its name or by what its sender says of it. */
export type AttachmentKind =
  /** A recording that browsers can play. */
  | 'AUDIO'
  /** Anything else: to be downloaded, never shown. */
  | 'FILE'
  /** A picture, encoded anew: without place, camera and whatever else stood in it. */
  | 'IMAGE'
  /** A film that browsers can play. */
  | 'VIDEO';

/** A name, and the first people. */
export type CreateGroupInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** 1–100 characters on one line. */
  name: string;
  /** Who is in it besides the viewer: 1–50 ids. */
  participantIds: Array<string>;
};

/** Which message. */
export type DeleteMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** One’s own message; in a group, its owner and admins any. */
  messageId: string;
};

/** Which message, and what it should say. */
export type EditMessageInput = {
  /** As for sendMessage; empty only where the message carries attachments. */
  body: string;
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** One of the viewer’s own messages. */
  messageId: string;
};

/** What sort of failure it is. More may come. */
export type ErrorCode =
  /** The input is not right; `fields` says where. */
  | 'BAD_INPUT'
  /** It collides with what is there. */
  | 'CONFLICT'
  /** The viewer may see it and may not do this. */
  | 'FORBIDDEN'
  /** A stated limit would be passed. */
  | 'LIMIT_REACHED'
  /** It is missing, or not for the viewer to see. */
  | 'NOT_FOUND';

/** What was done to a group. More may come: treat an unknown one as "fetch the group again". */
export type GroupChange =
  /** `actor` archived it for everybody. */
  | 'ARCHIVED'
  /** `actor` banned `user`, or lifted the ban. */
  | 'BANS_CHANGED'
  /** It was made. */
  | 'CREATED'
  /** `actor` made or revoked an invite link. */
  | 'INVITES_CHANGED'
  /** `actor` added `user`; where they are the same, `user` came by an invite link. */
  | 'PARTICIPANT_ADDED'
  /** `user` left. */
  | 'PARTICIPANT_LEFT'
  /** `actor` removed `user`. */
  | 'PARTICIPANT_REMOVED'
  /** It has another name. */
  | 'RENAMED'
  /** `user` has another role. */
  | 'ROLE_CHANGED'
  /** `actor` set its topic or picture, or who may do what in it. */
  | 'SETTINGS_CHANGED'
  /** `actor` opened it again. */
  | 'UNARCHIVED';

/** Up to where a device of the viewer has got. */
export type MarkDeliveredInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The last message received; beyond the thread’s end it means its end. */
  seq: number;
  /** The thread. */
  threadId: string;
};

/** Up to where the viewer has read. */
export type MarkReadInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The last message read; beyond the thread’s end it means its end. */
  seq: number;
  /** The thread. */
  threadId: string;
};

/** From where on. */
export type MarkUnreadInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The first message that should be unread again; beyond the thread’s end it means its last one. Where it was not read yet, nothing changes. */
  seq: number;
  /** The thread. */
  threadId: string;
};

/** For how long, from now on. */
export type MuteFor =
  /** Until it is turned off. */
  | 'ALWAYS'
  /** 24 hours. */
  | 'DAY'
  /** One hour. */
  | 'HOUR'
  /** Not muted any more. */
  | 'OFF';

/** What to take back from which message. */
export type RemoveReactionInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** As for addReaction. */
  emoji: string;
  /** The message. */
  messageId: string;
};

/** What somebody is in a group. What they may do follows from it and from how the group is set up: `Thread.viewerCan` says it of the viewer. In a direct thread both are members. */
export type Role =
  /** Keeps the group in order: its name and topic, its people, its messages. */
  | 'ADMIN'
  /** Read and write. */
  | 'MEMBER'
  /** Everything; there is one. */
  | 'OWNER';

/** What to say, and where. */
export type SendMessageInput = {
  /** The files that it carries, in order: at most 10, each an own upload that is complete and in no message yet. */
  attachmentIds?: Array<string> | null | undefined;
  /** Markdown, 1–10,000 characters once blank space at both ends is dropped; no NUL, no lone surrogates, and no more than 50 names with an @. With attachments it may be empty. */
  body: string;
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The message’s id, made by the client: `msg_` and a lower-case UUIDv7. Sent again with the same content, it gives back the stored message; with other content it is a CONFLICT. The server makes one where it is missing. */
  id?: string | null | undefined;
  /** Of a reply: it stands only among the replies to what it answers, and not in the conversation. What it answers stands there itself. False where nothing is said. */
  onlyInReplies?: boolean | null | undefined;
  /** The message of the same thread that this answers. */
  replyToId?: string | null | undefined;
  /** The thread. */
  threadId: string;
};

/** Where, and whether. */
export type SetTypingInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The thread. */
  threadId: string;
  /** Say true again every few seconds while it lasts. */
  typing: boolean;
};

/** With whom to talk. */
export type StartDirectThreadInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The other person. */
  userId: string;
};

/** A part of the viewer’s list. What is archived is in ARCHIVED alone. */
export type ThreadFolder =
  /** What the viewer has archived, until something new comes. */
  | 'ARCHIVED'
  /** Direct threads. */
  | 'DIRECT'
  /** What the viewer has made a favourite. */
  | 'FAVOURITES'
  /** Groups. */
  | 'GROUPS'
  /** Everything that is not archived. */
  | 'INBOX'
  /** What has something unread that mentions the viewer, muted or not. */
  | 'MENTIONS'
  /** What has something unread and is not muted. */
  | 'UNREAD';

/** What sort of thread it is. */
export type ThreadKind =
  /** Between two people: one for each pair; nobody can leave it. */
  | 'DIRECT'
  /** Named, of any number of people, with roles. */
  | 'GROUP';

/** What should be otherwise. What is left out stays as it is. */
export type UpdateThreadPreferencesInput = {
  /** Whether it goes from the viewer’s list until something new comes. */
  archived?: boolean | null | undefined;
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** Whether it is among the viewer’s favourites. */
  favourite?: boolean | null | undefined;
  /** For how long it should not be noticed; its mentions still are. */
  mute?: MuteFor | null | undefined;
  /** Whether it stands in front of the others. */
  pinned?: boolean | null | undefined;
  /** The thread. */
  threadId: string;
};

/** Of a group’s people, those to whom something is open. */
export type WhoMay =
  /** The owner and admins. */
  | 'ADMINS'
  /** All of them. */
  | 'EVERYBODY';

type ApplyChange_change_CaughtUp_Fragment = { __typename: 'CaughtUp', cursor: string, at: string };

type ApplyChange_change_FollowedRepliesChanged_Fragment = { __typename: 'FollowedRepliesChanged', followed: boolean, unread: boolean, mention: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, thread: { __typename: 'Thread', id: string } } };

type ApplyChange_change_GroupUpdated_Fragment = { __typename: 'GroupUpdated', kind: GroupChange, cursor: string, at: string, thread: { __typename: 'Thread', id: string, name: string | null, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null, participantCount: number, deliveredSeq: number, readSeq: number }, user: { __typename: 'User', id: string } | null };

type ApplyChange_change_MessageAdded_Fragment = { __typename: 'MessageAdded', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, replyCount: number, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } | null, thread: { __typename: 'Thread', lastActivityAt: string, id: string, deliveredSeq: number, readSeq: number }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } };

type ApplyChange_change_MessageDeleted_Fragment = { __typename: 'MessageDeleted', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } };

type ApplyChange_change_MessageEdited_Fragment = { __typename: 'MessageEdited', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } };

type ApplyChange_change_PinsChanged_Fragment = { __typename: 'PinsChanged', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } };

type ApplyChange_change_PrivacyUpdated_Fragment = { __typename: 'PrivacyUpdated', cursor: string, at: string };

type ApplyChange_change_ReactionsChanged_Fragment = { __typename: 'ReactionsChanged', emoji: string, reacted: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }> }, person: { __typename: 'User', id: string } };

type ApplyChange_change_ReceiptMoved_Fragment = { __typename: 'ReceiptMoved', cursor: string, at: string, thread: { __typename: 'Thread', id: string, deliveredSeq: number, readSeq: number }, participant: { __typename: 'Participant', id: string, lastReadSeq: number, lastDeliveredSeq: number } };

type ApplyChange_change_SavedMessagesChanged_Fragment = { __typename: 'SavedMessagesChanged', saved: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string } };

type ApplyChange_change_ThreadAdded_Fragment = { __typename: 'ThreadAdded', cursor: string, at: string, thread: { __typename: 'Thread', id: string } };

type ApplyChange_change_ThreadLeft_Fragment = { __typename: 'ThreadLeft', threadId: string, cursor: string, at: string };

type ApplyChange_change_ThreadPreferencesChanged_Fragment = { __typename: 'ThreadPreferencesChanged', cursor: string, at: string, thread: { __typename: 'Thread', id: string }, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } };

type ApplyChange_change_UserUpdated_Fragment = { __typename: 'UserUpdated', cursor: string, at: string, person: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } };

export type ApplyChange_changeFragment =
  | ApplyChange_change_CaughtUp_Fragment
  | ApplyChange_change_FollowedRepliesChanged_Fragment
  | ApplyChange_change_GroupUpdated_Fragment
  | ApplyChange_change_MessageAdded_Fragment
  | ApplyChange_change_MessageDeleted_Fragment
  | ApplyChange_change_MessageEdited_Fragment
  | ApplyChange_change_PinsChanged_Fragment
  | ApplyChange_change_PrivacyUpdated_Fragment
  | ApplyChange_change_ReactionsChanged_Fragment
  | ApplyChange_change_ReceiptMoved_Fragment
  | ApplyChange_change_SavedMessagesChanged_Fragment
  | ApplyChange_change_ThreadAdded_Fragment
  | ApplyChange_change_ThreadLeft_Fragment
  | ApplyChange_change_ThreadPreferencesChanged_Fragment
  | ApplyChange_change_UserUpdated_Fragment
;

export type ApplyChange_whereFragment = { __typename: 'Message', id: string, thread: { __typename: 'Thread', id: string } };

export type ApplyChange_savedFragment = { __typename: 'Message', id: string, viewerSaved: boolean };

export type ApplyChange_reactionsFragment = { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }> };

export type ApplyChange_seqsFragment = { __typename: 'Thread', id: string, deliveredSeq: number, readSeq: number };

export type ApplyChange_groupFragment = { __typename: 'Thread', id: string, name: string | null, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null, participantCount: number, deliveredSeq: number, readSeq: number };

export type ApplyChange_participantFragment = { __typename: 'Participant', id: string, lastReadSeq: number, lastDeliveredSeq: number };

export type ApplyChange_activityFragment = { __typename: 'Thread', id: string, lastActivityAt: string, deliveredSeq: number, readSeq: number };

export type ApplyChange_lastFragment = { __typename: 'Thread', id: string, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } | null };

export type ApplyChange_viewerFragment = { viewer: { __typename: 'User', id: string } | null };

export type ApplyChange_viewerParticipantFragment = { __typename: 'Thread', viewerParticipant: { __typename: 'Participant', id: string } | null };

export type ApplyChange_answeredFragment = { __typename: 'Message', id: string, seq: number };

export type ApplyChange_followFragment = { __typename: 'Message', id: string, repliesFollowed: boolean, repliesUnread: boolean, repliesMention: boolean };

export type ApplyChange_waitingFragment = { __typename: 'Thread', id: string, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }> };

export type ApplyChange_goneQueryVariables = Exact<{
  threadId: string;
}>;


export type ApplyChange_goneQuery = { thread: { __typename: 'Thread', id: string } | null };

export type ApplyChange_unreadFragment = { __typename: 'Thread', id: string, unreadCount: number, unreadMentionCount: number };

export type Attachments_fileFragment = { __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null };

export type Attachments_wordsFragment = { __typename: 'Attachment', id: string, name: string, kind: AttachmentKind };

export type GroupPeopleQueryVariables = Exact<{
  threadId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type GroupPeopleQuery = { thread: { __typename: 'Thread', id: string, topic: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null, participants: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, role: Role, joinedAt: string, lastReadSeq: number, lastDeliveredSeq: number, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } }, viewerCan: { __typename: 'ViewerCan', post: boolean, callAll: boolean, react: boolean, pin: boolean, deleteAnyMessage: boolean, rename: boolean, setTopic: boolean, setRules: boolean, add: boolean, invite: boolean, removeMembers: boolean, removeAdmins: boolean, ban: boolean, setRoles: boolean, archive: boolean, delete: boolean, leave: boolean } | null } | null };

export type GroupSettings_threadFragment = { __typename: 'Thread', id: string, topic: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null };

export type GroupPeople_participantFragment = { __typename: 'Participant', id: string, role: Role, joinedAt: string, lastReadSeq: number, lastDeliveredSeq: number, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } };

export type AddParticipantMutationVariables = Exact<{
  input: AddParticipantInput;
}>;


export type AddParticipantMutation = { addParticipant:
    | { __typename: 'AddParticipantPayload', thread: { __typename: 'Thread', id: string, participantCount: number }, participant: { __typename: 'Participant', id: string, role: Role, joinedAt: string, lastReadSeq: number, lastDeliveredSeq: number, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } } }
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type ChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChangesSubscription = { changes:
    | { __typename: 'CaughtUp', cursor: string, at: string }
    | { __typename: 'FollowedRepliesChanged', followed: boolean, unread: boolean, mention: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, thread: { __typename: 'Thread', id: string } } }
    | { __typename: 'GroupUpdated', kind: GroupChange, cursor: string, at: string, thread: { __typename: 'Thread', id: string, name: string | null, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null, participantCount: number, deliveredSeq: number, readSeq: number }, user: { __typename: 'User', id: string } | null }
    | { __typename: 'MessageAdded', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, replyCount: number, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } | null, thread: { __typename: 'Thread', lastActivityAt: string, id: string, deliveredSeq: number, readSeq: number }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'MessageDeleted', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'MessageEdited', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'PinsChanged', cursor: string, at: string, message: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, thread: { __typename: 'Thread', id: string }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'PrivacyUpdated', cursor: string, at: string }
    | { __typename: 'ReactionsChanged', emoji: string, reacted: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }> }, person: { __typename: 'User', id: string } }
    | { __typename: 'ReceiptMoved', cursor: string, at: string, thread: { __typename: 'Thread', id: string, deliveredSeq: number, readSeq: number }, participant: { __typename: 'Participant', id: string, lastReadSeq: number, lastDeliveredSeq: number } }
    | { __typename: 'SavedMessagesChanged', saved: boolean, cursor: string, at: string, message: { __typename: 'Message', id: string } }
    | { __typename: 'ThreadAdded', cursor: string, at: string, thread: { __typename: 'Thread', id: string } }
    | { __typename: 'ThreadLeft', threadId: string, cursor: string, at: string }
    | { __typename: 'ThreadPreferencesChanged', cursor: string, at: string, thread: { __typename: 'Thread', id: string }, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } }
    | { __typename: 'UserUpdated', cursor: string, at: string, person: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } }
   };

export type ConversationQueryVariables = Exact<{
  threadId: string;
  last: number;
  before?: string | null | undefined;
}>;


export type ConversationQuery = { thread: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, deliveredSeq: number, readSeq: number, unreadCount: number, editWindowSeconds: number | null, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadMentionCount: number, unreadAsides: Array<number>, messages: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', cursor: string, node: { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, peer: { __typename: 'User', id: string, displayName: string, handle: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, viewerCan: { __typename: 'ViewerCan', post: boolean, callAll: boolean, react: boolean, pin: boolean, deleteAnyMessage: boolean, rename: boolean, setTopic: boolean, setRules: boolean, add: boolean, invite: boolean, removeMembers: boolean, removeAdmins: boolean, ban: boolean, setRoles: boolean, archive: boolean, delete: boolean, leave: boolean } | null } | null };

export type Conversation_threadFragment = { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, deliveredSeq: number, readSeq: number, unreadCount: number, editWindowSeconds: number | null, peer: { __typename: 'User', id: string, displayName: string } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null };

export type FarMessagesQueryVariables = Exact<{
  threadId: string;
  around?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type FarMessagesQuery = { thread: { __typename: 'Thread', id: string, far: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', cursor: string, node: { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type MessageRow_messageFragment = { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> };

export type MessageRow_shownFragment = { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> };

export type Replies_countFragment = { __typename: 'Message', id: string, replyCount: number, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> };

export type SendMessage_sentFragment = { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, replyCount: number, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } | null, thread: { __typename: 'Thread', lastActivityAt: string, id: string, deliveredSeq: number, readSeq: number }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'SendMessagePayload', message: { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, replyCount: number, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } | null, thread: { __typename: 'Thread', lastActivityAt: string, id: string, deliveredSeq: number, readSeq: number }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
   };

export type EditMessageMutationVariables = Exact<{
  input: EditMessageInput;
}>;


export type EditMessageMutation = { editMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'EditMessagePayload', message: { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type DeleteMessageMutationVariables = Exact<{
  input: DeleteMessageInput;
}>;


export type DeleteMessageMutation = { deleteMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'DeleteMessagePayload', message: { __typename: 'Message', viewerSaved: boolean, repliesUnread: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, onlyInReplies: boolean, replyCount: number, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type SendMessage_runFragment = { __typename: 'Thread', messages: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', node: { __typename: 'Message', id: string, seq: number } }> } };

export type AddReactionMutationVariables = Exact<{
  input: AddReactionInput;
}>;


export type AddReactionMutation = { addReaction:
    | { __typename: 'AddReactionPayload', message: { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }> } }
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type RemoveReactionMutationVariables = Exact<{
  input: RemoveReactionInput;
}>;


export type RemoveReactionMutation = { removeReaction:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'RemoveReactionPayload', message: { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }> } }
   };

export type Reactions_messageFragment = { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }> };

export type MarkReadMutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type MarkReadMutation = { markRead:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'MarkReadPayload', participant: { __typename: 'Participant', id: string, lastReadSeq: number, lastDeliveredSeq: number } }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type MarkDeliveredMutationVariables = Exact<{
  input: MarkDeliveredInput;
}>;


export type MarkDeliveredMutation = { markDelivered:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'MarkDeliveredPayload', participant: { __typename: 'Participant', id: string, lastReadSeq: number, lastDeliveredSeq: number } }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type TypingSubscriptionVariables = Exact<{
  threadId: string;
}>;


export type TypingSubscription = { typing: { __typename: 'Typing', thread: { __typename: 'Thread', id: string }, users: Array<{ __typename: 'User', id: string, displayName: string }> } };

export type SetTypingMutationVariables = Exact<{
  input: SetTypingInput;
}>;


export type SetTypingMutation = { setTyping:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'SetTypingPayload', ok: boolean }
   };

export type Person_userFragment = { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean };

export type PeopleQueryVariables = Exact<{
  search: string;
  first: number;
}>;


export type PeopleQuery = { users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', node: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } }> } };

export type StartDirectThreadMutationVariables = Exact<{
  input: StartDirectThreadInput;
}>;


export type StartDirectThreadMutation = { startDirectThread:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'StartDirectThreadPayload', thread: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } }
   };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { createGroup:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'CreateGroupPayload', thread: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type StartQueryVariables = Exact<{
  first: number;
}>;


export type StartQuery = { cursor: string, fileLimit: number, viewer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, threads: { __typename: 'ThreadConnection', edges: Array<{ __typename: 'ThreadEdge', node: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut:
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'SignOutPayload', ok: boolean }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'User', id: string } | null };

export type ThreadPreferencesFragment = { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null };

export type ThreadPreferences_threadFragment = { __typename: 'Thread', id: string, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null };

export type UpdateThreadPreferencesMutationVariables = Exact<{
  input: UpdateThreadPreferencesInput;
}>;


export type UpdateThreadPreferencesMutation = { updateThreadPreferences:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UpdateThreadPreferencesPayload', thread: { __typename: 'Thread', id: string, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null } }
   };

export type MarkUnreadMutationVariables = Exact<{
  input: MarkUnreadInput;
}>;


export type MarkUnreadMutation = { markUnread:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'MarkUnreadPayload', thread: { __typename: 'Thread', id: string, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null } }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type ThreadCan_threadFragment = { __typename: 'Thread', id: string, viewerCan: { __typename: 'ViewerCan', post: boolean, callAll: boolean, react: boolean, pin: boolean, deleteAnyMessage: boolean, rename: boolean, setTopic: boolean, setRules: boolean, add: boolean, invite: boolean, removeMembers: boolean, removeAdmins: boolean, ban: boolean, setRoles: boolean, archive: boolean, delete: boolean, leave: boolean } | null };

export type ThreadRow_threadFragment = { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null };

export type ThreadsByIdQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type ThreadsByIdQuery = { nodes: Array<
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Ban', id: string }
    | { __typename: 'Invite', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, viewerCan: { __typename: 'ViewerCan', post: boolean, callAll: boolean, react: boolean, pin: boolean, deleteAnyMessage: boolean, rename: boolean, setTopic: boolean, setRules: boolean, add: boolean, invite: boolean, removeMembers: boolean, removeAdmins: boolean, ban: boolean, setRoles: boolean, archive: boolean, delete: boolean, leave: boolean } | null }
    | { __typename: 'User', id: string }
   | null> };

export type ThreadFolderQueryVariables = Exact<{
  folder: ThreadFolder;
  first: number;
  after?: string | null | undefined;
}>;


export type ThreadFolderQuery = { threads: { __typename: 'ThreadConnection', edges: Array<{ __typename: 'ThreadEdge', node: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ThreadList_threadsFragment = { __typename: 'ThreadConnection', edges: Array<{ __typename: 'ThreadEdge', node: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } };

export type ThreadHeadQueryVariables = Exact<{
  threadId: string;
}>;


export type ThreadHeadQuery = { thread: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, participantCount: number, topic: string | null, pictureUrl: string | null, groupArchivedAt: string | null, lastActivityAt: string, unreadCount: number, unreadMentionCount: number, unreadAsides: Array<number>, unreadReplies: Array<{ __typename: 'Message', id: string, seq: number, repliesMention: boolean }>, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerParticipant: { __typename: 'Participant', id: string, role: Role, lastReadSeq: number, lastDeliveredSeq: number } | null, preferences: { __typename: 'ThreadPreferences', pinned: boolean, favourite: boolean, mutedUntil: string | null, archivedSeq: number | null, unreadFromSeq: number | null, unreadWhileReadSeq: number | null } | null, lastMessage: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null } | null };

const Attachments_fileDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Attachments_file"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attachment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}};
const Attachments_wordsDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Attachments_words"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attachment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}};
const Replies_countDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Replies_count"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastRepliers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}};
const MessageRow_messageDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow_message"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Attachments_file"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Attachments_words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mentions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mentionsAll"}},{"kind":"Field","name":{"kind":"Name","value":"forwardedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pinnedAt"}},{"kind":"Field","name":{"kind":"Name","value":"onlyInReplies"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_count"}}]}};
const ApplyChange_seqsDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_seqs"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"readSeq"}}]}};
const ApplyChange_reactionsDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_reactions"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}};
const ApplyChange_participantDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_participant"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Participant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}}]}};
const ApplyChange_groupDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_group"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayPost"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayAdd"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayCallAll"}},{"kind":"Field","name":{"kind":"Name","value":"historyVisible"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"participantCount"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"readSeq"}}]}};
const ApplyChange_answeredDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_answered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}}]}};
const ThreadPreferencesDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ThreadPreferences"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadPreferences"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pinned"}},{"kind":"Field","name":{"kind":"Name","value":"favourite"}},{"kind":"Field","name":{"kind":"Name","value":"mutedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"archivedSeq"}},{"kind":"Field","name":{"kind":"Name","value":"unreadFromSeq"}},{"kind":"Field","name":{"kind":"Name","value":"unreadWhileReadSeq"}}]}};
const Person_userDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Person_user"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}};
const ApplyChange_changeDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_change"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Change"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageAdded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_seqs"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivityAt"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageEdited"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageDeleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReactionsChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_reactions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"reacted"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PinsChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SavedMessagesChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"saved"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiptMoved"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_seqs"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_participant"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadAdded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadLeft"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threadId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GroupUpdated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_group"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FollowedRepliesChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_answered"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"followed"}},{"kind":"Field","name":{"kind":"Name","value":"unread"}},{"kind":"Field","name":{"kind":"Name","value":"mention"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadPreferencesChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadPreferences"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserUpdated"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person_user"}}]}}]}}]}};
const ApplyChange_whereDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_where"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}};
const ApplyChange_savedDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_saved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}}]}};
const ApplyChange_activityDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_activity"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivityAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"readSeq"}}]}};
const ApplyChange_lastDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_last"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}}]}}]}};
const ApplyChange_viewerDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_viewer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Query"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}};
const ApplyChange_viewerParticipantDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_viewerParticipant"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerParticipant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}};
const ApplyChange_followDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_follow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"repliesFollowed"}},{"kind":"Field","name":{"kind":"Name","value":"repliesUnread"}},{"kind":"Field","name":{"kind":"Name","value":"repliesMention"}}]}};
const ApplyChange_waitingDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_waiting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadReplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"repliesMention"}}]}}]}};
const ApplyChange_unreadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplyChange_unread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"unreadMentionCount"}}]}};
const GroupSettings_threadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"GroupSettings_thread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayPost"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayAdd"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayCallAll"}},{"kind":"Field","name":{"kind":"Name","value":"historyVisible"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}}]}};
const GroupPeople_participantDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"GroupPeople_participant"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Participant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person_user"}}]}}]}};
const Conversation_threadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Conversation_thread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"participantCount"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"readSeq"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"peer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerParticipant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}}]}}]}};
const MessageRow_shownDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"MessageRow_shown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_message"}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"viewerReacted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}},{"kind":"Field","name":{"kind":"Name","value":"repliesUnread"}}]}};
const SendMessage_sentDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SendMessage_sent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_shown"}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_seqs"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivityAt"}}]}}]}};
const SendMessage_runDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SendMessage_run"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}}]}}]}}]}}]}};
const Reactions_messageDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Reactions_message"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"viewerReacted"}}]}}]}};
const ThreadPreferences_threadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ThreadPreferences_thread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadPreferences"}}]}}]}};
const ThreadCan_threadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ThreadCan_thread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"post"}},{"kind":"Field","name":{"kind":"Name","value":"callAll"}},{"kind":"Field","name":{"kind":"Name","value":"react"}},{"kind":"Field","name":{"kind":"Name","value":"pin"}},{"kind":"Field","name":{"kind":"Name","value":"deleteAnyMessage"}},{"kind":"Field","name":{"kind":"Name","value":"rename"}},{"kind":"Field","name":{"kind":"Name","value":"setTopic"}},{"kind":"Field","name":{"kind":"Name","value":"setRules"}},{"kind":"Field","name":{"kind":"Name","value":"add"}},{"kind":"Field","name":{"kind":"Name","value":"invite"}},{"kind":"Field","name":{"kind":"Name","value":"removeMembers"}},{"kind":"Field","name":{"kind":"Name","value":"removeAdmins"}},{"kind":"Field","name":{"kind":"Name","value":"ban"}},{"kind":"Field","name":{"kind":"Name","value":"setRoles"}},{"kind":"Field","name":{"kind":"Name","value":"archive"}},{"kind":"Field","name":{"kind":"Name","value":"delete"}},{"kind":"Field","name":{"kind":"Name","value":"leave"}}]}}]}};
const ThreadRow_threadDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ThreadRow_thread"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Thread"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"participantCount"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivityAt"}},{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"unreadMentionCount"}},{"kind":"Field","name":{"kind":"Name","value":"unreadAsides"}},{"kind":"Field","name":{"kind":"Name","value":"unreadReplies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"repliesMention"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person_user"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerParticipant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}}]}},{"kind":"Field","name":{"kind":"Name","value":"preferences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadPreferences"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastMessage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Attachments_words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}};
const ThreadList_threadsDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ThreadList_threads"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}};
export const Attachments_fileFragmentDoc = {"kind":"Document","definitions":[Attachments_fileDefinition]} as unknown as DocumentNode<Attachments_fileFragment, unknown>;
export const Attachments_wordsFragmentDoc = {"kind":"Document","definitions":[Attachments_wordsDefinition]} as unknown as DocumentNode<Attachments_wordsFragment, unknown>;
export const Replies_countFragmentDoc = {"kind":"Document","definitions":[Replies_countDefinition]} as unknown as DocumentNode<Replies_countFragment, unknown>;
export const MessageRow_messageFragmentDoc = {"kind":"Document","definitions":[MessageRow_messageDefinition,Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition]} as unknown as DocumentNode<MessageRow_messageFragment, unknown>;
export const ApplyChange_seqsFragmentDoc = {"kind":"Document","definitions":[ApplyChange_seqsDefinition]} as unknown as DocumentNode<ApplyChange_seqsFragment, unknown>;
export const ApplyChange_reactionsFragmentDoc = {"kind":"Document","definitions":[ApplyChange_reactionsDefinition]} as unknown as DocumentNode<ApplyChange_reactionsFragment, unknown>;
export const ApplyChange_participantFragmentDoc = {"kind":"Document","definitions":[ApplyChange_participantDefinition]} as unknown as DocumentNode<ApplyChange_participantFragment, unknown>;
export const ApplyChange_groupFragmentDoc = {"kind":"Document","definitions":[ApplyChange_groupDefinition]} as unknown as DocumentNode<ApplyChange_groupFragment, unknown>;
export const ApplyChange_answeredFragmentDoc = {"kind":"Document","definitions":[ApplyChange_answeredDefinition]} as unknown as DocumentNode<ApplyChange_answeredFragment, unknown>;
export const ThreadPreferencesFragmentDoc = {"kind":"Document","definitions":[ThreadPreferencesDefinition]} as unknown as DocumentNode<ThreadPreferencesFragment, unknown>;
export const Person_userFragmentDoc = {"kind":"Document","definitions":[Person_userDefinition]} as unknown as DocumentNode<Person_userFragment, unknown>;
export const ApplyChange_changeFragmentDoc = {"kind":"Document","definitions":[ApplyChange_changeDefinition,Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,ApplyChange_seqsDefinition,ApplyChange_reactionsDefinition,ApplyChange_participantDefinition,ApplyChange_groupDefinition,ApplyChange_answeredDefinition,ThreadPreferencesDefinition,Person_userDefinition]} as unknown as DocumentNode<ApplyChange_changeFragment, unknown>;
export const ApplyChange_whereFragmentDoc = {"kind":"Document","definitions":[ApplyChange_whereDefinition]} as unknown as DocumentNode<ApplyChange_whereFragment, unknown>;
export const ApplyChange_savedFragmentDoc = {"kind":"Document","definitions":[ApplyChange_savedDefinition]} as unknown as DocumentNode<ApplyChange_savedFragment, unknown>;
export const ApplyChange_activityFragmentDoc = {"kind":"Document","definitions":[ApplyChange_activityDefinition]} as unknown as DocumentNode<ApplyChange_activityFragment, unknown>;
export const ApplyChange_lastFragmentDoc = {"kind":"Document","definitions":[ApplyChange_lastDefinition,Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition]} as unknown as DocumentNode<ApplyChange_lastFragment, unknown>;
export const ApplyChange_viewerFragmentDoc = {"kind":"Document","definitions":[ApplyChange_viewerDefinition]} as unknown as DocumentNode<ApplyChange_viewerFragment, unknown>;
export const ApplyChange_viewerParticipantFragmentDoc = {"kind":"Document","definitions":[ApplyChange_viewerParticipantDefinition]} as unknown as DocumentNode<ApplyChange_viewerParticipantFragment, unknown>;
export const ApplyChange_followFragmentDoc = {"kind":"Document","definitions":[ApplyChange_followDefinition]} as unknown as DocumentNode<ApplyChange_followFragment, unknown>;
export const ApplyChange_waitingFragmentDoc = {"kind":"Document","definitions":[ApplyChange_waitingDefinition]} as unknown as DocumentNode<ApplyChange_waitingFragment, unknown>;
export const ApplyChange_unreadFragmentDoc = {"kind":"Document","definitions":[ApplyChange_unreadDefinition]} as unknown as DocumentNode<ApplyChange_unreadFragment, unknown>;
export const GroupSettings_threadFragmentDoc = {"kind":"Document","definitions":[GroupSettings_threadDefinition]} as unknown as DocumentNode<GroupSettings_threadFragment, unknown>;
export const GroupPeople_participantFragmentDoc = {"kind":"Document","definitions":[GroupPeople_participantDefinition,Person_userDefinition]} as unknown as DocumentNode<GroupPeople_participantFragment, unknown>;
export const Conversation_threadFragmentDoc = {"kind":"Document","definitions":[Conversation_threadDefinition]} as unknown as DocumentNode<Conversation_threadFragment, unknown>;
export const MessageRow_shownFragmentDoc = {"kind":"Document","definitions":[MessageRow_shownDefinition,Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition]} as unknown as DocumentNode<MessageRow_shownFragment, unknown>;
export const SendMessage_sentFragmentDoc = {"kind":"Document","definitions":[SendMessage_sentDefinition,Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,MessageRow_shownDefinition,ApplyChange_seqsDefinition]} as unknown as DocumentNode<SendMessage_sentFragment, unknown>;
export const SendMessage_runFragmentDoc = {"kind":"Document","definitions":[SendMessage_runDefinition]} as unknown as DocumentNode<SendMessage_runFragment, unknown>;
export const Reactions_messageFragmentDoc = {"kind":"Document","definitions":[Reactions_messageDefinition]} as unknown as DocumentNode<Reactions_messageFragment, unknown>;
export const ThreadPreferences_threadFragmentDoc = {"kind":"Document","definitions":[ThreadPreferences_threadDefinition,ThreadPreferencesDefinition]} as unknown as DocumentNode<ThreadPreferences_threadFragment, unknown>;
export const ThreadCan_threadFragmentDoc = {"kind":"Document","definitions":[ThreadCan_threadDefinition]} as unknown as DocumentNode<ThreadCan_threadFragment, unknown>;
export const ThreadRow_threadFragmentDoc = {"kind":"Document","definitions":[ThreadRow_threadDefinition,Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition]} as unknown as DocumentNode<ThreadRow_threadFragment, unknown>;
export const ThreadList_threadsFragmentDoc = {"kind":"Document","definitions":[ThreadList_threadsDefinition,Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition]} as unknown as DocumentNode<ThreadList_threadsFragment, unknown>;
export const ApplyChange_goneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApplyChange_gone"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ApplyChange_goneQuery, ApplyChange_goneQueryVariables>;
export const GroupPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GroupSettings_thread"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadCan_thread"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GroupPeople_participant"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},Person_userDefinition,GroupSettings_threadDefinition,ThreadCan_threadDefinition,GroupPeople_participantDefinition]} as unknown as DocumentNode<GroupPeopleQuery, GroupPeopleQueryVariables>;
export const AddParticipantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddParticipant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddParticipantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addParticipant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddParticipantPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"participantCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"GroupPeople_participant"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Person_userDefinition,GroupPeople_participantDefinition]} as unknown as DocumentNode<AddParticipantMutation, AddParticipantMutationVariables>;
export const ChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplyChange_change"}}]}}]}},Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,ApplyChange_seqsDefinition,ApplyChange_reactionsDefinition,ApplyChange_participantDefinition,ApplyChange_groupDefinition,ApplyChange_answeredDefinition,ThreadPreferencesDefinition,Person_userDefinition,ApplyChange_changeDefinition]} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const ConversationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Conversation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Conversation_thread"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadCan_thread"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_shown"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,Attachments_fileDefinition,Replies_countDefinition,MessageRow_messageDefinition,Conversation_threadDefinition,ThreadRow_threadDefinition,ThreadCan_threadDefinition,MessageRow_shownDefinition]} as unknown as DocumentNode<ConversationQuery, ConversationQueryVariables>;
export const FarMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FarMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"around"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"far"},"name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"around"},"value":{"kind":"Variable","name":{"kind":"Name","value":"around"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_shown"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,MessageRow_shownDefinition]} as unknown as DocumentNode<FarMessagesQuery, FarMessagesQueryVariables>;
export const SendMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SendMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SendMessage_sent"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}},Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,MessageRow_shownDefinition,ApplyChange_seqsDefinition,SendMessage_sentDefinition]} as unknown as DocumentNode<SendMessageMutation, SendMessageMutationVariables>;
export const EditMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_shown"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,MessageRow_shownDefinition]} as unknown as DocumentNode<EditMessageMutation, EditMessageMutationVariables>;
export const DeleteMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MessageRow_shown"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Attachments_fileDefinition,Attachments_wordsDefinition,Replies_countDefinition,MessageRow_messageDefinition,MessageRow_shownDefinition]} as unknown as DocumentNode<DeleteMessageMutation, DeleteMessageMutationVariables>;
export const AddReactionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddReaction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reactions_message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Reactions_messageDefinition]} as unknown as DocumentNode<AddReactionMutation, AddReactionMutationVariables>;
export const RemoveReactionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveReaction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeReaction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveReactionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Reactions_message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Reactions_messageDefinition]} as unknown as DocumentNode<RemoveReactionMutation, RemoveReactionMutationVariables>;
export const MarkReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkReadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<MarkReadMutation, MarkReadMutationVariables>;
export const MarkDeliveredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkDelivered"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkDeliveredInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markDelivered"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkDeliveredPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<MarkDeliveredMutation, MarkDeliveredMutationVariables>;
export const TypingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Typing"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"typing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"threadId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"users"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<TypingSubscription, TypingSubscriptionVariables>;
export const SetTypingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetTyping"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetTypingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setTyping"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SetTypingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SetTypingMutation, SetTypingMutationVariables>;
export const PeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person_user"}}]}}]}}]}}]}},Person_userDefinition]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const StartDirectThreadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartDirectThread"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartDirectThreadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDirectThread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StartDirectThreadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition]} as unknown as DocumentNode<StartDirectThreadMutation, StartDirectThreadMutationVariables>;
export const CreateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition]} as unknown as DocumentNode<CreateGroupMutation, CreateGroupMutationVariables>;
export const StartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Start"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"fileLimit"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Person_user"}}]}},{"kind":"Field","name":{"kind":"Name","value":"threads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"folder"},"value":{"kind":"EnumValue","value":"INBOX"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadList_threads"}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition,ThreadList_threadsDefinition]} as unknown as DocumentNode<StartQuery, StartQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const UpdateThreadPreferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateThreadPreferences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateThreadPreferencesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateThreadPreferences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateThreadPreferencesPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadPreferences_thread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},ThreadPreferencesDefinition,ThreadPreferences_threadDefinition]} as unknown as DocumentNode<UpdateThreadPreferencesMutation, UpdateThreadPreferencesMutationVariables>;
export const MarkUnreadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkUnread"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkUnreadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markUnread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkUnreadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadPreferences_thread"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},ThreadPreferencesDefinition,ThreadPreferences_threadDefinition]} as unknown as DocumentNode<MarkUnreadMutation, MarkUnreadMutationVariables>;
export const ThreadsByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThreadsById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadCan_thread"}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition,ThreadCan_threadDefinition]} as unknown as DocumentNode<ThreadsByIdQuery, ThreadsByIdQueryVariables>;
export const ThreadFolderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThreadFolder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"folder"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ThreadFolder"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"folder"},"value":{"kind":"Variable","name":{"kind":"Name","value":"folder"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadList_threads"}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition,ThreadList_threadsDefinition]} as unknown as DocumentNode<ThreadFolderQuery, ThreadFolderQueryVariables>;
export const ThreadHeadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThreadHead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ThreadRow_thread"}}]}}]}},Person_userDefinition,ThreadPreferencesDefinition,Attachments_wordsDefinition,ThreadRow_threadDefinition]} as unknown as DocumentNode<ThreadHeadQuery, ThreadHeadQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useApplyChange_changeFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_changeFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_changeFragment> | null }) {
  return Apollo.useFragment<ApplyChange_changeFragment, {}>({ ...options, fragment: ApplyChange_changeFragmentDoc, fragmentName: 'ApplyChange_change' });
}

export function useApplyChange_whereFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_whereFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_whereFragment> | null }) {
  return Apollo.useFragment<ApplyChange_whereFragment, {}>({ ...options, fragment: ApplyChange_whereFragmentDoc, fragmentName: 'ApplyChange_where' });
}

export function useApplyChange_savedFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_savedFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_savedFragment> | null }) {
  return Apollo.useFragment<ApplyChange_savedFragment, {}>({ ...options, fragment: ApplyChange_savedFragmentDoc, fragmentName: 'ApplyChange_saved' });
}

export function useApplyChange_reactionsFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_reactionsFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_reactionsFragment> | null }) {
  return Apollo.useFragment<ApplyChange_reactionsFragment, {}>({ ...options, fragment: ApplyChange_reactionsFragmentDoc, fragmentName: 'ApplyChange_reactions' });
}

export function useApplyChange_seqsFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_seqsFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_seqsFragment> | null }) {
  return Apollo.useFragment<ApplyChange_seqsFragment, {}>({ ...options, fragment: ApplyChange_seqsFragmentDoc, fragmentName: 'ApplyChange_seqs' });
}

export function useApplyChange_groupFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_groupFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_groupFragment> | null }) {
  return Apollo.useFragment<ApplyChange_groupFragment, {}>({ ...options, fragment: ApplyChange_groupFragmentDoc, fragmentName: 'ApplyChange_group' });
}

export function useApplyChange_participantFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_participantFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_participantFragment> | null }) {
  return Apollo.useFragment<ApplyChange_participantFragment, {}>({ ...options, fragment: ApplyChange_participantFragmentDoc, fragmentName: 'ApplyChange_participant' });
}

export function useApplyChange_activityFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_activityFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_activityFragment> | null }) {
  return Apollo.useFragment<ApplyChange_activityFragment, {}>({ ...options, fragment: ApplyChange_activityFragmentDoc, fragmentName: 'ApplyChange_activity' });
}

export function useApplyChange_lastFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_lastFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_lastFragment> | null }) {
  return Apollo.useFragment<ApplyChange_lastFragment, {}>({ ...options, fragment: ApplyChange_lastFragmentDoc, fragmentName: 'ApplyChange_last' });
}

export function useApplyChange_viewerFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_viewerFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_viewerFragment> | null }) {
  return Apollo.useFragment<ApplyChange_viewerFragment, {}>({ ...options, fragment: ApplyChange_viewerFragmentDoc, fragmentName: 'ApplyChange_viewer' });
}

export function useApplyChange_viewerParticipantFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_viewerParticipantFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_viewerParticipantFragment> | null }) {
  return Apollo.useFragment<ApplyChange_viewerParticipantFragment, {}>({ ...options, fragment: ApplyChange_viewerParticipantFragmentDoc, fragmentName: 'ApplyChange_viewerParticipant' });
}

export function useApplyChange_answeredFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_answeredFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_answeredFragment> | null }) {
  return Apollo.useFragment<ApplyChange_answeredFragment, {}>({ ...options, fragment: ApplyChange_answeredFragmentDoc, fragmentName: 'ApplyChange_answered' });
}

export function useApplyChange_followFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_followFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_followFragment> | null }) {
  return Apollo.useFragment<ApplyChange_followFragment, {}>({ ...options, fragment: ApplyChange_followFragmentDoc, fragmentName: 'ApplyChange_follow' });
}

export function useApplyChange_waitingFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_waitingFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_waitingFragment> | null }) {
  return Apollo.useFragment<ApplyChange_waitingFragment, {}>({ ...options, fragment: ApplyChange_waitingFragmentDoc, fragmentName: 'ApplyChange_waiting' });
}

export function useApplyChange_goneQuery(options: Apollo.useQuery.Options<ApplyChange_goneQuery, ApplyChange_goneQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ApplyChange_goneQuery, ApplyChange_goneQueryVariables>(ApplyChange_goneDocument, options);
}

export function useApplyChange_goneLazyQuery(options?: Apollo.useLazyQuery.Options<ApplyChange_goneQuery, ApplyChange_goneQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ApplyChange_goneQuery, ApplyChange_goneQueryVariables>(ApplyChange_goneDocument, options);
}

export function useApplyChange_goneSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ApplyChange_goneQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ApplyChange_goneQuery, ApplyChange_goneQueryVariables>(ApplyChange_goneDocument, options);
}

export function useApplyChange_unreadFragment(options: Omit<Apollo.useFragment.Options<ApplyChange_unreadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ApplyChange_unreadFragment> | null }) {
  return Apollo.useFragment<ApplyChange_unreadFragment, {}>({ ...options, fragment: ApplyChange_unreadFragmentDoc, fragmentName: 'ApplyChange_unread' });
}

export function useAttachments_fileFragment(options: Omit<Apollo.useFragment.Options<Attachments_fileFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Attachments_fileFragment> | null }) {
  return Apollo.useFragment<Attachments_fileFragment, {}>({ ...options, fragment: Attachments_fileFragmentDoc, fragmentName: 'Attachments_file' });
}

export function useAttachments_wordsFragment(options: Omit<Apollo.useFragment.Options<Attachments_wordsFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Attachments_wordsFragment> | null }) {
  return Apollo.useFragment<Attachments_wordsFragment, {}>({ ...options, fragment: Attachments_wordsFragmentDoc, fragmentName: 'Attachments_words' });
}

export function useGroupPeopleQuery(options: Apollo.useQuery.Options<GroupPeopleQuery, GroupPeopleQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<GroupPeopleQuery, GroupPeopleQueryVariables>(GroupPeopleDocument, options);
}

export function useGroupPeopleLazyQuery(options?: Apollo.useLazyQuery.Options<GroupPeopleQuery, GroupPeopleQueryVariables> & Whole) {
  return Apollo.useLazyQuery<GroupPeopleQuery, GroupPeopleQueryVariables>(GroupPeopleDocument, options);
}

export function useGroupPeopleSuspenseQuery(options: Apollo.useSuspenseQuery.Options<GroupPeopleQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<GroupPeopleQuery, GroupPeopleQueryVariables>(GroupPeopleDocument, options);
}

export function useGroupSettings_threadFragment(options: Omit<Apollo.useFragment.Options<GroupSettings_threadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<GroupSettings_threadFragment> | null }) {
  return Apollo.useFragment<GroupSettings_threadFragment, {}>({ ...options, fragment: GroupSettings_threadFragmentDoc, fragmentName: 'GroupSettings_thread' });
}

export function useGroupPeople_participantFragment(options: Omit<Apollo.useFragment.Options<GroupPeople_participantFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<GroupPeople_participantFragment> | null }) {
  return Apollo.useFragment<GroupPeople_participantFragment, {}>({ ...options, fragment: GroupPeople_participantFragmentDoc, fragmentName: 'GroupPeople_participant' });
}

export function useAddParticipantMutation(options?: Apollo.useMutation.Options<AddParticipantMutation, AddParticipantMutationVariables>) {
  return Apollo.useMutation<AddParticipantMutation, AddParticipantMutationVariables>(AddParticipantDocument, options);
}

export function useChangesSubscription(options?: Apollo.useSubscription.Options<ChangesSubscription, ChangesSubscriptionVariables> | Apollo.SkipToken) {
  return Apollo.useSubscription<ChangesSubscription, ChangesSubscriptionVariables>(ChangesDocument, options);
}

export function useConversationQuery(options: Apollo.useQuery.Options<ConversationQuery, ConversationQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ConversationQuery, ConversationQueryVariables>(ConversationDocument, options);
}

export function useConversationLazyQuery(options?: Apollo.useLazyQuery.Options<ConversationQuery, ConversationQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ConversationQuery, ConversationQueryVariables>(ConversationDocument, options);
}

export function useConversationSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ConversationQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ConversationQuery, ConversationQueryVariables>(ConversationDocument, options);
}

export function useConversation_threadFragment(options: Omit<Apollo.useFragment.Options<Conversation_threadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Conversation_threadFragment> | null }) {
  return Apollo.useFragment<Conversation_threadFragment, {}>({ ...options, fragment: Conversation_threadFragmentDoc, fragmentName: 'Conversation_thread' });
}

export function useFarMessagesQuery(options: Apollo.useQuery.Options<FarMessagesQuery, FarMessagesQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<FarMessagesQuery, FarMessagesQueryVariables>(FarMessagesDocument, options);
}

export function useFarMessagesLazyQuery(options?: Apollo.useLazyQuery.Options<FarMessagesQuery, FarMessagesQueryVariables> & Whole) {
  return Apollo.useLazyQuery<FarMessagesQuery, FarMessagesQueryVariables>(FarMessagesDocument, options);
}

export function useFarMessagesSuspenseQuery(options: Apollo.useSuspenseQuery.Options<FarMessagesQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<FarMessagesQuery, FarMessagesQueryVariables>(FarMessagesDocument, options);
}

export function useMessageRow_messageFragment(options: Omit<Apollo.useFragment.Options<MessageRow_messageFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<MessageRow_messageFragment> | null }) {
  return Apollo.useFragment<MessageRow_messageFragment, {}>({ ...options, fragment: MessageRow_messageFragmentDoc, fragmentName: 'MessageRow_message' });
}

export function useMessageRow_shownFragment(options: Omit<Apollo.useFragment.Options<MessageRow_shownFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<MessageRow_shownFragment> | null }) {
  return Apollo.useFragment<MessageRow_shownFragment, {}>({ ...options, fragment: MessageRow_shownFragmentDoc, fragmentName: 'MessageRow_shown' });
}

export function useReplies_countFragment(options: Omit<Apollo.useFragment.Options<Replies_countFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Replies_countFragment> | null }) {
  return Apollo.useFragment<Replies_countFragment, {}>({ ...options, fragment: Replies_countFragmentDoc, fragmentName: 'Replies_count' });
}

export function useSendMessage_sentFragment(options: Omit<Apollo.useFragment.Options<SendMessage_sentFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<SendMessage_sentFragment> | null }) {
  return Apollo.useFragment<SendMessage_sentFragment, {}>({ ...options, fragment: SendMessage_sentFragmentDoc, fragmentName: 'SendMessage_sent' });
}

export function useSendMessageMutation(options?: Apollo.useMutation.Options<SendMessageMutation, SendMessageMutationVariables>) {
  return Apollo.useMutation<SendMessageMutation, SendMessageMutationVariables>(SendMessageDocument, options);
}

export function useEditMessageMutation(options?: Apollo.useMutation.Options<EditMessageMutation, EditMessageMutationVariables>) {
  return Apollo.useMutation<EditMessageMutation, EditMessageMutationVariables>(EditMessageDocument, options);
}

export function useDeleteMessageMutation(options?: Apollo.useMutation.Options<DeleteMessageMutation, DeleteMessageMutationVariables>) {
  return Apollo.useMutation<DeleteMessageMutation, DeleteMessageMutationVariables>(DeleteMessageDocument, options);
}

export function useSendMessage_runFragment(options: Omit<Apollo.useFragment.Options<SendMessage_runFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<SendMessage_runFragment> | null }) {
  return Apollo.useFragment<SendMessage_runFragment, {}>({ ...options, fragment: SendMessage_runFragmentDoc, fragmentName: 'SendMessage_run' });
}

export function useAddReactionMutation(options?: Apollo.useMutation.Options<AddReactionMutation, AddReactionMutationVariables>) {
  return Apollo.useMutation<AddReactionMutation, AddReactionMutationVariables>(AddReactionDocument, options);
}

export function useRemoveReactionMutation(options?: Apollo.useMutation.Options<RemoveReactionMutation, RemoveReactionMutationVariables>) {
  return Apollo.useMutation<RemoveReactionMutation, RemoveReactionMutationVariables>(RemoveReactionDocument, options);
}

export function useReactions_messageFragment(options: Omit<Apollo.useFragment.Options<Reactions_messageFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Reactions_messageFragment> | null }) {
  return Apollo.useFragment<Reactions_messageFragment, {}>({ ...options, fragment: Reactions_messageFragmentDoc, fragmentName: 'Reactions_message' });
}

export function useMarkReadMutation(options?: Apollo.useMutation.Options<MarkReadMutation, MarkReadMutationVariables>) {
  return Apollo.useMutation<MarkReadMutation, MarkReadMutationVariables>(MarkReadDocument, options);
}

export function useMarkDeliveredMutation(options?: Apollo.useMutation.Options<MarkDeliveredMutation, MarkDeliveredMutationVariables>) {
  return Apollo.useMutation<MarkDeliveredMutation, MarkDeliveredMutationVariables>(MarkDeliveredDocument, options);
}

export function useTypingSubscription(options: Apollo.useSubscription.Options<TypingSubscription, TypingSubscriptionVariables> | Apollo.SkipToken) {
  return Apollo.useSubscription<TypingSubscription, TypingSubscriptionVariables>(TypingDocument, options);
}

export function useSetTypingMutation(options?: Apollo.useMutation.Options<SetTypingMutation, SetTypingMutationVariables>) {
  return Apollo.useMutation<SetTypingMutation, SetTypingMutationVariables>(SetTypingDocument, options);
}

export function usePerson_userFragment(options: Omit<Apollo.useFragment.Options<Person_userFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Person_userFragment> | null }) {
  return Apollo.useFragment<Person_userFragment, {}>({ ...options, fragment: Person_userFragmentDoc, fragmentName: 'Person_user' });
}

export function usePeopleQuery(options: Apollo.useQuery.Options<PeopleQuery, PeopleQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<PeopleQuery, PeopleQueryVariables>(PeopleDocument, options);
}

export function usePeopleLazyQuery(options?: Apollo.useLazyQuery.Options<PeopleQuery, PeopleQueryVariables> & Whole) {
  return Apollo.useLazyQuery<PeopleQuery, PeopleQueryVariables>(PeopleDocument, options);
}

export function usePeopleSuspenseQuery(options: Apollo.useSuspenseQuery.Options<PeopleQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<PeopleQuery, PeopleQueryVariables>(PeopleDocument, options);
}

export function useStartDirectThreadMutation(options?: Apollo.useMutation.Options<StartDirectThreadMutation, StartDirectThreadMutationVariables>) {
  return Apollo.useMutation<StartDirectThreadMutation, StartDirectThreadMutationVariables>(StartDirectThreadDocument, options);
}

export function useCreateGroupMutation(options?: Apollo.useMutation.Options<CreateGroupMutation, CreateGroupMutationVariables>) {
  return Apollo.useMutation<CreateGroupMutation, CreateGroupMutationVariables>(CreateGroupDocument, options);
}

export function useStartQuery(options: Apollo.useQuery.Options<StartQuery, StartQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<StartQuery, StartQueryVariables>(StartDocument, options);
}

export function useStartLazyQuery(options?: Apollo.useLazyQuery.Options<StartQuery, StartQueryVariables> & Whole) {
  return Apollo.useLazyQuery<StartQuery, StartQueryVariables>(StartDocument, options);
}

export function useStartSuspenseQuery(options: Apollo.useSuspenseQuery.Options<StartQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<StartQuery, StartQueryVariables>(StartDocument, options);
}

export function useSignOutMutation(options?: Apollo.useMutation.Options<SignOutMutation, SignOutMutationVariables>) {
  return Apollo.useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument, options);
}

export function useViewerQuery(options?: Apollo.useQuery.Options<ViewerQuery, ViewerQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options);
}

export function useViewerLazyQuery(options?: Apollo.useLazyQuery.Options<ViewerQuery, ViewerQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options);
}

export function useViewerSuspenseQuery(options?: Apollo.useSuspenseQuery.Options<ViewerQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ViewerQuery, ViewerQueryVariables>(ViewerDocument, options);
}

export function useThreadPreferencesFragment(options: Omit<Apollo.useFragment.Options<ThreadPreferencesFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ThreadPreferencesFragment> | null }) {
  return Apollo.useFragment<ThreadPreferencesFragment, {}>({ ...options, fragment: ThreadPreferencesFragmentDoc, fragmentName: 'ThreadPreferences' });
}

export function useThreadPreferences_threadFragment(options: Omit<Apollo.useFragment.Options<ThreadPreferences_threadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ThreadPreferences_threadFragment> | null }) {
  return Apollo.useFragment<ThreadPreferences_threadFragment, {}>({ ...options, fragment: ThreadPreferences_threadFragmentDoc, fragmentName: 'ThreadPreferences_thread' });
}

export function useUpdateThreadPreferencesMutation(options?: Apollo.useMutation.Options<UpdateThreadPreferencesMutation, UpdateThreadPreferencesMutationVariables>) {
  return Apollo.useMutation<UpdateThreadPreferencesMutation, UpdateThreadPreferencesMutationVariables>(UpdateThreadPreferencesDocument, options);
}

export function useMarkUnreadMutation(options?: Apollo.useMutation.Options<MarkUnreadMutation, MarkUnreadMutationVariables>) {
  return Apollo.useMutation<MarkUnreadMutation, MarkUnreadMutationVariables>(MarkUnreadDocument, options);
}

export function useThreadCan_threadFragment(options: Omit<Apollo.useFragment.Options<ThreadCan_threadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ThreadCan_threadFragment> | null }) {
  return Apollo.useFragment<ThreadCan_threadFragment, {}>({ ...options, fragment: ThreadCan_threadFragmentDoc, fragmentName: 'ThreadCan_thread' });
}

export function useThreadRow_threadFragment(options: Omit<Apollo.useFragment.Options<ThreadRow_threadFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ThreadRow_threadFragment> | null }) {
  return Apollo.useFragment<ThreadRow_threadFragment, {}>({ ...options, fragment: ThreadRow_threadFragmentDoc, fragmentName: 'ThreadRow_thread' });
}

export function useThreadsByIdQuery(options: Apollo.useQuery.Options<ThreadsByIdQuery, ThreadsByIdQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ThreadsByIdQuery, ThreadsByIdQueryVariables>(ThreadsByIdDocument, options);
}

export function useThreadsByIdLazyQuery(options?: Apollo.useLazyQuery.Options<ThreadsByIdQuery, ThreadsByIdQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ThreadsByIdQuery, ThreadsByIdQueryVariables>(ThreadsByIdDocument, options);
}

export function useThreadsByIdSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ThreadsByIdQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ThreadsByIdQuery, ThreadsByIdQueryVariables>(ThreadsByIdDocument, options);
}

export function useThreadFolderQuery(options: Apollo.useQuery.Options<ThreadFolderQuery, ThreadFolderQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ThreadFolderQuery, ThreadFolderQueryVariables>(ThreadFolderDocument, options);
}

export function useThreadFolderLazyQuery(options?: Apollo.useLazyQuery.Options<ThreadFolderQuery, ThreadFolderQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ThreadFolderQuery, ThreadFolderQueryVariables>(ThreadFolderDocument, options);
}

export function useThreadFolderSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ThreadFolderQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ThreadFolderQuery, ThreadFolderQueryVariables>(ThreadFolderDocument, options);
}

export function useThreadList_threadsFragment(options: Omit<Apollo.useFragment.Options<ThreadList_threadsFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ThreadList_threadsFragment> | null }) {
  return Apollo.useFragment<ThreadList_threadsFragment, {}>({ ...options, fragment: ThreadList_threadsFragmentDoc, fragmentName: 'ThreadList_threads' });
}

export function useThreadHeadQuery(options: Apollo.useQuery.Options<ThreadHeadQuery, ThreadHeadQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ThreadHeadQuery, ThreadHeadQueryVariables>(ThreadHeadDocument, options);
}

export function useThreadHeadLazyQuery(options?: Apollo.useLazyQuery.Options<ThreadHeadQuery, ThreadHeadQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ThreadHeadQuery, ThreadHeadQueryVariables>(ThreadHeadDocument, options);
}

export function useThreadHeadSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ThreadHeadQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ThreadHeadQuery, ThreadHeadQueryVariables>(ThreadHeadDocument, options);
}
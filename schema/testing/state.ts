import { type DocumentNode, type FieldNode, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { schema } from '../index.ts';
import {
  inviteFields,
  type InviteView,
  messageFields,
  type MessageView,
  participantFields,
  type ParticipantView,
  type ReactionView,
} from './mutations.ts';
import { marked } from './questions.ts';

/** What changes with time, of everything that one person sees. */
export interface ThreadFields {
  id: string;
  kind: string;
  name: string | null;
  lastActivityAt: string;
  participantCount: number;
  unreadCount: number;
  unreadMentionCount: number;
  readSeq: number;
  deliveredSeq: number;
  lastMessage: { id: string } | null;
  unreadReplies: { id: string }[];
  unreadAsides: number[];
  viewerParticipant: { id: string } | null;
  preferences: Preferences | null;
  invites: Edges<InviteView>;
  bans: Edges<{ id: string }>;
  topic: string | null;
  pictureUrl: string | null;
  whoMayPost: string;
  whoMayAdd: string;
  whoMayCallAll: string;
  historyVisible: boolean;
  editWindowSeconds: number | null;
  groupArchivedAt: string | null;
  viewerCan: Record<string, boolean> | null;
}

export interface Preferences {
  pinned: boolean;
  favourite: boolean;
  mutedUntil: string | null;
  archived: boolean;
  archivedSeq: number | null;
  unreadFromSeq: number | null;
  unreadWhileReadSeq: number | null;
}

export interface Edges<Node> {
  edges: { node: Node }[];
}

export interface Named {
  id: string;
  displayName: string;
  avatarUrl: string | null;
  deleted: boolean;
}

/** Somebody's place in a thread, and since when they have come so far. */
export interface Place extends ParticipantView {
  joinedAt: string;
  readAt: string | null;
  deliveredAt: string | null;
}

interface Reactions extends ReactionView {
  users: Edges<{ id: string }>;
}

export type Said = Omit<MessageView, 'reactions'> & { reactions: Reactions[]; edits: Edges<object> };

export interface FullThread extends ThreadFields {
  participants: Edges<Place>;
  messages: Edges<Said>;
  pinnedMessages: Edges<{ id: string }>;
}

export interface ThreadState {
  fields: ThreadFields;
  participants: Map<string, Place>;
  messages: Map<string, Said>;
  /** What is pinned, as it was fetched; what is held says it of each message. */
  pinned: string[];
}

export type State = Map<string, ThreadState>;

/** What somebody keeps, last saved first. */
export type Saved = { id: string; thread: { id: string } }[];

export interface Change {
  __typename: string;
  cursor: string;
  threadId: string;
  message: Said & { thread: ThreadFields };
  thread: FullThread;
  participant: Place;
  person: Named;
  preferences: Preferences;
  emoji: string;
  reacted: boolean;
  saved: boolean;
  followed: boolean;
  unread: boolean;
  mention: boolean;
}

const parts = `
  fragment Activity on Thread { id lastActivityAt unreadCount unreadMentionCount readSeq deliveredSeq lastMessage { id } unreadAsides }
  fragment Preferences on ThreadPreferences { pinned favourite mutedUntil archived archivedSeq unreadFromSeq unreadWhileReadSeq }
  fragment Fields on Thread { ...Activity unreadReplies { id } kind name participantCount viewerParticipant { id } preferences { ...Preferences }
    topic pictureUrl whoMayPost whoMayAdd whoMayCallAll historyVisible editWindowSeconds groupArchivedAt
    viewerCan { post callAll react pin deleteAnyMessage rename setTopic setRules add invite removeMembers removeAdmins ban setRoles archive delete leave }
    bans(first: 100) { edges { node { id user { id } bannedBy { id } } } }
    invites(first: 100) { edges { node { ${inviteFields} } } } }
  fragment Place on Participant { ${participantFields} joinedAt readAt deliveredAt user { displayName avatarUrl deleted } }
  fragment Said on Message { ${messageFields.replace(/viewerReacted|replies(?:Followed|Unread|Mention)/g, '')} author { displayName avatarUrl deleted }
    edits(first: 100) { edges { node { body editedAt } } }
    replyTo { replyCount lastRepliers { id } } }
  fragment Mine on Message { reactions { viewerReacted users(first: 100) { edges { node { id } } } } viewerSaved repliesFollowed repliesUnread repliesMention }
  fragment People on Thread { participants(first: 100) { edges { node { ...Place } } } }
  fragment Messages on Thread { messages(first: 100) { edges { node { ...Said ...Mine } } }
    pinnedMessages(first: 100) { edges { node { id } } } }`;

export const everything = `${parts}
  query { cursor privacy { readReceipts presence } savedMessages(first: 100) { edges { node { id thread { id } } } } threads(first: 100) { edges { node { ...Fields ...People ...Messages } } } }`;

/** Each change is asked for no more than what it is about: what another one must tell is not told beside it. */
const ofChange = `
  __typename cursor
  ... on MessageAdded { message { ...Said thread { ...Activity } } }
  ... on MessageEdited { message { ...Said thread { id unreadMentionCount } } }
  ... on MessageDeleted { message { ...Said thread { id unreadMentionCount } } }
  ... on ReactionsChanged { message { id thread { id } reactions { emoji count } } person { id } emoji reacted }
  ... on PinsChanged { message { id thread { id } pinnedAt pinnedBy { id } } }
  ... on SavedMessagesChanged { message { id thread { id } } saved }
  ... on ReceiptMoved { thread { ...Activity } participant { ...Place } }
  ... on GroupUpdated { thread { ...Fields ...People } }
  ... on ThreadAdded { thread { ...Fields ...People ...Messages } }
  ... on ThreadLeft { threadId }
  ... on UserUpdated { person { id displayName avatarUrl deleted } }
  ... on FollowedRepliesChanged { message { id thread { id unreadReplies { id } } } followed unread mention }
  ... on ThreadPreferencesChanged { thread { ...Activity } preferences { ...Preferences } }`;

export const changesAfter = `${parts}
  query ($after: Cursor!, $first: Int) { changes(after: $after, first: $first) { cursor hasMore changes { ${ofChange} } } }`;

/** The same as they come. */
export const changesToCome = parse(`${parts}
  subscription ($after: Cursor!) { changes(after: $after) { ${ofChange} } }`);

/** Without what depends on who asks: its answers are made once for all who are told the same. */
export const changesForAll = withoutOwn(changesToCome);

function withoutOwn(document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const Field = ({ name }: FieldNode) =>
    marked.has(`${types.getParentType()?.name}.${name.value}`) ? null : undefined;
  return visit(document, visitWithTypeInfo(types, { Field }));
}

/** What is held as a list that depends on who asks; what stands in the lists need not. */
const lists = new Set(['participants', 'messages']);
const own = new Set(
  [...marked].flatMap((name) => name.split('.')[1] ?? []).filter((name) => !lists.has(name)),
);

/** Of what is held or fetched, what `changesForAll` tells. */
export const withoutOwnFields = (of: unknown): unknown =>
  JSON.parse(JSON.stringify(of, (key, value: unknown) => (own.has(key) ? undefined : value)));

import { getNamedType, GraphQLError, isUnionType } from 'graphql';
import { schema } from '../index.ts';

export interface ThreadView {
  id: string;
  kind: 'DIRECT' | 'GROUP';
  name: string | null;
  participantCount: number;
  unreadCount: number;
  readSeq: number;
  deliveredSeq: number;
  lastActivityAt: string;
}

export interface MessageView {
  id: string;
  seq: number;
  body: string;
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  status: 'SENT' | 'DELIVERED' | 'READ';
  author: { id: string } | null;
  replyTo: { id: string } | null;
  thread: { id: string };
  attachments: AttachmentView[];
  reactions: ReactionView[];
  mentions: { id: string }[];
  mentionsAll: boolean;
  forwardedFrom: { id: string } | null;
  pinnedAt: string | null;
  pinnedBy: { id: string } | null;
  viewerSaved: boolean;
  onlyInReplies: boolean;
  replyCount: number;
  lastRepliers: { id: string }[];
  repliesFollowed: boolean;
  repliesUnread: boolean;
  repliesMention: boolean;
}

export interface ReactionView {
  emoji: string;
  count: number;
  viewerReacted: boolean;
}

export interface AttachmentView {
  id: string;
  name: string;
  contentType: string;
  kind: 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE';
  size: number;
  width: number | null;
  height: number | null;
  url: string;
  thumbnailUrl: string | null;
}

export interface InviteView {
  id: string;
  url: string;
  uses: number;
  maxUses: number | null;
  expiresAt: string | null;
  revokedAt: string | null;
  createdBy: { id: string };
}

export interface ParticipantView {
  id: string;
  role: 'OWNER' | 'ADMIN' | 'MEMBER';
  joinedSeq: number;
  lastReadSeq: number;
  lastDeliveredSeq: number;
  user: { id: string };
}

/** A payload or an error; a test knows which of the fields are there. */
export interface Outcome {
  __typename: string;
  code: string;
  reason: string;
  fields: { path: string; reason: string }[];
  final: boolean;
  ok: boolean;
  viewer: { id: string; handle: string; displayName: string };
  thread: ThreadView;
  message: MessageView;
  messages: MessageView[];
  participant: ParticipantView;
  invite: InviteView;
  token: string;
  attachmentId: string;
  deleted: boolean;
  uploadUrl: string;
  method: string;
  headers: { name: string; value: string }[];
  sessionId: string;
  count: number;
  privacy: { readReceipts: boolean; presence: boolean };
  ban: { id: string; user: { id: string } };
  threadId: string;
}

const threadFields = 'id kind name participantCount unreadCount readSeq deliveredSeq lastActivityAt';
const attachmentFields = 'id name contentType kind size width height url thumbnailUrl';
export const messageFields = `id seq body createdAt editedAt deletedAt status author { id } replyTo { id } thread { id }
  attachments { ${attachmentFields} } reactions { emoji count viewerReacted } mentions { id } mentionsAll
  forwardedFrom { id } pinnedAt pinnedBy { id }
  onlyInReplies replyCount lastRepliers { id } repliesFollowed repliesUnread repliesMention`;
export const inviteFields = 'id url uses maxUses expiresAt revokedAt createdBy { id }';
export const participantFields = 'id role joinedSeq lastReadSeq lastDeliveredSeq user { id }';

/** What is asked of each field that a payload can have. A new one fails here, so that nobody forgets to ask for it. */
const selections: Record<string, string> = {
  ok: 'ok',
  viewer: 'viewer { id handle displayName }',
  thread: `thread { ${threadFields} }`,
  message: `message { ${messageFields} viewerSaved }`,
  messages: `messages { ${messageFields} viewerSaved }`,
  participant: `participant { ${participantFields} }`,
  invite: `invite { ${inviteFields} }`,
  token: 'token',
  attachmentId: 'attachmentId',
  deleted: 'deleted',
  uploadUrl: 'uploadUrl',
  method: 'method',
  headers: 'headers { name value }',
  sessionId: 'sessionId',
  count: 'count',
  privacy: 'privacy { readReceipts presence }',
  ban: 'ban { id user { id } bannedBy { id } }',
  threadId: 'threadId',
};

const documents = new Map<string, string>();

/** A document that does one mutation and asks for all that it gives back, as `outcome`. */
export function mutationOf(name: string): string {
  const known = documents.get(name);
  if (known) return known;
  const field = schema.getMutationType()?.getFields()[name];
  if (!field) throw new GraphQLError(`There is no mutation ${name}.`);
  const inputType = field.args.find((arg) => arg.name === 'input')?.type;
  const union = getNamedType(field.type);
  if (!isUnionType(union)) throw new Error(`${name} returns no union.`);
  const payload = union.getTypes().find((type) => type.name.endsWith('Payload'));
  const asked = Object.keys(payload?.getFields() ?? {}).map((key) => {
    const selection = selections[key];
    if (!selection)
      throw new Error(`schema/testing/mutations.ts does not know what to ask of ${payload?.name}.${key}.`);
    return selection;
  });
  const document = `mutation ($input: ${String(inputType)}) {
    outcome: ${name}(input: $input) {
      __typename
      ... on Error { code reason }
      ... on InputError { fields { path reason } }
      ${union.getTypes().some((type) => type.name === 'LimitError') ? '... on LimitError { final }' : ''}
      ... on ${payload?.name} { ${asked.join(' ')} }
    }
  }`;
  documents.set(name, document);
  return document;
}

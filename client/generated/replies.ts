/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
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

/** The replies to which message, and how far. */
export type MarkRepliesReadInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The message that they answer. */
  messageId: string;
  /** The last reply that was seen. One behind the last there is means that. */
  seq: number;
};

/** The replies to which message, and whether to follow them. */
export type SetRepliesFollowedInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** Whether to follow them from now on. */
  followed: boolean;
  /** The message, in a thread of the viewer’s. */
  messageId: string;
};

export type RepliesQueryVariables = Exact<{
  messageId: string;
  last: number;
  before?: string | null | undefined;
}>;


export type RepliesQuery = { node:
    | { __typename: 'Attachment' }
    | { __typename: 'Ban' }
    | { __typename: 'Invite' }
    | { __typename: 'Message', repliesFollowed: boolean, repliesMention: boolean, id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, viewerSaved: boolean, onlyInReplies: boolean, replyCount: number, repliesUnread: boolean, thread: { __typename: 'Thread', id: string }, replies: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', cursor: string, node: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, viewerSaved: boolean, onlyInReplies: boolean, replyCount: number, repliesUnread: boolean, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> }
    | { __typename: 'Participant' }
    | { __typename: 'Thread' }
    | { __typename: 'User' }
   | null };

export type SetRepliesFollowedMutationVariables = Exact<{
  input: SetRepliesFollowedInput;
}>;


export type SetRepliesFollowedMutation = { setRepliesFollowed:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'SetRepliesFollowedPayload', message: { __typename: 'Message', id: string, repliesFollowed: boolean, repliesUnread: boolean, repliesMention: boolean } }
   };

export type MarkRepliesReadMutationVariables = Exact<{
  input: MarkRepliesReadInput;
}>;


export type MarkRepliesReadMutation = { markRepliesRead:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'MarkRepliesReadPayload', message: { __typename: 'Message', id: string, repliesFollowed: boolean, repliesUnread: boolean, repliesMention: boolean } }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type Replies_followFragment = { __typename: 'Message', id: string, repliesFollowed: boolean, repliesUnread: boolean, repliesMention: boolean };

export type Replies_messageFragment = { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, editedAt: string | null, deletedAt: string | null, mentionsAll: boolean, pinnedAt: string | null, viewerSaved: boolean, onlyInReplies: boolean, replyCount: number, repliesUnread: boolean, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, viewerReacted: boolean }>, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }>, replyTo: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } | null, mentions: Array<{ __typename: 'User', id: string, handle: string, displayName: string }>, forwardedFrom: { __typename: 'User', id: string, displayName: string } | null, lastRepliers: Array<{ __typename: 'User', id: string, displayName: string, avatarUrl: string | null }> };

const Replies_followDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Replies_follow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"repliesFollowed"}},{"kind":"Field","name":{"kind":"Name","value":"repliesUnread"}},{"kind":"Field","name":{"kind":"Name","value":"repliesMention"}}]}};
const Replies_messageDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Replies_message"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"viewerReacted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replyTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"mentions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mentionsAll"}},{"kind":"Field","name":{"kind":"Name","value":"forwardedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pinnedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}},{"kind":"Field","name":{"kind":"Name","value":"onlyInReplies"}},{"kind":"Field","name":{"kind":"Name","value":"replyCount"}},{"kind":"Field","name":{"kind":"Name","value":"lastRepliers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"repliesUnread"}}]}};
export const Replies_followFragmentDoc = {"kind":"Document","definitions":[Replies_followDefinition]} as unknown as DocumentNode<Replies_followFragment, unknown>;
export const Replies_messageFragmentDoc = {"kind":"Document","definitions":[Replies_messageDefinition]} as unknown as DocumentNode<Replies_messageFragment, unknown>;
export const RepliesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Replies"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"messageId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"messageId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_message"}},{"kind":"Field","name":{"kind":"Name","value":"repliesFollowed"}},{"kind":"Field","name":{"kind":"Name","value":"repliesMention"}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},Replies_messageDefinition]} as unknown as DocumentNode<RepliesQuery, RepliesQueryVariables>;
export const SetRepliesFollowedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetRepliesFollowed"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetRepliesFollowedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setRepliesFollowed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SetRepliesFollowedPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_follow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Replies_followDefinition]} as unknown as DocumentNode<SetRepliesFollowedMutation, SetRepliesFollowedMutationVariables>;
export const MarkRepliesReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkRepliesRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkRepliesReadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markRepliesRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarkRepliesReadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Replies_follow"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}},Replies_followDefinition]} as unknown as DocumentNode<MarkRepliesReadMutation, MarkRepliesReadMutationVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useRepliesQuery(options: Apollo.useQuery.Options<RepliesQuery, RepliesQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<RepliesQuery, RepliesQueryVariables>(RepliesDocument, options);
}

export function useRepliesLazyQuery(options?: Apollo.useLazyQuery.Options<RepliesQuery, RepliesQueryVariables> & Whole) {
  return Apollo.useLazyQuery<RepliesQuery, RepliesQueryVariables>(RepliesDocument, options);
}

export function useRepliesSuspenseQuery(options: Apollo.useSuspenseQuery.Options<RepliesQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<RepliesQuery, RepliesQueryVariables>(RepliesDocument, options);
}

export function useSetRepliesFollowedMutation(options?: Apollo.useMutation.Options<SetRepliesFollowedMutation, SetRepliesFollowedMutationVariables>) {
  return Apollo.useMutation<SetRepliesFollowedMutation, SetRepliesFollowedMutationVariables>(SetRepliesFollowedDocument, options);
}

export function useMarkRepliesReadMutation(options?: Apollo.useMutation.Options<MarkRepliesReadMutation, MarkRepliesReadMutationVariables>) {
  return Apollo.useMutation<MarkRepliesReadMutation, MarkRepliesReadMutationVariables>(MarkRepliesReadDocument, options);
}

export function useReplies_followFragment(options: Omit<Apollo.useFragment.Options<Replies_followFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Replies_followFragment> | null }) {
  return Apollo.useFragment<Replies_followFragment, {}>({ ...options, fragment: Replies_followFragmentDoc, fragmentName: 'Replies_follow' });
}

export function useReplies_messageFragment(options: Omit<Apollo.useFragment.Options<Replies_messageFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Replies_messageFragment> | null }) {
  return Apollo.useFragment<Replies_messageFragment, {}>({ ...options, fragment: Replies_messageFragmentDoc, fragmentName: 'Replies_message' });
}
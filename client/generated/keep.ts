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

/** Which message, and where to. */
export type ForwardMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The ids of the new messages, made by the client, one for each thread in the same order: each is as `id` of sendMessage. The server makes them where they are missing. */
  ids?: Array<string> | null | undefined;
  /** A message of somebody, in a thread of the viewer’s. */
  messageId: string;
  /** The threads to say it in: 1–10, each once. Its own may be among them. */
  threadIds: Array<string>;
};

/** Which message. */
export type PinMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** A message of somebody, in a thread of the viewer’s. */
  messageId: string;
};

/** Which message. */
export type SaveMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** A message of somebody, in a thread of the viewer’s. */
  messageId: string;
};

/** What sort of thread it is. */
export type ThreadKind =
  /** Between two people: one for each pair; nobody can leave it. */
  | 'DIRECT'
  /** Named, of any number of people, with roles. */
  | 'GROUP';

/** Which message. */
export type UnpinMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The message. */
  messageId: string;
};

/** Which message. */
export type UnsaveMessageInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The message. */
  messageId: string;
};

export type SavedMessagesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SavedMessagesQuery = { savedMessages: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', cursor: string, node: { __typename: 'Message', id: string, seq: number, body: string, createdAt: string, deletedAt: string | null, viewerSaved: boolean, author: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, thread: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, peer: { __typename: 'User', id: string, displayName: string } | null } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type PinnedMessagesQueryVariables = Exact<{
  threadId: string;
}>;


export type PinnedMessagesQuery = { thread: { __typename: 'Thread', id: string, pinnedMessages: { __typename: 'MessageConnection', edges: Array<{ __typename: 'MessageEdge', node: { __typename: 'Message', id: string, seq: number, body: string, deletedAt: string | null, pinnedAt: string | null, attachments: Array<{ __typename: 'Attachment', id: string, name: string, kind: AttachmentKind }>, author: { __typename: 'User', id: string, displayName: string } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } } | null };

export type SaveMessageMutationVariables = Exact<{
  input: SaveMessageInput;
}>;


export type SaveMessageMutation = { saveMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'SaveMessagePayload', message: { __typename: 'Message', id: string, viewerSaved: boolean } }
   };

export type UnsaveMessageMutationVariables = Exact<{
  input: UnsaveMessageInput;
}>;


export type UnsaveMessageMutation = { unsaveMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UnsaveMessagePayload', message: { __typename: 'Message', id: string, viewerSaved: boolean } }
   };

export type PinMessageMutationVariables = Exact<{
  input: PinMessageInput;
}>;


export type PinMessageMutation = { pinMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'PinMessagePayload', message: { __typename: 'Message', id: string, pinnedAt: string | null } }
   };

export type UnpinMessageMutationVariables = Exact<{
  input: UnpinMessageInput;
}>;


export type UnpinMessageMutation = { unpinMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UnpinMessagePayload', message: { __typename: 'Message', id: string, pinnedAt: string | null } }
   };

export type ForwardTargetsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ForwardTargetsQuery = { threads: { __typename: 'ThreadConnection', edges: Array<{ __typename: 'ThreadEdge', node: { __typename: 'Thread', id: string, kind: ThreadKind, name: string | null, lastActivityAt: string, pictureUrl: string | null, peer: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } | null, viewerCan: { __typename: 'ViewerCan', post: boolean } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type ForwardMessageMutationVariables = Exact<{
  input: ForwardMessageInput;
}>;


export type ForwardMessageMutation = { forwardMessage:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'ForwardMessagePayload', messages: Array<{ __typename: 'Message', id: string }> }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };


export const SavedMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SavedMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savedMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"peer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SavedMessagesQuery, SavedMessagesQueryVariables>;
export const PinnedMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PinnedMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pinnedMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pinnedAt"}},{"kind":"Field","name":{"kind":"Name","value":"attachments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PinnedMessagesQuery, PinnedMessagesQueryVariables>;
export const SaveMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SaveMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SaveMessageMutation, SaveMessageMutationVariables>;
export const UnsaveMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnsaveMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnsaveMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unsaveMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsaveMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"viewerSaved"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<UnsaveMessageMutation, UnsaveMessageMutationVariables>;
export const PinMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PinMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PinMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pinMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PinMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pinnedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<PinMessageMutation, PinMessageMutationVariables>;
export const UnpinMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnpinMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnpinMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unpinMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnpinMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pinnedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<UnpinMessageMutation, UnpinMessageMutationVariables>;
export const ForwardTargetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ForwardTargets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threads"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastActivityAt"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"peer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"post"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ForwardTargetsQuery, ForwardTargetsQueryVariables>;
export const ForwardMessageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForwardMessage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForwardMessageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forwardMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ForwardMessagePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<ForwardMessageMutation, ForwardMessageMutationVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useSavedMessagesQuery(options: Apollo.useQuery.Options<SavedMessagesQuery, SavedMessagesQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<SavedMessagesQuery, SavedMessagesQueryVariables>(SavedMessagesDocument, options);
}

export function useSavedMessagesLazyQuery(options?: Apollo.useLazyQuery.Options<SavedMessagesQuery, SavedMessagesQueryVariables> & Whole) {
  return Apollo.useLazyQuery<SavedMessagesQuery, SavedMessagesQueryVariables>(SavedMessagesDocument, options);
}

export function useSavedMessagesSuspenseQuery(options: Apollo.useSuspenseQuery.Options<SavedMessagesQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<SavedMessagesQuery, SavedMessagesQueryVariables>(SavedMessagesDocument, options);
}

export function usePinnedMessagesQuery(options: Apollo.useQuery.Options<PinnedMessagesQuery, PinnedMessagesQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<PinnedMessagesQuery, PinnedMessagesQueryVariables>(PinnedMessagesDocument, options);
}

export function usePinnedMessagesLazyQuery(options?: Apollo.useLazyQuery.Options<PinnedMessagesQuery, PinnedMessagesQueryVariables> & Whole) {
  return Apollo.useLazyQuery<PinnedMessagesQuery, PinnedMessagesQueryVariables>(PinnedMessagesDocument, options);
}

export function usePinnedMessagesSuspenseQuery(options: Apollo.useSuspenseQuery.Options<PinnedMessagesQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<PinnedMessagesQuery, PinnedMessagesQueryVariables>(PinnedMessagesDocument, options);
}

export function useSaveMessageMutation(options?: Apollo.useMutation.Options<SaveMessageMutation, SaveMessageMutationVariables>) {
  return Apollo.useMutation<SaveMessageMutation, SaveMessageMutationVariables>(SaveMessageDocument, options);
}

export function useUnsaveMessageMutation(options?: Apollo.useMutation.Options<UnsaveMessageMutation, UnsaveMessageMutationVariables>) {
  return Apollo.useMutation<UnsaveMessageMutation, UnsaveMessageMutationVariables>(UnsaveMessageDocument, options);
}

export function usePinMessageMutation(options?: Apollo.useMutation.Options<PinMessageMutation, PinMessageMutationVariables>) {
  return Apollo.useMutation<PinMessageMutation, PinMessageMutationVariables>(PinMessageDocument, options);
}

export function useUnpinMessageMutation(options?: Apollo.useMutation.Options<UnpinMessageMutation, UnpinMessageMutationVariables>) {
  return Apollo.useMutation<UnpinMessageMutation, UnpinMessageMutationVariables>(UnpinMessageDocument, options);
}

export function useForwardTargetsQuery(options: Apollo.useQuery.Options<ForwardTargetsQuery, ForwardTargetsQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ForwardTargetsQuery, ForwardTargetsQueryVariables>(ForwardTargetsDocument, options);
}

export function useForwardTargetsLazyQuery(options?: Apollo.useLazyQuery.Options<ForwardTargetsQuery, ForwardTargetsQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ForwardTargetsQuery, ForwardTargetsQueryVariables>(ForwardTargetsDocument, options);
}

export function useForwardTargetsSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ForwardTargetsQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ForwardTargetsQuery, ForwardTargetsQueryVariables>(ForwardTargetsDocument, options);
}

export function useForwardMessageMutation(options?: Apollo.useMutation.Options<ForwardMessageMutation, ForwardMessageMutationVariables>) {
  return Apollo.useMutation<ForwardMessageMutation, ForwardMessageMutationVariables>(ForwardMessageDocument, options);
}
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
/** Which group. */
export type ArchiveGroupInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
};

/** Whom to keep out, and of which group. */
export type BanParticipantInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
  /** The person, whether they are in it or not. */
  userId: string;
};

/** Which group. */
export type DeleteGroupInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
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

/** Which group. */
export type UnarchiveGroupInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
};

/** Whom to keep out no longer, and of which group. */
export type UnbanParticipantInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The group. */
  threadId: string;
  /** The person. */
  userId: string;
};

/** What should be otherwise. What is left out stays as it is. */
export type UpdateGroupSettingsInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** For how long after it was sent a message can be changed: 60–31,536,000 seconds; 0 for as long as one likes. */
  editWindowSeconds?: number | null | undefined;
  /** Whether newcomers see what was said before them. Who is in the group goes on seeing what they saw. */
  historyVisible?: boolean | null | undefined;
  /** An own upload with the purpose PICTURE that is complete, to be the group’s picture; "" for none. */
  pictureId?: string | null | undefined;
  /** The group. */
  threadId: string;
  /** Up to 250 characters on one line; "" for none. */
  topic?: string | null | undefined;
  /** Who adds people. */
  whoMayAdd?: WhoMay | null | undefined;
  /** Who calls everybody by `@all`. */
  whoMayCallAll?: WhoMay | null | undefined;
  /** Who writes here. */
  whoMayPost?: WhoMay | null | undefined;
};

/** Of a group’s people, those to whom something is open. */
export type WhoMay =
  /** The owner and admins. */
  | 'ADMINS'
  /** All of them. */
  | 'EVERYBODY';

export type GroupBansQueryVariables = Exact<{
  threadId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type GroupBansQuery = { thread: { __typename: 'Thread', id: string, bans: { __typename: 'BanConnection', edges: Array<{ __typename: 'BanEdge', node: { __typename: 'Ban', id: string, bannedAt: string, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null }, bannedBy: { __typename: 'User', id: string, displayName: string } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };

export type BanRow_banFragment = { __typename: 'Ban', id: string, bannedAt: string, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null }, bannedBy: { __typename: 'User', id: string, displayName: string } };

export type UpdateGroupSettingsMutationVariables = Exact<{
  input: UpdateGroupSettingsInput;
}>;


export type UpdateGroupSettingsMutation = { updateGroupSettings:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UpdateGroupSettingsPayload', thread: { __typename: 'Thread', id: string, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null } }
   };

export type UnbanParticipantMutationVariables = Exact<{
  input: UnbanParticipantInput;
}>;


export type UnbanParticipantMutation = { unbanParticipant:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UnbanParticipantPayload', thread: { __typename: 'Thread', id: string } }
   };

export type ArchiveGroupMutationVariables = Exact<{
  input: ArchiveGroupInput;
}>;


export type ArchiveGroupMutation = { archiveGroup:
    | { __typename: 'ArchiveGroupPayload', thread: { __typename: 'Thread', id: string, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null } }
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type UnarchiveGroupMutationVariables = Exact<{
  input: UnarchiveGroupInput;
}>;


export type UnarchiveGroupMutation = { unarchiveGroup:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UnarchiveGroupPayload', thread: { __typename: 'Thread', id: string, topic: string | null, pictureUrl: string | null, whoMayPost: WhoMay, whoMayAdd: WhoMay, whoMayCallAll: WhoMay, historyVisible: boolean, editWindowSeconds: number | null, groupArchivedAt: string | null } }
   };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { deleteGroup:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'DeleteGroupPayload', threadId: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

export type BanParticipantMutationVariables = Exact<{
  input: BanParticipantInput;
}>;


export type BanParticipantMutation = { banParticipant:
    | { __typename: 'BanParticipantPayload', thread: { __typename: 'Thread', id: string, participantCount: number } }
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'ForbiddenError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'LimitError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };

const BanRow_banDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"BanRow_ban"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Ban"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bannedAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bannedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}};
export const BanRow_banFragmentDoc = {"kind":"Document","definitions":[BanRow_banDefinition]} as unknown as DocumentNode<BanRow_banFragment, unknown>;
export const GroupBansDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupBans"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BanRow_ban"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},BanRow_banDefinition]} as unknown as DocumentNode<GroupBansQuery, GroupBansQueryVariables>;
export const UpdateGroupSettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateGroupSettings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateGroupSettingsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateGroupSettings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateGroupSettingsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayPost"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayAdd"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayCallAll"}},{"kind":"Field","name":{"kind":"Name","value":"historyVisible"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateGroupSettingsMutation, UpdateGroupSettingsMutationVariables>;
export const UnbanParticipantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnbanParticipant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnbanParticipantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unbanParticipant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnbanParticipantPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UnbanParticipantMutation, UnbanParticipantMutationVariables>;
export const ArchiveGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ArchiveGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ArchiveGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"archiveGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ArchiveGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayPost"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayAdd"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayCallAll"}},{"kind":"Field","name":{"kind":"Name","value":"historyVisible"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ArchiveGroupMutation, ArchiveGroupMutationVariables>;
export const UnarchiveGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnarchiveGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnarchiveGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unarchiveGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnarchiveGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"pictureUrl"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayPost"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayAdd"}},{"kind":"Field","name":{"kind":"Name","value":"whoMayCallAll"}},{"kind":"Field","name":{"kind":"Name","value":"historyVisible"}},{"kind":"Field","name":{"kind":"Name","value":"editWindowSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"groupArchivedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UnarchiveGroupMutation, UnarchiveGroupMutationVariables>;
export const DeleteGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threadId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const BanParticipantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BanParticipant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BanParticipantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"banParticipant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BanParticipantPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"participantCount"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BanParticipantMutation, BanParticipantMutationVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useGroupBansQuery(options: Apollo.useQuery.Options<GroupBansQuery, GroupBansQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<GroupBansQuery, GroupBansQueryVariables>(GroupBansDocument, options);
}

export function useGroupBansLazyQuery(options?: Apollo.useLazyQuery.Options<GroupBansQuery, GroupBansQueryVariables> & Whole) {
  return Apollo.useLazyQuery<GroupBansQuery, GroupBansQueryVariables>(GroupBansDocument, options);
}

export function useGroupBansSuspenseQuery(options: Apollo.useSuspenseQuery.Options<GroupBansQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<GroupBansQuery, GroupBansQueryVariables>(GroupBansDocument, options);
}

export function useBanRow_banFragment(options: Omit<Apollo.useFragment.Options<BanRow_banFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<BanRow_banFragment> | null }) {
  return Apollo.useFragment<BanRow_banFragment, {}>({ ...options, fragment: BanRow_banFragmentDoc, fragmentName: 'BanRow_ban' });
}

export function useUpdateGroupSettingsMutation(options?: Apollo.useMutation.Options<UpdateGroupSettingsMutation, UpdateGroupSettingsMutationVariables>) {
  return Apollo.useMutation<UpdateGroupSettingsMutation, UpdateGroupSettingsMutationVariables>(UpdateGroupSettingsDocument, options);
}

export function useUnbanParticipantMutation(options?: Apollo.useMutation.Options<UnbanParticipantMutation, UnbanParticipantMutationVariables>) {
  return Apollo.useMutation<UnbanParticipantMutation, UnbanParticipantMutationVariables>(UnbanParticipantDocument, options);
}

export function useArchiveGroupMutation(options?: Apollo.useMutation.Options<ArchiveGroupMutation, ArchiveGroupMutationVariables>) {
  return Apollo.useMutation<ArchiveGroupMutation, ArchiveGroupMutationVariables>(ArchiveGroupDocument, options);
}

export function useUnarchiveGroupMutation(options?: Apollo.useMutation.Options<UnarchiveGroupMutation, UnarchiveGroupMutationVariables>) {
  return Apollo.useMutation<UnarchiveGroupMutation, UnarchiveGroupMutationVariables>(UnarchiveGroupDocument, options);
}

export function useDeleteGroupMutation(options?: Apollo.useMutation.Options<DeleteGroupMutation, DeleteGroupMutationVariables>) {
  return Apollo.useMutation<DeleteGroupMutation, DeleteGroupMutationVariables>(DeleteGroupDocument, options);
}

export function useBanParticipantMutation(options?: Apollo.useMutation.Options<BanParticipantMutation, BanParticipantMutationVariables>) {
  return Apollo.useMutation<BanParticipantMutation, BanParticipantMutationVariables>(BanParticipantDocument, options);
}
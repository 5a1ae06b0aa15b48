/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
/** The old password, and the new one. */
export type ChangePasswordInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The password until now. */
  currentPassword: string;
  /** 8–256 characters, and none of the commonest passwords. */
  newPassword: string;
};

/** The password, so that it is really the viewer. */
export type DeleteAccountInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The password. */
  password: string;
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

/** Nothing but the key that every input takes. */
export type RevokeOtherSessionsInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** One of the viewer’s own. */
  sessionId: string;
};

/** What others should see from now on. What is left out stays as it is. */
export type UpdatePrivacyInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** Whether it is shown when the viewer is there and what their devices get, and the same of others. */
  presence?: boolean | null | undefined;
  /** Whether what the viewer reads is shown, and what others read. */
  readReceipts?: boolean | null | undefined;
};

/** What others should see. What is left out stays as it is. */
export type UpdateProfileInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** The name to show: 1–100 characters on one line. */
  displayName?: string | null | undefined;
  /** An own upload with the purpose PICTURE that is complete, to be the viewer’s picture; "" for none. */
  pictureId?: string | null | undefined;
};

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'UpdateProfilePayload', viewer: { __typename: 'User', id: string, displayName: string, avatarUrl: string | null } }
   };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'ChangePasswordPayload', viewer: { __typename: 'User', id: string } }
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
   };

export type SessionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { sessions: { __typename: 'SessionConnection', edges: Array<{ __typename: 'SessionEdge', node: { __typename: 'Session', id: string, device: string, network: string | null, current: boolean, createdAt: string, lastSeenAt: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type SessionRow_sessionFragment = { __typename: 'Session', id: string, device: string, network: string | null, current: boolean, createdAt: string, lastSeenAt: string };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
    | { __typename: 'RevokeSessionPayload', sessionId: string }
   };

export type RevokeOtherSessionsMutationVariables = Exact<{
  input: RevokeOtherSessionsInput;
}>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'RevokeOtherSessionsPayload', count: number }
   };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { deleteAccount:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'DeleteAccountPayload', ok: boolean }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
   };

export type PrivacyQueryVariables = Exact<{ [key: string]: never; }>;


export type PrivacyQuery = { privacy: { __typename: 'Privacy', readReceipts: boolean, presence: boolean } };

export type UpdatePrivacyMutationVariables = Exact<{
  input: UpdatePrivacyInput;
}>;


export type UpdatePrivacyMutation = { updatePrivacy:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'UpdatePrivacyPayload', privacy: { __typename: 'Privacy', readReceipts: boolean, presence: boolean } }
   };

const SessionRow_sessionDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionRow_session"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}};
export const SessionRow_sessionFragmentDoc = {"kind":"Document","definitions":[SessionRow_sessionDefinition]} as unknown as DocumentNode<SessionRow_sessionFragment, unknown>;
export const UpdateProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfilePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionRow_session"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},SessionRow_sessionDefinition]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const RevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeSessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeOtherSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeOtherSessionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeOtherSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeOtherSessionsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const DeleteAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const PrivacyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Privacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"privacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readReceipts"}},{"kind":"Field","name":{"kind":"Name","value":"presence"}}]}}]}}]} as unknown as DocumentNode<PrivacyQuery, PrivacyQueryVariables>;
export const UpdatePrivacyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePrivacy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePrivacyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePrivacy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePrivacyPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"privacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readReceipts"}},{"kind":"Field","name":{"kind":"Name","value":"presence"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<UpdatePrivacyMutation, UpdatePrivacyMutationVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useUpdateProfileMutation(options?: Apollo.useMutation.Options<UpdateProfileMutation, UpdateProfileMutationVariables>) {
  return Apollo.useMutation<UpdateProfileMutation, UpdateProfileMutationVariables>(UpdateProfileDocument, options);
}

export function useChangePasswordMutation(options?: Apollo.useMutation.Options<ChangePasswordMutation, ChangePasswordMutationVariables>) {
  return Apollo.useMutation<ChangePasswordMutation, ChangePasswordMutationVariables>(ChangePasswordDocument, options);
}

export function useSessionsQuery(options: Apollo.useQuery.Options<SessionsQuery, SessionsQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<SessionsQuery, SessionsQueryVariables>(SessionsDocument, options);
}

export function useSessionsLazyQuery(options?: Apollo.useLazyQuery.Options<SessionsQuery, SessionsQueryVariables> & Whole) {
  return Apollo.useLazyQuery<SessionsQuery, SessionsQueryVariables>(SessionsDocument, options);
}

export function useSessionsSuspenseQuery(options: Apollo.useSuspenseQuery.Options<SessionsQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<SessionsQuery, SessionsQueryVariables>(SessionsDocument, options);
}

export function useSessionRow_sessionFragment(options: Omit<Apollo.useFragment.Options<SessionRow_sessionFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<SessionRow_sessionFragment> | null }) {
  return Apollo.useFragment<SessionRow_sessionFragment, {}>({ ...options, fragment: SessionRow_sessionFragmentDoc, fragmentName: 'SessionRow_session' });
}

export function useRevokeSessionMutation(options?: Apollo.useMutation.Options<RevokeSessionMutation, RevokeSessionMutationVariables>) {
  return Apollo.useMutation<RevokeSessionMutation, RevokeSessionMutationVariables>(RevokeSessionDocument, options);
}

export function useRevokeOtherSessionsMutation(options?: Apollo.useMutation.Options<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>) {
  return Apollo.useMutation<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>(RevokeOtherSessionsDocument, options);
}

export function useDeleteAccountMutation(options?: Apollo.useMutation.Options<DeleteAccountMutation, DeleteAccountMutationVariables>) {
  return Apollo.useMutation<DeleteAccountMutation, DeleteAccountMutationVariables>(DeleteAccountDocument, options);
}

export function usePrivacyQuery(options?: Apollo.useQuery.Options<PrivacyQuery, PrivacyQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<PrivacyQuery, PrivacyQueryVariables>(PrivacyDocument, options);
}

export function usePrivacyLazyQuery(options?: Apollo.useLazyQuery.Options<PrivacyQuery, PrivacyQueryVariables> & Whole) {
  return Apollo.useLazyQuery<PrivacyQuery, PrivacyQueryVariables>(PrivacyDocument, options);
}

export function usePrivacySuspenseQuery(options?: Apollo.useSuspenseQuery.Options<PrivacyQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<PrivacyQuery, PrivacyQueryVariables>(PrivacyDocument, options);
}

export function useUpdatePrivacyMutation(options?: Apollo.useMutation.Options<UpdatePrivacyMutation, UpdatePrivacyMutationVariables>) {
  return Apollo.useMutation<UpdatePrivacyMutation, UpdatePrivacyMutationVariables>(UpdatePrivacyDocument, options);
}
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
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

/** Whether somebody is there. */
export type PresenceState =
  /** Sockets of theirs are open, and of each of them they have said that they are away. */
  | 'AWAY'
  /** No socket of theirs is open, or they do not show it, or the viewer does not. */
  | 'OFFLINE'
  /** A socket of theirs is open, and they have not said that they are away. */
  | 'ONLINE';

/** Whether one is away. */
export type SetPresenceInput = {
  /** True when nobody has used this client for a while; false as soon as somebody does again. */
  away: boolean;
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
};

export type PresenceSubscriptionVariables = Exact<{
  userIds: Array<string> | string;
}>;


export type PresenceSubscription = { presence: Array<{ __typename: 'Presence', state: PresenceState, lastSeenAt: string | null, user: { __typename: 'User', id: string } }> };

export type SetPresenceMutationVariables = Exact<{
  input: SetPresenceInput;
}>;


export type SetPresenceMutation = { setPresence:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'InputError', code: ErrorCode, reason: string }
    | { __typename: 'SetPresencePayload', ok: boolean }
   };


export const PresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Presence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"userIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"userIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}}]}}]} as unknown as DocumentNode<PresenceSubscription, PresenceSubscriptionVariables>;
export const SetPresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPresence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPresenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPresence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SetPresencePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<SetPresenceMutation, SetPresenceMutationVariables>;
export function usePresenceSubscription(options: Apollo.useSubscription.Options<PresenceSubscription, PresenceSubscriptionVariables> | Apollo.SkipToken) {
  return Apollo.useSubscription<PresenceSubscription, PresenceSubscriptionVariables>(PresenceDocument, options);
}

export function useSetPresenceMutation(options?: Apollo.useMutation.Options<SetPresenceMutation, SetPresenceMutationVariables>) {
  return Apollo.useMutation<SetPresenceMutation, SetPresenceMutationVariables>(SetPresenceDocument, options);
}
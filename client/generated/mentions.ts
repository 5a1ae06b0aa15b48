/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
export type ThreadPeopleCalledQueryVariables = Exact<{
  threadId: string;
  search: string;
  first: number;
}>;


export type ThreadPeopleCalledQuery = { thread: { __typename: 'Thread', id: string, participants: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } } }> } } | null };

export type ThreadPeopleQueryVariables = Exact<{
  threadId: string;
  first: number;
}>;


export type ThreadPeopleQuery = { thread: { __typename: 'Thread', id: string, participants: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };


export const ThreadPeopleCalledDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThreadPeopleCalled"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables>;
export const ThreadPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ThreadPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ThreadPeopleQuery, ThreadPeopleQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useThreadPeopleCalledQuery(options: Apollo.useQuery.Options<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables>(ThreadPeopleCalledDocument, options);
}

export function useThreadPeopleCalledLazyQuery(options?: Apollo.useLazyQuery.Options<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables>(ThreadPeopleCalledDocument, options);
}

export function useThreadPeopleCalledSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ThreadPeopleCalledQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ThreadPeopleCalledQuery, ThreadPeopleCalledQueryVariables>(ThreadPeopleCalledDocument, options);
}

export function useThreadPeopleQuery(options: Apollo.useQuery.Options<ThreadPeopleQuery, ThreadPeopleQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ThreadPeopleQuery, ThreadPeopleQueryVariables>(ThreadPeopleDocument, options);
}

export function useThreadPeopleLazyQuery(options?: Apollo.useLazyQuery.Options<ThreadPeopleQuery, ThreadPeopleQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ThreadPeopleQuery, ThreadPeopleQueryVariables>(ThreadPeopleDocument, options);
}

export function useThreadPeopleSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ThreadPeopleQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ThreadPeopleQuery, ThreadPeopleQueryVariables>(ThreadPeopleDocument, options);
}
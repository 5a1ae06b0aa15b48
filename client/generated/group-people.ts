/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import * as Apollo from '@apollo/client/react';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What somebody is in a group. What they may do follows from it and from how the group is set up: `Thread.viewerCan` says it of the viewer. In a direct thread both are members. */
export type Role =
  /** Keeps the group in order: its name and topic, its people, its messages. */
  | 'ADMIN'
  /** Read and write. */
  | 'MEMBER'
  /** Everything; there is one. */
  | 'OWNER';

export type GroupPeopleFoundQueryVariables = Exact<{
  threadId: string;
  search: string;
  first: number;
}>;


export type GroupPeopleFoundQuery = { thread: { __typename: 'Thread', id: string, found: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, role: Role, joinedAt: string, lastReadSeq: number, lastDeliveredSeq: number, user: { __typename: 'User', id: string, handle: string, displayName: string, avatarUrl: string | null, bot: boolean } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null };


export const GroupPeopleFoundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupPeopleFound"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"thread"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"threadId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","alias":{"kind":"Name","value":"found"},"name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredSeq"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bot"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useGroupPeopleFoundQuery(options: Apollo.useQuery.Options<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables>(GroupPeopleFoundDocument, options);
}

export function useGroupPeopleFoundLazyQuery(options?: Apollo.useLazyQuery.Options<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables> & Whole) {
  return Apollo.useLazyQuery<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables>(GroupPeopleFoundDocument, options);
}

export function useGroupPeopleFoundSuspenseQuery(options: Apollo.useSuspenseQuery.Options<GroupPeopleFoundQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<GroupPeopleFoundQuery, GroupPeopleFoundQueryVariables>(GroupPeopleFoundDocument, options);
}
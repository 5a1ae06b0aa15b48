/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
export type ReactorsQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type ReactorsQuery = { node:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Ban', id: string }
    | { __typename: 'Invite', id: string }
    | { __typename: 'Message', id: string, reactions: Array<{ __typename: 'ReactionGroup', emoji: string, count: number, users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', node: { __typename: 'User', id: string, displayName: string } }> } }> }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Thread', id: string }
    | { __typename: 'User', id: string }
   | null };


export const ReactorsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reactors"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"emoji"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReactorsQuery, ReactorsQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useReactorsQuery(options: Apollo.useQuery.Options<ReactorsQuery, ReactorsQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<ReactorsQuery, ReactorsQueryVariables>(ReactorsDocument, options);
}

export function useReactorsLazyQuery(options?: Apollo.useLazyQuery.Options<ReactorsQuery, ReactorsQueryVariables> & Whole) {
  return Apollo.useLazyQuery<ReactorsQuery, ReactorsQueryVariables>(ReactorsDocument, options);
}

export function useReactorsSuspenseQuery(options: Apollo.useSuspenseQuery.Options<ReactorsQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<ReactorsQuery, ReactorsQueryVariables>(ReactorsDocument, options);
}
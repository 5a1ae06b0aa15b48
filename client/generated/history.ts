/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
export type MessageEditsQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type MessageEditsQuery = { node:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Ban', id: string }
    | { __typename: 'Invite', id: string }
    | { __typename: 'Message', body: string, createdAt: string, id: string, edits: { __typename: 'MessageEditConnection', edges: Array<{ __typename: 'MessageEditEdge', node: { __typename: 'MessageEdit', body: string, editedAt: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Thread', id: string }
    | { __typename: 'User', id: string }
   | null };


export const MessageEditsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageEdits"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"edits"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"editedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessageEditsQuery, MessageEditsQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useMessageEditsQuery(options: Apollo.useQuery.Options<MessageEditsQuery, MessageEditsQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<MessageEditsQuery, MessageEditsQueryVariables>(MessageEditsDocument, options);
}

export function useMessageEditsLazyQuery(options?: Apollo.useLazyQuery.Options<MessageEditsQuery, MessageEditsQueryVariables> & Whole) {
  return Apollo.useLazyQuery<MessageEditsQuery, MessageEditsQueryVariables>(MessageEditsDocument, options);
}

export function useMessageEditsSuspenseQuery(options: Apollo.useSuspenseQuery.Options<MessageEditsQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<MessageEditsQuery, MessageEditsQueryVariables>(MessageEditsDocument, options);
}
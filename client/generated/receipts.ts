/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
export type MessageReadByQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MessageReadByQuery = { privacy: { __typename: 'Privacy', readReceipts: boolean }, node:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Ban', id: string }
    | { __typename: 'Invite', id: string }
    | { __typename: 'Message', id: string, readBy: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, lastReadSeq: number, readAt: string | null, deliveredAt: string | null, user: { __typename: 'User', id: string, displayName: string, avatarUrl: string | null } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Thread', id: string }
    | { __typename: 'User', id: string }
   | null };

export type MessageDeliveredToQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MessageDeliveredToQuery = { privacy: { __typename: 'Privacy', readReceipts: boolean, presence: boolean }, node:
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Ban', id: string }
    | { __typename: 'Invite', id: string }
    | { __typename: 'Message', seq: number, id: string, deliveredTo: { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, lastReadSeq: number, readAt: string | null, deliveredAt: string | null, user: { __typename: 'User', id: string, displayName: string, avatarUrl: string | null } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Participant', id: string }
    | { __typename: 'Thread', id: string }
    | { __typename: 'User', id: string }
   | null };

export type Receipts_peopleFragment = { __typename: 'ParticipantConnection', edges: Array<{ __typename: 'ParticipantEdge', node: { __typename: 'Participant', id: string, lastReadSeq: number, readAt: string | null, deliveredAt: string | null, user: { __typename: 'User', id: string, displayName: string, avatarUrl: string | null } } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } };

export type ReceiptRow_participantFragment = { __typename: 'Participant', id: string, lastReadSeq: number, readAt: string | null, deliveredAt: string | null, user: { __typename: 'User', id: string, displayName: string, avatarUrl: string | null } };

const ReceiptRow_participantDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptRow_participant"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Participant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lastReadSeq"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"avatarUrl"}}]}}]}};
const Receipts_peopleDefinition = {"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipts_people"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ParticipantConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptRow_participant"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}};
export const ReceiptRow_participantFragmentDoc = {"kind":"Document","definitions":[ReceiptRow_participantDefinition]} as unknown as DocumentNode<ReceiptRow_participantFragment, unknown>;
export const Receipts_peopleFragmentDoc = {"kind":"Document","definitions":[Receipts_peopleDefinition,ReceiptRow_participantDefinition]} as unknown as DocumentNode<Receipts_peopleFragment, unknown>;
export const MessageReadByDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageReadBy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"privacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readReceipts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readBy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipts_people"}}]}}]}}]}}]}},ReceiptRow_participantDefinition,Receipts_peopleDefinition]} as unknown as DocumentNode<MessageReadByQuery, MessageReadByQueryVariables>;
export const MessageDeliveredToDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessageDeliveredTo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"privacy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"readReceipts"}},{"kind":"Field","name":{"kind":"Name","value":"presence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Message"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"deliveredTo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipts_people"}}]}}]}}]}}]}},ReceiptRow_participantDefinition,Receipts_peopleDefinition]} as unknown as DocumentNode<MessageDeliveredToQuery, MessageDeliveredToQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useMessageReadByQuery(options: Apollo.useQuery.Options<MessageReadByQuery, MessageReadByQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<MessageReadByQuery, MessageReadByQueryVariables>(MessageReadByDocument, options);
}

export function useMessageReadByLazyQuery(options?: Apollo.useLazyQuery.Options<MessageReadByQuery, MessageReadByQueryVariables> & Whole) {
  return Apollo.useLazyQuery<MessageReadByQuery, MessageReadByQueryVariables>(MessageReadByDocument, options);
}

export function useMessageReadBySuspenseQuery(options: Apollo.useSuspenseQuery.Options<MessageReadByQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<MessageReadByQuery, MessageReadByQueryVariables>(MessageReadByDocument, options);
}

export function useMessageDeliveredToQuery(options: Apollo.useQuery.Options<MessageDeliveredToQuery, MessageDeliveredToQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<MessageDeliveredToQuery, MessageDeliveredToQueryVariables>(MessageDeliveredToDocument, options);
}

export function useMessageDeliveredToLazyQuery(options?: Apollo.useLazyQuery.Options<MessageDeliveredToQuery, MessageDeliveredToQueryVariables> & Whole) {
  return Apollo.useLazyQuery<MessageDeliveredToQuery, MessageDeliveredToQueryVariables>(MessageDeliveredToDocument, options);
}

export function useMessageDeliveredToSuspenseQuery(options: Apollo.useSuspenseQuery.Options<MessageDeliveredToQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<MessageDeliveredToQuery, MessageDeliveredToQueryVariables>(MessageDeliveredToDocument, options);
}

export function useReceipts_peopleFragment(options: Omit<Apollo.useFragment.Options<Receipts_peopleFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<Receipts_peopleFragment> | null }) {
  return Apollo.useFragment<Receipts_peopleFragment, {}>({ ...options, fragment: Receipts_peopleFragmentDoc, fragmentName: 'Receipts_people' });
}

export function useReceiptRow_participantFragment(options: Omit<Apollo.useFragment.Options<ReceiptRow_participantFragment, {}>, 'fragment' | 'fragmentName' | 'from'> & { from: Apollo.useFragment.FromOptionValue<ReceiptRow_participantFragment> | null }) {
  return Apollo.useFragment<ReceiptRow_participantFragment, {}>({ ...options, fragment: ReceiptRow_participantFragmentDoc, fragmentName: 'ReceiptRow_participant' });
}
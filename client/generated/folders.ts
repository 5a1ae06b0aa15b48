/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import * as Apollo from '@apollo/client/react';
/** A part of the viewer’s list. What is archived is in ARCHIVED alone. */
export type ThreadFolder =
  /** What the viewer has archived, until something new comes. */
  | 'ARCHIVED'
  /** Direct threads. */
  | 'DIRECT'
  /** What the viewer has made a favourite. */
  | 'FAVOURITES'
  /** Groups. */
  | 'GROUPS'
  /** Everything that is not archived. */
  | 'INBOX'
  /** What has something unread that mentions the viewer, muted or not. */
  | 'MENTIONS'
  /** What has something unread and is not muted. */
  | 'UNREAD';

export type FolderCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type FolderCountsQuery = { threadFolders: Array<{ __typename: 'FolderCount', folder: ThreadFolder, unreadThreads: number }> };


export const FolderCountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FolderCounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"threadFolders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"folder"}},{"kind":"Field","name":{"kind":"Name","value":"unreadThreads"}}]}}]}}]} as unknown as DocumentNode<FolderCountsQuery, FolderCountsQueryVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useFolderCountsQuery(options?: Apollo.useQuery.Options<FolderCountsQuery, FolderCountsQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<FolderCountsQuery, FolderCountsQueryVariables>(FolderCountsDocument, options);
}

export function useFolderCountsLazyQuery(options?: Apollo.useLazyQuery.Options<FolderCountsQuery, FolderCountsQueryVariables> & Whole) {
  return Apollo.useLazyQuery<FolderCountsQuery, FolderCountsQueryVariables>(FolderCountsDocument, options);
}

export function useFolderCountsSuspenseQuery(options?: Apollo.useSuspenseQuery.Options<FolderCountsQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<FolderCountsQuery, FolderCountsQueryVariables>(FolderCountsDocument, options);
}
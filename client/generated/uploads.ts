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

/** Which file is to come. */
export type CreateUploadInput = {
  /** Makes a retry safe: the same key from the same account gives the first result again, whatever happened to its answer; with another input it is a CONFLICT. Up to 200 characters; any unguessable string, such as a UUID. */
  clientMutationId?: string | null | undefined;
  /** Its media type, such as `image/png`. What it holds decides in the end. */
  contentType: string;
  /** What it is called: 1–255 characters on one line, without slashes. */
  name: string;
  /** What it is for: MESSAGE where nothing is said. */
  purpose?: UploadPurpose | null | undefined;
  /** Its SHA-256 as hexadecimal digits: other bytes are then refused, and can be sent again. */
  sha256?: string | null | undefined;
  /** In bytes: exactly as many as will come. */
  size: number;
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

/** What a file is sent for. */
export type UploadPurpose =
  /** To be attached to a message. */
  | 'MESSAGE'
  /** To be a person’s or a group’s picture: JPEG, PNG, WebP, GIF or AVIF of at most 10 MB. Its middle is kept, as WebP of 256 × 256 pixels that stands still. */
  | 'PICTURE';

export type FileLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type FileLimitQuery = { fileLimit: number };

export type WaitingFilesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type WaitingFilesQuery = { nodes: Array<
    | { __typename: 'Attachment', id: string, name: string, contentType: string, kind: AttachmentKind, size: number, width: number | null, height: number | null, url: string, thumbnailUrl: string | null }
    | { __typename: 'Ban' }
    | { __typename: 'Invite' }
    | { __typename: 'Message' }
    | { __typename: 'Participant' }
    | { __typename: 'Thread' }
    | { __typename: 'User' }
   | null> };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { createUpload:
    | { __typename: 'ConflictError', code: ErrorCode, reason: string }
    | { __typename: 'CreateUploadPayload', attachmentId: string, deleted: boolean, uploadUrl: string, headers: Array<{ __typename: 'UploadHeader', name: string, value: string }> }
    | { __typename: 'InputError', code: ErrorCode, reason: string, fields: Array<{ __typename: 'FieldError', path: string, reason: string }> }
    | { __typename: 'LimitError', code: ErrorCode, reason: string, final: boolean }
    | { __typename: 'NotFoundError', code: ErrorCode, reason: string }
   };


export const FileLimitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FileLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileLimit"}}]}}]} as unknown as DocumentNode<FileLimitQuery, FileLimitQueryVariables>;
export const WaitingFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WaitingFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Attachment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"contentType"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"thumbnailUrl"}}]}}]}}]}}]} as unknown as DocumentNode<WaitingFilesQuery, WaitingFilesQueryVariables>;
export const CreateUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUploadPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attachmentId"}},{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"final"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
type Whole = { returnPartialData?: false };
type Suspended = Whole & { errorPolicy?: 'none'; skip?: false };

export function useFileLimitQuery(options?: Apollo.useQuery.Options<FileLimitQuery, FileLimitQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<FileLimitQuery, FileLimitQueryVariables>(FileLimitDocument, options);
}

export function useFileLimitLazyQuery(options?: Apollo.useLazyQuery.Options<FileLimitQuery, FileLimitQueryVariables> & Whole) {
  return Apollo.useLazyQuery<FileLimitQuery, FileLimitQueryVariables>(FileLimitDocument, options);
}

export function useFileLimitSuspenseQuery(options?: Apollo.useSuspenseQuery.Options<FileLimitQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<FileLimitQuery, FileLimitQueryVariables>(FileLimitDocument, options);
}

export function useWaitingFilesQuery(options: Apollo.useQuery.Options<WaitingFilesQuery, WaitingFilesQueryVariables> & Whole | Apollo.SkipToken) {
  return Apollo.useQuery<WaitingFilesQuery, WaitingFilesQueryVariables>(WaitingFilesDocument, options);
}

export function useWaitingFilesLazyQuery(options?: Apollo.useLazyQuery.Options<WaitingFilesQuery, WaitingFilesQueryVariables> & Whole) {
  return Apollo.useLazyQuery<WaitingFilesQuery, WaitingFilesQueryVariables>(WaitingFilesDocument, options);
}

export function useWaitingFilesSuspenseQuery(options: Apollo.useSuspenseQuery.Options<WaitingFilesQueryVariables> & Suspended) {
  return Apollo.useSuspenseQuery<WaitingFilesQuery, WaitingFilesQueryVariables>(WaitingFilesDocument, options);
}

export function useCreateUploadMutation(options?: Apollo.useMutation.Options<CreateUploadMutation, CreateUploadMutationVariables>) {
  return Apollo.useMutation<CreateUploadMutation, CreateUploadMutationVariables>(CreateUploadDocument, options);
}
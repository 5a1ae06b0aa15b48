import type { ApolloClient } from '@apollo/client';

import { afterError, inTime } from '../apollo/after-error.ts';
import { CreateUploadDocument } from '../generated/uploads.ts';
import { sha256Of } from './hash.ts';
import type { LocalFile } from './local-file.ts';
import { pathOf } from './path-of.ts';

export type Placed =
  | {
      readonly kind: 'placed';
      readonly attachmentId: string;
      readonly url: string;
      readonly headers: readonly { readonly name: string; readonly value: string }[];
    }
  /** There was one, and it is no more. */
  | { readonly kind: 'gone' }
  /** `final`: the file itself is at fault, as one that is empty or too large. */
  | { readonly kind: 'refused'; readonly reason: string; readonly final?: boolean }
  | { readonly kind: 'later'; readonly afterMs?: number }
  | { readonly kind: 'stop' };

/** Asks for a place for a file. The same key gives the same place again. @throws for a file that cannot be read */
export async function askForPlace(
  client: ApolloClient,
  { name, contentType, blob, purpose }: LocalFile,
  clientMutationId: string,
): Promise<Placed> {
  if (!navigator.onLine) return { kind: 'later' };
  const sha256 = await sha256Of(blob);
  try {
    const { data } = await inTime(
      client.mutate({
        mutation: CreateUploadDocument,
        variables: { input: { name, contentType, size: blob.size, sha256, purpose, clientMutationId } },
      }),
    );
    const result = data?.createUpload;
    switch (result?.__typename) {
      case undefined:
        return { kind: 'later' };
      case 'CreateUploadPayload': {
        const { attachmentId, deleted, uploadUrl, headers } = result;
        if (deleted) return { kind: 'gone' };
        return { kind: 'placed', attachmentId, url: pathOf(uploadUrl), headers };
      }
      case 'NotFoundError':
        return { kind: 'gone' };
      case 'InputError':
        return { kind: 'refused', reason: result.fields[0]?.reason ?? result.reason, final: true };
      case 'LimitError':
        return { kind: 'refused', reason: result.reason, final: result.final };
      case 'ConflictError':
        return { kind: 'refused', reason: result.reason, final: false };
      default:
        return result satisfies never;
    }
  } catch (error) {
    return afterError(error);
  }
}

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import type { LocalFile } from '../../uploads/local-file.ts';
import { previewOf } from '../../uploads/previews.ts';

/** A file on its way as it will be when it is there, as far as this browser can tell. */
export function asAttachment(file: LocalFile): Attachments_fileFragment {
  const { key, name, contentType, blob, width, height, stored } = file;
  if (stored) return stored;
  const url = previewOf(file);
  const kind = width === null ? kindOf(contentType) : 'IMAGE';
  return {
    __typename: 'Attachment',
    id: key,
    name,
    contentType,
    kind,
    size: blob.size,
    width,
    height,
    url,
    thumbnailUrl: kind === 'IMAGE' ? url : null,
  };
}

function kindOf(contentType: string): 'VIDEO' | 'AUDIO' | 'FILE' {
  if (contentType.startsWith('video/')) return 'VIDEO';
  return contentType.startsWith('audio/') ? 'AUDIO' : 'FILE';
}

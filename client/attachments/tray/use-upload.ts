import { useSyncExternalStore } from 'react';

import type { LocalFile } from '../../uploads/local-file.ts';
import type { Upload, Uploads } from '../../uploads/uploads.ts';

/** How far one file is. */
export function useUpload(uploads: Uploads, key: string): Upload | undefined {
  return useSyncExternalStore(uploads.subscribe, () => uploads.stateOf(key));
}

/** How much of several files is there, from 0 to 100. */
export function useProgress(uploads: Uploads, files: readonly LocalFile[]): number {
  return useSyncExternalStore(uploads.subscribe, () => {
    let sent = 0;
    let size = 0;
    for (const { key, blob } of files) {
      const upload = uploads.stateOf(key);
      size += blob.size;
      if (upload?.status === 'done') sent += blob.size;
      if (upload?.status === 'sending') sent += blob.size * upload.sent;
    }
    return size === 0 ? 0 : Math.floor((100 * sent) / size);
  });
}

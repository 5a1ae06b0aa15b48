import { dropPreview, keepPreview } from '../../uploads/previews.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import type { Carrier } from './outbox.ts';

/** Brings the files of waiting messages to the server. */
export function carrierOf(uploads: Uploads): Carrier {
  return {
    bring({ files = [] }) {
      const attachmentIds: string[] = [];
      for (const file of files) {
        uploads.start(file);
        const upload = uploads.stateOf(file.key);
        if (upload?.status === 'failed')
          return { kind: 'refused', reason: `${file.name}: ${upload.reason}`, final: upload.final };
        if (upload?.status === 'done') attachmentIds.push(upload.attachmentId);
      }
      return attachmentIds.length === files.length ? { kind: 'there', attachmentIds } : { kind: 'under way' };
    },

    bringAgain({ files = [] }) {
      for (const file of files) uploads.retry(file);
    },

    letGo({ files = [], stored }) {
      for (const [index, { key }] of files.entries()) {
        uploads.forget(key);
        const attachmentId = stored?.attachments[index]?.id;
        if (attachmentId === undefined) dropPreview(key);
        else keepPreview(key, attachmentId);
      }
    },
  };
}

import { useSyncExternalStore } from 'react';

import { readDraft, subscribeToDrafts } from '../messages/composer/drafts.ts';

/** What was begun in a thread and not sent, on one line. */
export function useDraft(account: string, threadId: string): string {
  return useSyncExternalStore(subscribeToDrafts, () => {
    const { body = '', files = [] } = readDraft(account, threadId) ?? {};
    const [first, another] = files;
    return body.trim().replace(/\s+/gu, ' ') || (another ? `${files.length} files` : (first?.name ?? ''));
  });
}

import { useMemo, useSyncExternalStore } from 'react';

import { useUploads } from '../../messages/outbox/use-outbox.ts';

/** What was chosen to be sent in a thread. */
export function useTray(account: string, threadId: string) {
  const { uploads, trays } = useUploads(account);
  const files = useSyncExternalStore(trays.subscribe, () => trays.filesOf(threadId));
  /** A message with a file that the server will not have could never be sent. */
  const blocked = useSyncExternalStore(uploads.subscribe, () =>
    files.some(({ key }) => uploads.stateOf(key)?.status === 'failed'),
  );
  return useMemo(
    () => ({
      uploads,
      files,
      blocked,
      add: (chosen: readonly File[]) => void trays.add(threadId, chosen),
      remove: (key: string) => trays.remove(threadId, key),
      take: () => trays.take(threadId),
    }),
    [uploads, trays, threadId, files, blocked],
  );
}

export type Tray = ReturnType<typeof useTray>;

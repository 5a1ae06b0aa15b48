import { useMemo, useSyncExternalStore } from 'react';

import { useUploads } from '../../messages/outbox/use-outbox.ts';
import { toast } from '../../ui/toast.tsx';
import type { LocalFile } from '../../uploads/local-file.ts';
import { awaitedIn, type Place, putBack, roomIn } from './trays.ts';

/** What was chosen to be sent in a thread. */
export function useTray(account: string, threadId: string) {
  const { client, uploads, trays } = useUploads(account);
  const files = useSyncExternalStore(trays.subscribe, () => trays.filesOf(threadId));
  const awaited = useSyncExternalStore(trays.subscribe, () => awaitedIn({ account, trays, threadId }));
  const choosing = useSyncExternalStore(trays.subscribe, () => trays.isChoosing(threadId));
  const refused = useSyncExternalStore(uploads.subscribe, () =>
    files.some(({ key }) => uploads.stateOf(key)?.status === 'failed'),
  );
  const place = useMemo(
    () => ({ client, account, uploads, trays, threadId }),
    [client, account, uploads, trays, threadId],
  );
  return useMemo(
    () => ({
      place,
      uploads,
      files,
      /** How many of the draft's files are still to come back. */
      awaited,
      /** A message with a file that the server will not have could never be sent, and none is to go without its files. */
      blocked: refused || awaited > 0 || choosing,
      add: (chosen: readonly File[]) => void trays.choosing(threadId, add(place, chosen)),
      remove: (key: string) => trays.remove(threadId, key),
      take: () => trays.take(threadId),
      /** What was taken and could not be sent. False where there is no room for it; the person has been told. */
      putBack(taken: readonly LocalFile[]): boolean {
        if (taken.length > roomIn(place)) {
          toast('There is no room for its files. Send what you are writing first.');
          return false;
        }
        if (taken.length > 0) putBack(place, taken);
        return true;
      },
    }),
    [place, uploads, trays, threadId, files, awaited, choosing, refused],
  );
}

async function add(place: Place, chosen: readonly File[]): Promise<void> {
  const choosing = await import('./choose.ts').catch(() => null);
  if (choosing) await choosing.choose(place, chosen);
  else toast('Couldn’t attach files without a connection. Try again when it is back.');
}

export type Tray = ReturnType<typeof useTray>;

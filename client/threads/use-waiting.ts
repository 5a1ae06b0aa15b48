import { isMuted } from '../apollo/folders.ts';
import type { ThreadFolder, ThreadRow_threadFragment } from '../generated/graphql.ts';
import { useThreads } from './use-threads.ts';

type Row = ThreadRow_threadFragment;

const holds: Partial<Record<ThreadFolder, (thread: Row) => boolean>> = {
  UNREAD: () => true,
  DIRECT: ({ kind }) => kind === 'DIRECT',
  GROUPS: ({ kind }) => kind === 'GROUP',
  FAVOURITES: ({ preferences }) => preferences?.favourite ?? false,
};

/** How many of the loaded threads wait in a folder. Of the whole list and of the archive that is not said. */
export function useWaiting(): (folder: ThreadFolder) => number {
  const threads = useThreads();
  const waiting = threads.filter((thread) => thread.unreadCount > 0 && !isMuted(thread.preferences));
  return (folder) =>
    folder === 'MENTIONS'
      ? threads.filter(({ unreadMentionCount }) => unreadMentionCount > 0).length
      : waiting.filter((thread) => holds[folder]?.(thread) ?? false).length;
}

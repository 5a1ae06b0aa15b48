import { isMuted, namedInReplies } from '../apollo/folders.ts';
import type { ThreadFolder, ThreadRow_threadFragment } from '../generated/graphql.ts';
import { useStore } from '../ui/store.ts';
import { beyondList } from './beyond-list.ts';
import { useThreads } from './use-threads.ts';

type Row = ThreadRow_threadFragment;

const waits = ({ unreadCount, preferences }: Row) => unreadCount > 0 && !isMuted(preferences);

const holds: Partial<Record<ThreadFolder, (thread: Row) => boolean>> = {
  UNREAD: waits,
  MENTIONS: (thread) => thread.unreadMentionCount + namedInReplies(thread) > 0,
  DIRECT: (thread) => thread.kind === 'DIRECT' && waits(thread),
  GROUPS: (thread) => thread.kind === 'GROUP' && waits(thread),
  FAVOURITES: (thread) => (thread.preferences?.favourite ?? false) && waits(thread),
};

/** How many of these wait in a folder. Of the whole list and of the archive that is not said: undefined. */
export function waitingAmong(threads: readonly Row[], folder: ThreadFolder): number | undefined {
  const held = holds[folder];
  return held && threads.filter(held).length;
}

/** The threads that are counted here, and how many wait in a folder beyond those. */
export function useCounted() {
  const threads = useThreads();
  const beyond = useStore(beyondList);
  return {
    // What has been loaded since is among those that the server has counted.
    threads: beyond ? threads.filter(({ id }) => beyond.loaded.has(id)) : threads,
    beyond: (folder: ThreadFolder) => beyond?.waiting[folder] ?? 0,
  };
}

/** How many threads wait in a folder. */
export function useWaiting(): (folder: ThreadFolder) => number {
  const { threads, beyond } = useCounted();
  return (folder) => (waitingAmong(threads, folder) ?? 0) + beyond(folder);
}

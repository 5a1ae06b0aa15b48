import type { ThreadFolder } from '../../generated/graphql.ts';
import { type Message, type Thread, viewerId } from './world.ts';

/** What the conversation shows. */
export const shownOf = ({ messages }: Thread) => messages.filter(({ aside }) => !aside);

/** The last first. */
export const repliesTo = ({ messages }: Thread, message: Message) =>
  messages.filter(({ answers }) => answers === message).reverse();

export function isIn(thread: Thread): boolean {
  return thread.people.some(({ userId }) => userId === viewerId);
}

export function activity(thread: Thread): number {
  return shownOf(thread).at(-1)?.at ?? thread.createdAt;
}

/** Of a folder, or of all threads, as the list stands. */
export function inOrder(threads: readonly Thread[], folder: ThreadFolder | undefined): Thread[] {
  return threads
    .filter((thread) => folder === undefined || isInFolder(folder, thread))
    .sort(
      (a, b) =>
        (folder === undefined ? 0 : Number(b.preferences.pinned) - Number(a.preferences.pinned)) ||
        activity(b) - activity(a) ||
        (a.id < b.id ? 1 : -1),
    );
}

function isInFolder(folder: ThreadFolder, thread: Thread): boolean {
  const { archivedSeq, mutedUntil, favourite } = thread.preferences;
  const archived = archivedSeq !== null && archivedSeq >= (shownOf(thread).at(-1)?.seq ?? 0);
  if (archived || folder === 'ARCHIVED') return archived && folder === 'ARCHIVED';
  if (folder === 'UNREAD') return mutedUntil === null && unread(thread) > 0;
  if (folder === 'MENTIONS')
    return mentions(thread) > 0 || thread.messages.some(({ follow }) => follow.named);
  if (folder === 'FAVOURITES') return favourite;
  return folder === 'INBOX' || (folder === 'GROUPS') === (thread.kind === 'GROUP');
}

export function unread(thread: Thread): number {
  const own = thread.people.find(({ userId }) => userId === viewerId);
  if (!own) return 0;
  return shownOf(thread).filter(({ seq }) => seq > readUpTo(thread)).length;
}

export function mentions(thread: Thread): number {
  const read = readUpTo(thread);
  return isIn(thread) ? shownOf(thread).filter(({ seq, names }) => names && seq > read).length : 0;
}

export function readUpTo(thread: Thread): number {
  const own = thread.people.find(({ userId }) => userId === viewerId);
  return (marked(thread) ?? (own?.lastReadSeq ?? 0) + 1) - 1;
}

/** From where on it is marked unread: for as long as they have read no more since. */
export function marked({ people, preferences }: Thread): number | null {
  const own = people.find(({ userId }) => userId === viewerId);
  return own?.lastReadSeq === preferences.unreadWhileReadSeq ? preferences.unreadFromSeq : null;
}

export function least(thread: Thread, key: 'lastReadSeq' | 'lastDeliveredSeq'): number {
  if (thread.people.length === 0) return 0;
  return Math.min(...thread.people.map((participant) => participant[key]));
}

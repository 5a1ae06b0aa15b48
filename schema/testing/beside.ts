import type { MessageView, ParticipantView } from './mutations.ts';
import type { Edges, Place, Preferences, ThreadFields } from './state.ts';

/** A thread as it is compared, with what it says of itself by now. */
interface HeldThread extends ThreadFields {
  preferences: Preferences | null;
  participants: Place[];
  messages: MessageView[];
}

const folders = ['INBOX', 'UNREAD', 'MENTIONS', 'DIRECT', 'GROUPS', 'FAVOURITES', 'ARCHIVED'] as const;
type Folder = (typeof folders)[number];
type Ids = Edges<{ id: string }>;

/** What is shown beside the state, and follows from it. */
type Beside = Record<'all' | Folder, string[]> & {
  waiting: { folder: string; unreadThreads: number }[];
  mentions: string[];
  come: Record<string, { readBy: string[]; deliveredTo: string[] }>;
};

const ids = (field: string) => `${field} { edges { node { id } } }`;

export const besideQuery = `query { ${ids('mentions(first: 100)')} threadFolders { folder unreadThreads }
  ${folders.map((folder) => ids(`${folder}: threads(folder: ${folder}, first: 100)`)).join(' ')}
  all: threads(first: 100) { edges { node { id messages(first: 100) { edges { node { id
    ${ids('readBy(first: 100)')} ${ids('deliveredTo(first: 100)')} } } } } } } }`;

export type BesideAnswer = Record<Folder | 'mentions', Ids> & {
  threadFolders: { folder: string; unreadThreads: number }[];
  all: Edges<{ id: string; messages: Edges<{ id: string; readBy: Ids; deliveredTo: Ids }> }>;
};

/**
 * As a query shows it, but for the viewer in `readBy` and `deliveredTo`: there they stand by what they show, and what that is they see nowhere else.
 * @param threads in which the viewer has a place
 */
export function besideFetched(
  viewerId: string,
  threads: readonly HeldThread[],
  answer: BesideAnswer,
): Beside {
  const own = new Set(threads.map((thread) => placeOf(viewerId, thread)?.id));
  const { all, mentions, threadFolders: waiting } = answer;
  const messages = all.edges.flatMap(({ node }) => nodes(node.messages));
  return {
    ...inFolders((folder) => idsOf(answer[folder])),
    all: idsOf(all),
    waiting,
    mentions: idsOf(mentions),
    come: Object.fromEntries(
      messages.map(({ id, readBy, deliveredTo }) => {
        const [read, delivered] = [readBy, deliveredTo].map((those) =>
          idsOf(those).filter((each) => !own.has(each)),
        );
        return [id, { readBy: read ?? [], deliveredTo: delivered ?? [] }];
      }),
    ),
  };
}

/** As it follows from what is held. */
export function besideHeld(viewerId: string, threads: readonly HeldThread[]): Beside {
  const listed = (those: readonly HeldThread[]) => those.map(({ id }) => id);
  const active = newestFirst(threads, ({ lastActivityAt }) => lastActivityAt);
  const pinnedFirst = active.toSorted((a, b) => pinned(b) - pinned(a));
  const messages = threads.flatMap((thread) => thread.messages.map((message) => ({ message, thread })));
  const mentioning = messages.filter(({ message, thread }) => mentions(viewerId, message, thread));
  return {
    ...inFolders((folder) => listed(pinnedFirst.filter((thread) => holds(folder, thread)))),
    all: listed(active),
    waiting: folders.map((folder) => ({
      folder,
      unreadThreads: threads.filter((thread) => waits(thread, folder) && holds(folder, thread)).length,
    })),
    mentions: newestFirst(
      mentioning.map(({ message }) => message),
      ({ createdAt }) => createdAt,
    ).map(({ id }) => id),
    come: Object.fromEntries(
      messages.map(({ message, thread }) => [message.id, comeTo(viewerId, message, thread)]),
    ),
  };
}

/** Without those of others, that is, and without who has come as far as a message by them. */
export function withoutReceipts<Thread extends { participants: Place[] }, Saved>(
  viewerId: string,
  { threads, saved, beside }: { threads: Thread[]; saved: Saved; beside: Beside },
) {
  const nowhere = { lastReadSeq: 0, readAt: null, lastDeliveredSeq: 0, deliveredAt: null };
  const shown = (place: Place) => (place.user.id === viewerId ? place : { ...place, ...nowhere });
  return {
    threads: threads.map((thread) => ({ ...thread, participants: thread.participants.map(shown) })),
    saved,
    beside: { ...beside, come: {} },
  };
}

const nodes = <Node>({ edges }: Edges<Node>) => edges.map(({ node }) => node);
const idsOf = (of: Ids) => nodes(of).map(({ id }) => id);
const inFolders = (listOf: (folder: Folder) => string[]) =>
  Object.fromEntries(folders.map((folder) => [folder, listOf(folder)])) as Record<Folder, string[]>;

/** The id decides between two of the same millisecond. */
const newestFirst = <Of extends { id: string }>(of: readonly Of[], at: (one: Of) => string): Of[] =>
  of.toSorted((a, b) => (`${at(a)} ${a.id}` < `${at(b)} ${b.id}` ? 1 : -1));

const pinned = ({ preferences }: HeldThread) => Number(preferences?.pinned ?? false);

function holds(folder: Folder, thread: HeldThread): boolean {
  const { archived, favourite } = thread.preferences ?? {};
  if (archived || folder === 'ARCHIVED') return folder === 'ARCHIVED' && archived === true;
  if (folder === 'UNREAD' || folder === 'MENTIONS') return waits(thread, folder);
  if (folder === 'FAVOURITES') return favourite === true;
  return folder === 'INBOX' || (folder === 'GROUPS') === (thread.kind === 'GROUP');
}

/** What mentions somebody waits also where it is muted. */
function waits(
  { preferences, unreadCount, unreadMentionCount, messages }: HeldThread,
  folder: Folder,
): boolean {
  if (preferences?.archived) return false;
  if (folder === 'MENTIONS')
    return unreadMentionCount > 0 || messages.some(({ repliesMention }) => repliesMention);
  const mutedUntil = preferences?.mutedUntil ?? null;
  return unreadCount > 0 && (mutedUntil === null || new Date(mutedUntil) < new Date());
}

/** By name, or as one of everybody who was in the group by then. */
function mentions(viewerId: string, message: MessageView, thread: HeldThread): boolean {
  if (message.mentions.some(({ id }) => id === viewerId)) return true;
  const { joinedAt = '' } = placeOf(viewerId, thread) ?? {};
  return message.mentionsAll && message.author?.id !== viewerId && message.createdAt > joinedAt;
}

const placeOf = (viewerId: string, { participants }: HeldThread) =>
  participants.find(({ user }) => user.id === viewerId);

function comeTo(viewerId: string, { seq, author }: MessageView, { participants }: HeldThread) {
  const others = participants.filter(
    ({ user, joinedSeq }) => user.id !== author?.id && user.id !== viewerId && joinedSeq < seq,
  );
  const listed = (those: ParticipantView[]) => those.map(({ id }) => id);
  return {
    readBy: listed(others.filter(({ lastReadSeq }) => lastReadSeq >= seq)),
    deliveredTo: listed(others.filter(({ lastDeliveredSeq }) => lastDeliveredSeq >= seq)),
  };
}

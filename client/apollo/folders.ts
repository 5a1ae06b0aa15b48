import type { FieldFunctionOptions, Reference, StoreObject } from '@apollo/client';

import type {
  ThreadFolder,
  ThreadPreferencesFragment,
  ThreadRow_threadFragment,
} from '../generated/graphql.ts';

/** What of a thread decides where it stands in the list. */
interface Listed {
  readonly group: boolean;
  readonly pinned: boolean;
  readonly favourite: boolean;
  readonly muted: boolean;
  readonly archived: boolean;
  readonly unread: boolean;
  readonly mentioned: boolean;
  readonly activity: number;
}

/** The server's folders, told apart by the same rules. */
const holds: Record<ThreadFolder, (thread: Listed) => boolean> = {
  INBOX: ({ archived }) => !archived,
  UNREAD: ({ archived, muted, unread }) => unread && !archived && !muted,
  MENTIONS: ({ archived, mentioned }) => !archived && mentioned,
  DIRECT: ({ archived, group }) => !archived && !group,
  GROUPS: ({ archived, group }) => !archived && group,
  FAVOURITES: ({ archived, favourite }) => !archived && favourite,
  ARCHIVED: ({ archived }) => archived,
};

export const isInFolder = (folder: ThreadFolder, thread: Listed): boolean => holds[folder](thread);

export const isMuted = (
  preferences: Pick<ThreadPreferencesFragment, 'mutedUntil'> | null | undefined,
): boolean => preferences?.mutedUntil != null && Date.parse(preferences.mutedUntil) > Date.now();

/** How many messages have replies that name one, and that one has not seen: beside what `unreadMentionCount` counts. */
export const namedInReplies = ({ unreadReplies }: Pick<ThreadRow_threadFragment, 'unreadReplies'>): number =>
  unreadReplies.filter(({ repliesMention }) => repliesMention).length;

/** Until something comes behind what was the last message then. */
export const isArchived = (
  preferences: Pick<ThreadPreferencesFragment, 'archivedSeq'> | null | undefined,
  lastSeq: number,
): boolean => preferences?.archivedSeq != null && preferences.archivedSeq >= lastSeq;

export function listedThread(node: Reference, readField: FieldFunctionOptions['readField']): Listed {
  const preferences = readField<ThreadPreferencesFragment | null>('preferences', node);
  const last = readField<Reference | StoreObject | null>('lastMessage', node);
  const lastSeq = (last && readField<number>('seq', last)) ?? 0;
  return {
    group: readField<string>('kind', node) === 'GROUP',
    pinned: preferences?.pinned ?? false,
    favourite: preferences?.favourite ?? false,
    muted: isMuted(preferences),
    archived: isArchived(preferences, lastSeq),
    unread: (readField<number>('unreadCount', node) ?? 0) > 0,
    mentioned:
      (readField<number>('unreadMentionCount', node) ?? 0) > 0 ||
      (readField<readonly Reference[]>('unreadReplies', node)?.some((each) =>
        readField<boolean>('repliesMention', each),
      ) ??
        false),
    activity: Date.parse(readField<string>('lastActivityAt', node) ?? ''),
  };
}

import type { OpenThread } from './conversation.tsx';

type Reading = Pick<OpenThread, 'viewerParticipant' | 'preferences'>;

/** What stands behind this seq is unread: not read yet, or marked so. */
export function readUpTo({ viewerParticipant, preferences }: Reading): number {
  return (preferences?.unreadFromSeq ?? (viewerParticipant?.lastReadSeq ?? 0) + 1) - 1;
}

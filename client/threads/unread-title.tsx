import { useEffect } from 'react';

import { useOpenThread } from '../app/places.ts';
import { isMuted, namedInReplies } from '../apollo/folders.ts';
import { usePageVisible } from '../ui/page-visible.ts';
import { useCounted } from './use-waiting.ts';

/**
 * `(3) Parley`: what waits, seen from another tab. What stands open in front of one's eyes does not wait; of what is muted, what mentions
 * one does, and replies that name one do everywhere. `(40+)` where threads wait that are not loaded: each has one unread message at least.
 */
export function UnreadTitle() {
  const { threads, beyond } = useCounted();
  const threadId = useOpenThread();
  const visible = usePageVisible();
  const more = Math.max(beyond('UNREAD'), beyond('MENTIONS'));
  const unread = threads
    .filter(({ id }) => !(visible && id === threadId))
    .reduce(
      (sum, thread) =>
        sum +
        (isMuted(thread.preferences) ? thread.unreadMentionCount : thread.unreadCount) +
        namedInReplies(thread),
      more,
    );
  const title =
    unread === 0 ? 'Parley' : `(${unread > 99 ? '99+' : more > 0 ? `${unread}+` : unread}) Parley`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

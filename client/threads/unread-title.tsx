import { useEffect } from 'react';

import { useOpenThread } from '../app/places.ts';
import { isMuted } from '../apollo/folders.ts';
import { usePageVisible } from '../ui/page-visible.ts';
import { useThreads } from './use-threads.ts';

/** `(3) Parley`: what waits, seen from another tab. What stands open in front of one's eyes does not wait, nor does what is muted. */
export function UnreadTitle() {
  const threads = useThreads();
  const threadId = useOpenThread();
  const visible = usePageVisible();
  const unread = threads
    .filter(({ id, preferences }) => !(visible && id === threadId) && !isMuted(preferences))
    .reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  const title = unread === 0 ? 'Parley' : `(${unread > 99 ? '99+' : unread}) Parley`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

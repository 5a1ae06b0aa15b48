import { useEffect, useEffectEvent } from 'react';

import { threadPlace, useNavigate, useOpenThread } from '../app/places.ts';
import { useThreads } from './use-threads.ts';

/** Alt+Up and Alt+Down go to the thread above and below; with Shift, to the next that is unread. */
export function useThreadShortcuts() {
  const threads = useThreads();
  const navigate = useNavigate();
  const threadId = useOpenThread();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const down = event.key === 'ArrowDown';
    const here = threads.findIndex((thread) => thread.id === threadId);
    // From nowhere, down is the first and up the last.
    const beyond = down
      ? threads.slice(here + 1)
      : (here < 0 ? [...threads] : threads.slice(0, here)).reverse();
    const next = beyond.find((thread) => !event.shiftKey || thread.unreadCount > 0);
    if (next) navigate(threadPlace(next.id));
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

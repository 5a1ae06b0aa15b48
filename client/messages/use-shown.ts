import { useMemo, useState } from 'react';

import { keepPlace } from './list/places.ts';
import type { FarMessages } from './use-far-messages.ts';
import type { Loaded } from './use-messages.ts';

/** Which part of the thread is on screen: its end and what leads up to it, or the surroundings of a message far from there. */
export function useShown(loaded: Loaded, far: FarMessages) {
  const { visit } = far;
  // Each time back at the end is a list of its own, which opens there.
  const [returns, setReturns] = useState(0);
  const messages = visit ? far.messages : loaded.messages;
  const known = useMemo(
    () => (visit ? [...far.messages, ...loaded.messages] : loaded.messages),
    [visit, far.messages, loaded.messages],
  );
  const edge = visit
    ? {
        hasOlder: far.older.hasMore,
        loadingOlder: far.older.loading,
        olderError: far.older.error,
        loadOlder: far.older.load,
      }
    : loaded;
  const threadId = loaded.thread?.id;
  return {
    messages,
    /** All that is loaded, the newest last. */
    known,
    hasOlder: edge.hasOlder,
    loadingOlder: edge.loadingOlder,
    olderError: edge.olderError,
    loadOlder: edge.loadOlder,
    hasNewer: visit !== null && far.newer.hasMore,
    openAt: visit?.id,
    /** One has come back to the end, and not to what was unread at first. */
    returned: returns > 0,
    key: visit ? `far ${visit.number}` : `end ${returns}`,
    toLatest() {
      if (threadId !== undefined) keepPlace(threadId, undefined);
      setReturns((before) => before + 1);
      far.leave();
    },
  };
}

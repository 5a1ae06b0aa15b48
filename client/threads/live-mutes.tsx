import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';

import { usePageVisible } from '../ui/page-visible.ts';
import { useThreads } from './use-threads.ts';

/** The longest that a browser's timer waits, and longer than anything is muted but for good. */
const longest = 2 ** 31 - 1;

/** Ends a mute in the cache once its time has come: all that shows it or counts by it follows. Renders nothing. */
export function LiveMutes() {
  const { cache } = useApolloClient();
  const mutes = useThreads().flatMap(({ id, preferences }) =>
    preferences?.mutedUntil == null ? [] : [{ id, until: Date.parse(preferences.mutedUntil) }],
  );
  const next = Math.min(...mutes.map(({ until }) => until));
  const end = useEffectEvent(() => {
    for (const { id, until } of mutes) {
      if (until > next) continue;
      cache.modify<{ preferences: object }>({
        id: `Thread:${id}`,
        fields: { preferences: (held) => ({ ...held, mutedUntil: null }) },
      });
    }
    // Not all that is unread by now is among what was.
    cache.evict({ id: 'ROOT_QUERY', fieldName: 'threads', args: { folder: 'UNREAD' } });
  });
  // While a computer sleeps no timer runs: the time is looked at again with the page.
  const visible = usePageVisible();
  useEffect(() => {
    const left = next - Date.now();
    if (left > longest) return undefined;
    const timer = setTimeout(() => end(), left);
    return () => clearTimeout(timer);
  }, [next, visible]);
  return null;
}

import { useEffect, useState } from 'react';

import type { OpenThread } from './conversation.tsx';
import { readUpTo } from './read-up-to.ts';
import type { Loaded } from './use-messages.ts';

/** As it was when the conversation was opened: the divider stays where it is until one leaves. */
export function useFirstUnread(thread: OpenThread | null | undefined, loaded: Loaded) {
  const [seq, setSeq] = useState<number | null | undefined>(undefined);
  const [looked, setLooked] = useState(false);
  if (seq === undefined && thread) {
    setSeq(thread.unreadCount > 0 ? readUpTo(thread) + 1 : null);
  }

  const oldest = loaded.messages[0]?.seq;
  const far = typeof seq === 'number' && loaded.hasOlder && oldest !== undefined && oldest > seq;
  const { loadBackTo } = loaded;
  useEffect(() => {
    if (far && !looked) void loadBackTo(seq).finally(() => setLooked(true));
  }, [far, looked, loadBackTo, seq]);

  return { seq: seq ?? undefined, ready: seq !== undefined && (!far || looked) };
}

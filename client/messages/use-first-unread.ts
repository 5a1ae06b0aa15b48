import { useEffect, useState } from 'react';

import type { OpenThread } from './conversation.tsx';
import { readUpTo } from './read-up-to.ts';
import type { Loaded } from './use-messages.ts';

/** As it was when the conversation was opened, or where one has marked it unread since: the divider stays where it is until one leaves. */
export function useFirstUnread(thread: OpenThread | null | undefined, loaded: Loaded) {
  const [seq, setSeq] = useState<number | null | undefined>(undefined);
  const [looked, setLooked] = useState(false);
  if (seq === undefined && thread) {
    setSeq(thread.unreadCount > 0 ? readUpTo(thread) + 1 : null);
  }
  const mark = thread?.preferences?.unreadFromSeq ?? null;
  const [lastMark, setLastMark] = useState(mark);
  if (mark !== lastMark) {
    setLastMark(mark);
    if (mark !== null && seq !== undefined) {
      setSeq(mark);
      // What it was marked at is on screen already.
      setLooked(true);
    }
  }

  const oldest = loaded.messages[0]?.seq;
  const far = typeof seq === 'number' && loaded.hasOlder && oldest !== undefined && oldest > seq;
  const { loadBackTo } = loaded;
  useEffect(() => {
    if (far && !looked) void loadBackTo(seq).finally(() => setLooked(true));
  }, [far, looked, loadBackTo, seq]);

  return { seq: seq ?? undefined, ready: seq !== undefined && (!far || looked) };
}

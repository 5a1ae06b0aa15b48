import { useCallback, useEffect, useRef, useState } from 'react';

import { readDraft, writeDraft, type Draft } from './drafts.ts';

const writeAfterMs = 300;
const empty: Draft = { body: '', replyToId: null };

/** The draft of a thread: shown at once, written down a moment later and when the page goes away. */
export function useDraft(account: string, threadId: string) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(account, threadId) ?? empty);
  const unwritten = useRef<Draft | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unwritten.current === undefined) return;
    writeDraft(account, threadId, unwritten.current);
    unwritten.current = undefined;
  }, [account, threadId]);

  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const update = useCallback(
    (next: Draft) => {
      setDraft(next);
      unwritten.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, writeAfterMs);
    },
    [flush],
  );
  return [draft, update] as const;
}

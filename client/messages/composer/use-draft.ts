import { useCallback, useEffect, useRef, useState } from 'react';

import { readDraft, same, subscribeToDrafts, type Words, writeDraft } from './drafts.ts';

const writeAfterMs = 300;

/**
 * The words of a thread's draft, as they are and as they were changed last, and how to change some of them: shown at once, written
 * down a moment later and when the page goes away. What another tab, or an answer, changes of the rest is followed.
 */
export function useDraft(account: string, threadId: string) {
  const [draft, setDraft] = useState(() => wordsIn(account, threadId));
  const latest = useRef(draft);
  const unwritten = useRef<Partial<Words> | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: Words) => {
    if (same(next, latest.current)) return;
    latest.current = next;
    setDraft(next);
  }, []);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const words = unwritten.current;
    if (words && writeDraft(account, threadId, words)) unwritten.current = undefined;
  }, [account, threadId]);

  useEffect(() => {
    const follow = () => show({ ...wordsIn(account, threadId), ...unwritten.current });
    const leave = subscribeToDrafts(follow);
    addEventListener('pagehide', flush);
    return () => {
      leave();
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [account, threadId, show, flush]);

  const change = useCallback(
    (words: Partial<Words>) => {
      show({ ...latest.current, ...words });
      unwritten.current = { ...unwritten.current, ...words };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, writeAfterMs);
    },
    [show, flush],
  );
  return [draft, change, latest] as const;
}

function wordsIn(account: string, threadId: string): Words {
  const { body = '', replyTo = null, edit = null } = readDraft(account, threadId) ?? {};
  return { body, replyTo, edit };
}

import { useCallback, useEffect, useRef, useState } from 'react';

import { readDraft, writeDraft, type Draft } from './drafts.ts';

const writeAfterMs = 300;

type Words = Pick<Draft, 'body' | 'replyToId'>;

/** The words of a thread's draft: shown at once, written down a moment later and when the page goes away. */
export function useDraft(account: string, threadId: string) {
  const [draft, setDraft] = useState<Words>(() => {
    const { body = '', replyToId = null } = readDraft(account, threadId) ?? {};
    return { body, replyToId };
  });
  const unwritten = useRef<Words | undefined>(undefined);
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
    (next: Words) => {
      setDraft(next);
      unwritten.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, writeAfterMs);
    },
    [flush],
  );
  return [draft, update] as const;
}

import { useEffect, useRef } from 'react';

import { wordsForFiles } from '../attachments/shown/words.ts';
import { announce } from '../ui/live-region.tsx';
import type { Message } from './list/row.ts';
import type { OutboxEntry } from './outbox/entry.ts';

/** Long enough that a burst is one announcement. */
const gatherMs = 1_000;

/** Says new messages of others, and failures, to who listens instead of looking; never what scrolling brings in. */
export function useAnnouncements(
  messages: readonly Message[],
  outbox: readonly OutboxEntry[],
  viewerId: string,
): void {
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const heard = useRef(lastSeq);
  const latest = useRef(messages);
  useEffect(() => {
    latest.current = messages;
  }, [messages]);

  useEffect(() => {
    if (lastSeq <= heard.current) return undefined;
    const timer = setTimeout(() => {
      const fresh = latest.current.filter(
        ({ seq, author }) => seq > heard.current && author?.id !== viewerId,
      );
      heard.current = latest.current.at(-1)?.seq ?? 0;
      const words = wordsForNew(fresh);
      if (words !== '') announce(words);
    }, gatherMs);
    return () => clearTimeout(timer);
  }, [lastSeq, viewerId]);

  const failed = outbox.filter((entry) => entry.failure !== null).length;
  const failedBefore = useRef(failed);
  useEffect(() => {
    if (failed > failedBefore.current) announce('A message couldn’t be sent.', 'assertive');
    failedBefore.current = failed;
  }, [failed]);
}

export function wordsForNew(fresh: readonly Message[]): string {
  if (fresh.length > 3) return `${fresh.length} new messages`;
  return fresh
    .map(({ author, body, attachments }) =>
      author ? `${author.displayName}: ${body.slice(0, 200) || wordsForFiles(attachments)}` : body,
    )
    .join('. ');
}

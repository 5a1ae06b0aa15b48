import { useCallback, useEffect, useState } from 'react';

import type { OpenThread } from './conversation.tsx';
import { useBeginReading, useReadReceipts } from './receipts/use-receipts.ts';
import { readUpTo } from './read-up-to.ts';

/** How far the viewer has seen since they came here; what they had not read before is told to the others. */
export function useSeen(thread: OpenThread, firstUnreadSeq: number | undefined) {
  const lastSeq = thread.messages.edges.at(-1)?.node.seq ?? 0;
  const [seenSeq, setSeenSeq] = useState(firstUnreadSeq === undefined ? lastSeq : firstUnreadSeq - 1);
  const noteRead = useReadReceipts();
  const readSeq = readUpTo(thread);
  const begin = useBeginReading();
  const [readAtFirst] = useState(readSeq);
  useEffect(() => begin(thread.id, readAtFirst), [begin, thread.id, readAtFirst]);
  const onSeen = useCallback(
    (seq: number) => {
      setSeenSeq((before) => Math.max(before, seq));
      if (seq > readSeq) noteRead(thread.id, seq);
    },
    [noteRead, thread.id, readSeq],
  );
  return { seenSeq, onSeen };
}

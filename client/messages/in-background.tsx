import { useEffect } from 'react';

import { useViewer } from '../session/viewer.ts';
import { useThreads } from '../threads/use-threads.ts';
import { useOutbox } from './outbox/use-outbox.ts';
import { useDeliveryReceipts } from './receipts/use-receipts.ts';

/**
 * What goes on whichever screen is open: sending what waits, and telling authors that their messages have come to this
 * device, by the first page or by the stream. Renders nothing.
 */
export function MessagesInBackground() {
  const viewer = useViewer();
  useOutbox(viewer.id);
  const threads = useThreads();
  const noteDelivered = useDeliveryReceipts();
  useEffect(() => {
    for (const { id, viewerParticipant, lastMessage } of threads) {
      if (viewerParticipant && lastMessage && lastMessage.seq > viewerParticipant.lastDeliveredSeq)
        noteDelivered(id, lastMessage.seq);
    }
  }, [threads, noteDelivered]);
  return null;
}

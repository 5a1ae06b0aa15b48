import { useCallback, useEffect, useState, type RefObject } from 'react';

import { toast } from '../ui/toast.tsx';
import type { MessageListHandle } from './list/message-list.tsx';
import type { Row } from './list/row.ts';

/** Brings a message into sight, loading back to it where needed. `sought` while that goes on. */
export function useJump(
  list: RefObject<MessageListHandle | null>,
  rows: readonly Row[],
  loadBackTo: (seq: number) => Promise<boolean>,
) {
  const [soughtId, setSoughtId] = useState<string | null>(null);
  const jump = useCallback(
    async ({ id, seq }: { readonly id: string; readonly seq: number }) => {
      if (list.current?.show(id)) return;
      setSoughtId(id);
      if (await loadBackTo(seq)) return;
      setSoughtId(null);
      toast('That message is too far back to be shown here.');
    },
    [list, loadBackTo],
  );
  // Loaded is not yet rendered: it is shown with the rows that bring it.
  const found = soughtId !== null && rows.some((row) => row.message.id === soughtId);
  useEffect(() => {
    if (found) list.current?.show(soughtId);
  }, [list, found, soughtId]);
  return { jump, sought: soughtId !== null && !found };
}

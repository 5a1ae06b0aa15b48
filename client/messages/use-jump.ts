import { useCallback, useEffect, useState, type RefObject } from 'react';

import { wordsFor } from '../apollo/words.ts';
import { toast } from '../ui/toast.tsx';
import type { MessageListHandle } from './list/message-list.tsx';
import type { Row } from './list/row.ts';
import type { FarMessages } from './use-far-messages.ts';
import type { Loaded } from './use-messages.ts';

/** So far back one is led by loading what lies in between; from further on, to the place itself. */
const nearby = 200;

/** Brings a message into sight, loading back to it or going to where it stands. `sought` while that goes on. */
export function useJump(
  list: RefObject<MessageListHandle | null>,
  rows: readonly Row[],
  loaded: Loaded,
  far: FarMessages,
) {
  const { loadBackTo } = loaded;
  const oldest = loaded.messages[0]?.seq ?? 0;
  const away = far.visit !== null;
  const [soughtId, setSoughtId] = useState<string | null>(null);
  const jump = useCallback(
    async ({ id, seq }: { readonly id: string; readonly seq: number }) => {
      if (list.current?.show(id)) return;
      if (!away && seq > oldest - nearby) {
        setSoughtId(id);
        if (await loadBackTo(seq)) return;
        setSoughtId(null);
      }
      await goTo(far, id);
    },
    [list, loadBackTo, far, away, oldest],
  );
  // Loaded is not yet rendered: it is shown with the rows that bring it.
  const found = soughtId !== null && rows.some((row) => row.message.id === soughtId);
  useEffect(() => {
    if (found) list.current?.show(soughtId);
  }, [list, found, soughtId]);
  return { jump, sought: (soughtId !== null && !found) || far.seeking };
}

/** Says so where it is not there; that it is not for the viewer reads the same. */
export async function goTo(far: Pick<FarMessages, 'open'>, id: string): Promise<void> {
  try {
    if (!(await far.open(id))) toast('That message isn’t there, or isn’t yours to see.');
  } catch (error) {
    toast(`Couldn’t go to that message. ${wordsFor(error)}`);
  }
}

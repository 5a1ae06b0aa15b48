import { useEffect, useRef, useState } from 'react';

import type { Connection } from '../live/connection.ts';
import { useConnection, waiting } from '../live/connection.ts';
import { Banner } from '../ui/banner.tsx';
import { useStore } from '../ui/store.ts';

/** A cut this short is mended before anybody would have read about it; so long may the first connection take, too. */
const UNSEEN_MS = 2_000;
const BACK_SHOWN_MS = 2_500;

type Shown = 'nothing' | 'connecting' | 'offline' | 'back';

/** What stands over the app: nothing while all is well, and for a moment that it is well again. */
function useShown(): Shown {
  const connection = useConnection();
  const [shown, setShown] = useState<Shown>('nothing');
  const wasOnline = useRef(false);
  useEffect(() => {
    const { next, after } = step(connection, shown, wasOnline.current);
    if (connection === 'online') wasOnline.current = true;
    if (next === shown) return undefined;
    const timer = setTimeout(() => setShown(next), after);
    return () => clearTimeout(timer);
  }, [connection, shown]);
  return shown;
}

function step(connection: Connection, shown: Shown, wasOnline: boolean): { next: Shown; after: number } {
  if (connection === 'offline') return { next: 'offline', after: shown === 'nothing' ? UNSEEN_MS : 0 };
  // While it tries again after being offline, it still is.
  if (connection === 'connecting')
    return { next: shown === 'offline' ? 'offline' : 'connecting', after: UNSEEN_MS };
  if (shown === 'back') return { next: 'nothing', after: BACK_SHOWN_MS };
  // Nobody is back who was never there.
  return { next: shown === 'nothing' || !wasOnline ? 'nothing' : 'back', after: 0 };
}

export function ConnectionBanner() {
  const shown = useShown();
  const count = useStore(waiting);
  const text = words(shown, count);
  // On the lower edge of the headers: neither their names nor the first row below lies under it.
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[calc(env(safe-area-inset-top)+3.25rem)] z-20 flex justify-center px-4"
    >
      {text && <Banner tone={shown === 'back' ? 'good' : 'attention'}>{text}</Banner>}
    </div>
  );
}

function words(shown: Shown, count: number): string | null {
  switch (shown) {
    case 'nothing':
      return null;
    case 'connecting':
      return 'Connecting…';
    case 'back':
      return 'Back online.';
    case 'offline':
      if (count === 0) return "You're offline. Parley reconnects by itself.";
      return `You're offline. ${count === 1 ? '1 message waits' : `${count} messages wait`} to be sent.`;
    default:
      return shown satisfies never;
  }
}

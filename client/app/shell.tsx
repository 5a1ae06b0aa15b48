import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';

import { ThreadList } from '../threads/thread-list.tsx';
import { useThreadShortcuts } from '../threads/use-thread-shortcuts.ts';
import { UnreadTitle } from '../threads/unread-title.tsx';
import { cx } from '../ui/cx.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { homePlace } from './places.ts';
import { preloadTheRest } from './preload.ts';
import { Rail } from './rail.tsx';
import { useRegionKeys } from './use-region-keys.ts';
import { useSearchKey } from './use-search-key.ts';

const BEHIND_AFTER_MS = 1_000;

/** Behind what one came to read; and without a network, once there is one. */
const Behind = lazy(async () => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, BEHIND_AFTER_MS));
    const part = await import('./behind.tsx').catch(() => null);
    if (part) return { default: part.Behind };
  }
});

/**
 * Rail, list, conversation side by side on a desktop; on a tablet list or conversation, with the list in a drawer; on a phone one pane.
 * Which of the two a narrow screen shows is the address alone, so the browser's own way back works.
 */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [at] = useLocation();
  const open = at !== homePlace;
  useThreadShortcuts();
  useRegionKeys();
  useSearchKey();
  useEffect(preloadTheRest, []);
  return (
    <div className="flex h-full flex-col">
      <UnreadTitle />
      <Suspense>
        <Behind />
      </Suspense>
      <a
        href="#conversation"
        className="fixed start-2 top-2 z-30 -translate-y-16 rounded-control bg-accent-fill px-4 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the conversation
      </a>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <Rail className="hidden desktop:flex" />
        <main className="flex min-w-0 flex-1">
          <h1 className="sr-only">Parley</h1>
          <ThreadList className={cx('w-full tablet:w-75', open ? 'hidden desktop:flex' : 'flex')} />
          <div
            id="conversation"
            tabIndex={-1}
            data-region
            className={cx('min-w-0 flex-1 outline-none', open ? 'flex' : 'hidden tablet:flex')}
          >
            {children}
          </div>
        </main>
      </div>
    </div>
  );
}

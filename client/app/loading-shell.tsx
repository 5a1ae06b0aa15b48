import { useEffect } from 'react';

import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx';
import { preloadConversation } from './preload.ts';

/** The app's shape before its first answer. */
export function LoadingShell() {
  useEffect(preloadConversation, []);
  return (
    <main aria-busy className="flex h-full">
      <h1 className="sr-only">Loading Parley</h1>
      <div className="hidden w-18 bg-surface-sunken desktop:block" />
      <div className="w-full bg-surface-sunken pt-4 tablet:w-75">
        <Skeleton className="mx-4 mb-5 h-6 w-32" />
        <SkeletonRows count={9} />
      </div>
      <div className="hidden flex-1 tablet:block" />
    </main>
  );
}

import { useEffect, useEffectEvent, useRef } from 'react';

import { Button } from '../ui/button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

type Props = { hasMore: boolean; error: string | null; loadMore: () => Promise<void> };

/** The end of what is loaded: it asks for the next page before it comes into view. */
export function Edge({ hasMore, error, loadMore }: Props) {
  const ref = useRef<HTMLLIElement>(null);
  const onNear = useEffectEvent(() => void loadMore());
  const waits = hasMore && error === null;
  useEffect(() => {
    const edge = ref.current;
    if (!edge || !waits) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear();
      },
      { root: edge.parentElement, rootMargin: '600px' },
    );
    observer.observe(edge);
    return () => observer.disconnect();
  }, [waits]);
  if (!hasMore) return null;
  return (
    <li ref={ref}>
      {error === null ? (
        <SkeletonRows count={3} />
      ) : (
        <div className="flex flex-col items-center gap-2 p-4 text-center text-meta text-muted">
          {error}
          <Button onClick={() => void loadMore()}>Try again</Button>
        </div>
      )}
    </li>
  );
}

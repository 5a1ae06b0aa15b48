import { Bookmark } from 'lucide-react';
import { Link, useRoute } from 'wouter';

import { savedPlace } from '../app/places.ts';
import { cx } from '../ui/cx.ts';

/** The way to what one has saved, below the folders of a wide screen. */
export function SavedLink() {
  const [open] = useRoute(savedPlace);
  return (
    <Link
      to={savedPlace}
      aria-current={open ? 'page' : undefined}
      className={cx(
        'mx-1 flex w-16 shrink-0 flex-col items-center gap-0.5 rounded-control px-0.5 py-2 text-[0.6875rem] leading-4 transition-colors',
        open ? 'bg-accent-quiet text-accent-text' : 'text-muted hover:bg-surface-hover hover:text-text',
      )}
    >
      <Bookmark aria-hidden size={20} strokeWidth={1.75} />
      Saved
    </Link>
  );
}

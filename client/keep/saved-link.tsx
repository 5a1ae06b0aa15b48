import { Link } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';

/** The way to what one has saved, below the folders of a wide screen. */
export function SavedLink() {
  return (
    <Link
      to="/saved"
      className="mx-1 flex w-16 shrink-0 flex-col items-center gap-0.5 rounded-control px-0.5 py-2 text-[0.6875rem] leading-4 text-muted transition-colors hover:bg-surface-hover hover:text-text data-[status=active]:bg-accent-quiet data-[status=active]:text-accent-text"
    >
      <Bookmark aria-hidden size={20} strokeWidth={1.75} />
      Saved
    </Link>
  );
}

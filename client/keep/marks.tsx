import { Forward, Pin } from 'lucide-react';

/** Whose words a message passes on. */
export function ForwardedFrom({ name }: { readonly name: string }) {
  return (
    <p className="flex min-w-0 items-center gap-1 text-meta text-muted">
      <Forward aria-hidden size={14} className="shrink-0 rtl:-scale-x-100" />
      <span className="min-w-0 truncate">
        Forwarded from <bdi>{name}</bdi>
      </span>
    </p>
  );
}

/** That a message is pinned. */
export function PinMark() {
  return (
    <span data-tooltip="Pinned" data-tooltip-side="top" className="mb-1.5">
      <Pin aria-hidden size={14} className="text-muted" />
      <span className="sr-only">Pinned</span>
    </span>
  );
}

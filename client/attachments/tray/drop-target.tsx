import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';

/** Over what takes files while some are held above it; says what becomes of them. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 z-10 flex flex-col items-center justify-center gap-2 bg-surface/90 p-6"
    >
      <div className="absolute inset-3 rounded-card border-2 border-dashed border-accent" />
      <Paperclip size={32} strokeWidth={1.5} className="text-accent-text" />
      <p className="text-center text-title font-semibold">{children}</p>
    </div>
  );
}

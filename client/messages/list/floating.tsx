import type { ReactNode } from 'react';

/** Over the top of the list, for who looks: the day that is scrolled through, or that more is on its way. */
export function Floating({ children }: { readonly children: ReactNode }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-2 z-1 flex justify-center">
      <span className="rounded-full bg-surface-raised px-3 py-0.5 text-meta font-medium text-muted shadow-float">
        {children}
      </span>
    </div>
  );
}

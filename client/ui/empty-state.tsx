import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { icon?: LucideIcon; title: string; children?: ReactNode; action?: ReactNode };

/** A screen with nothing on it yet, or nothing to be had: what is so, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      {Icon && <Icon aria-hidden size={32} strokeWidth={1.5} className="text-accent" />}
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-72 text-balance text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

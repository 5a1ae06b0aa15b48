import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

import { cx } from './cx.ts';

type Props = Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label' | 'title'> & {
  icon: LucideIcon;
  /** What it does, in words: the accessible name and the tooltip. */
  label: string;
  type?: 'button' | 'submit';
  /** Where the tooltip stands if there is room. */
  side?: 'top' | 'bottom';
};

/** A button that shows only a picture. 36 px with a mouse, 44 px under a finger. */
export function IconButton({
  icon: Icon,
  label,
  type = 'button',
  side = 'bottom',
  className,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      data-tooltip={label}
      data-tooltip-side={side}
      className={cx(
        'inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted transition-colors pointer-coarse:size-11',
        'hover:bg-surface-hover hover:text-text aria-pressed:bg-accent-quiet aria-pressed:text-accent-text disabled:opacity-50',
        className,
      )}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} />
    </button>
  );
}

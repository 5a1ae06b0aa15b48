import type { ComponentProps } from 'react';

import { cx } from './cx.ts';

const looks = {
  primary: 'bg-accent-fill text-on-accent hover:bg-accent-fill-hover',
  quiet: 'bg-surface-hover text-text hover:bg-line',
  quietDanger: 'bg-surface-hover text-danger-text hover:bg-line',
  danger: 'bg-danger-fill text-on-danger hover:bg-danger-fill-hover',
};

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  variant?: keyof typeof looks;
  type?: 'button' | 'submit';
  /** Something is under way: the button keeps its place and its focus, and does nothing. */
  busy?: boolean;
};

/** A button with words. `disabled` takes it out of reach; `busy` does not, so focus is never lost to the page. */
export function Button({
  variant = 'quiet',
  type = 'button',
  busy = false,
  className,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(
        'inline-flex min-h-9 items-center justify-center gap-2 rounded-control px-3.5 py-1.5 font-medium transition-colors',
        'disabled:opacity-50 aria-disabled:opacity-70 pointer-coarse:min-h-11',
        looks[variant],
        className,
      )}
    />
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';

import { cx } from './cx.ts';

type Props = Omit<ComponentProps<'input'>, 'id' | 'aria-invalid' | 'aria-describedby'> & {
  label: string;
  hint?: string;
  error?: string | null | undefined;
  /** A button at the end of the field, such as one that shows the password. */
  end?: ReactNode;
};

/** A labelled line of text; what is wrong with it stands beside it and is read out with it. */
export function TextField({ label, hint, error, end, className, ...rest }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={cx('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-meta font-medium">
        {label}
      </label>
      <div className="relative flex">
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={cx(
            'min-h-10 w-full rounded-control border border-line-control bg-surface-raised px-3 py-2 pointer-coarse:min-h-11',
            'aria-invalid:border-danger focus-visible:outline-offset-0',
            Boolean(end) && 'pe-11',
          )}
        />
        {end && <span className="absolute inset-y-0 end-0.5 flex items-center">{end}</span>}
      </div>
      {note && (
        <p id={`${id}-note`} className={cx('text-meta', error ? 'text-danger-text' : 'text-muted')}>
          {note}
        </p>
      )}
    </div>
  );
}

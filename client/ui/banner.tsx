import type { ReactNode } from 'react';

import { cx } from './cx.ts';

type Props = { tone: 'attention' | 'danger' | 'good'; children: ReactNode; action?: ReactNode };

const tones = {
  attention: 'bg-attention-quiet text-attention-text',
  danger: 'bg-danger-quiet text-danger-text',
  good: 'bg-accent-quiet text-accent-text',
};

/** One line over a region that says what is so. Announce it through the LiveRegion where it must be heard. */
export function Banner({ tone, children, action }: Props) {
  return (
    <div
      className={cx(
        'flex min-h-9 items-center justify-center gap-3 px-4 py-1.5 text-meta font-medium',
        tones[tone],
      )}
    >
      <span>{children}</span>
      {action}
    </div>
  );
}

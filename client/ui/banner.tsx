import type { ReactNode } from 'react';

import { cx } from './cx.ts';

type Props = { tone: 'attention' | 'good'; children: ReactNode };

const tones = {
  attention: 'bg-attention-quiet text-attention-text',
  good: 'bg-accent-quiet text-accent-text',
};

/** One line that says what is so, for a while, over what one does: nothing moves to make room for it. */
export function Banner({ tone, children }: Props) {
  return (
    <span
      className={cx('rounded-full px-3 py-0.5 text-center text-meta font-medium shadow-float', tones[tone])}
    >
      {children}
    </span>
  );
}

import type { CSSProperties } from 'react';

import { cx } from './cx.ts';
import { hueOf, initialsOf } from './identity.ts';

type Props = { id: string; name: string; url?: string | null; size?: 24 | 32 | 36 | 40 | 64 };

const sizes = {
  24: 'size-6 text-[0.625rem]',
  32: 'size-8 text-[0.75rem]',
  36: 'size-9 text-meta',
  40: 'size-10 text-[0.875rem]',
  64: 'size-16 text-title',
};

/**
 * A picture, or initials on a hue of the person's own. Decoration, the initials no part of the text: the name always stands beside it.
 */
export function Avatar({ id, name, url, size = 40 }: Props) {
  const shape = cx(
    'avatar inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold',
    sizes[size],
  );
  if (url) return <img alt="" src={url} className={cx(shape, 'object-cover')} />;
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={cx(shape, 'before:content-[attr(data-initials)]')}
      style={{ '--hue': hueOf(id) } as CSSProperties}
    />
  );
}

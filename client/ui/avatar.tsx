import type { CSSProperties } from 'react';
import { useState } from 'react';

import { pathOf } from '../uploads/path-of.ts';
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

/** Pictures that were here before: a row that is mounted again shows them at once, and no initials for a moment. */
const seen = new Set<string>();

/**
 * A picture, and until it is there, or where there is none, initials on a hue of the person's own, in the same place. Decoration, the
 * initials no part of the text: the name always stands beside it.
 */
export function Avatar({ id, name, url, size = 40 }: Props) {
  const [, setLoaded] = useState<string>();
  const [failed, setFailed] = useState<string>();
  // What is shown from this browser's own memory has no path.
  const src = url?.startsWith('blob:') ? url : url && pathOf(url);
  const loaded = src != null && seen.has(src);
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={cx(
        'avatar relative inline-flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full font-semibold',
        sizes[size],
        !loaded && 'before:content-[attr(data-initials)]',
      )}
      style={{ '--hue': hueOf(id) } as CSSProperties}
    >
      {src && src !== failed && (
        <img
          key={src}
          alt=""
          src={src}
          draggable={false}
          decoding="async"
          onLoad={() => {
            seen.add(src);
            setLoaded(src);
          }}
          onError={() => setFailed(src)}
          className={cx('absolute inset-0 size-full object-cover', !loaded && 'opacity-0')}
        />
      )}
    </span>
  );
}

import { ImageOff } from 'lucide-react';
import { useState } from 'react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { cx } from '../../ui/cx.ts';
import { pathOf } from '../../uploads/path-of.ts';
import { previewOfSent } from '../../uploads/previews.ts';
import { boxFor } from './box.ts';

interface Props {
  readonly file: Attachments_fileFragment;
  readonly alone: boolean;
  readonly reachable: boolean;
  /** Undefined while it is on its way. */
  readonly onView: ((id: string) => void) | undefined;
}

/** A picture's thumbnail in the room that is kept for it. A click shows it large. */
export function Picture({ file, alone, reachable, onView }: Props) {
  const [failed, setFailed] = useState(false);
  const { width, height } = boxFor(file.width ?? 4, file.height ?? 3, alone);
  const preview = previewOfSent(file.id);
  const room = {
    className: cx(
      'relative block max-w-full overflow-hidden rounded-control bg-surface-hover',
      !alone && 'h-26 tablet:h-37',
    ),
    style: {
      ...(alone && { width }),
      aspectRatio: `${width} / ${height}`,
      // One's own picture stands there until the server's has come.
      ...(preview && { background: `center / cover url("${preview}")` }),
    },
  };
  const picture = failed ? (
    <span className="grid size-full place-items-center text-muted">
      <ImageOff role="img" aria-label={`${file.name}, which didn’t load`} size={24} strokeWidth={1.75} />
    </span>
  ) : (
    <img
      src={urlOf(file.thumbnailUrl ?? file.url)}
      alt={file.name}
      width={width}
      height={height}
      decoding="async"
      draggable={false}
      onError={() => setFailed(true)}
      className="size-full object-cover"
    />
  );
  if (!onView) return <span {...room}>{picture}</span>;
  return (
    <button
      type="button"
      {...room}
      aria-haspopup="dialog"
      aria-label={failed ? `Open ${file.name}, which didn’t load` : `Open ${file.name}`}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onView(file.id)}
    >
      {picture}
    </button>
  );
}

/** Bytes of this browser, or the server's by the address that the app was opened at. */
export const urlOf = (url: string): string => (url.startsWith('blob:') ? url : pathOf(url));

import { formatShort, formatWhole } from './format.ts';
import { useNow } from './use-now.ts';

/** How long ago, kept true while it is on screen; the full moment on hover. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = Math.max(useNow(), Date.parse(at));
  return (
    <time dateTime={at} title={formatWhole(at)} className={className}>
      {formatShort(at, new Date(now))}
    </time>
  );
}

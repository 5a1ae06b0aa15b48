import { cx } from './cx.ts';

/** How many are unread, as a filled pill, greyed where one does not want to be told; the words are for who cannot see it. */
export function Badge({ count, quiet = false }: { count: number; quiet?: boolean }) {
  if (count <= 0) return null;
  return (
    <span
      className={cx(
        'inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full px-1.5 text-[0.75rem] font-semibold tabular-nums',
        quiet ? 'bg-surface-hover text-muted' : 'bg-accent-fill text-on-accent',
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{count} unread</span>
    </span>
  );
}

/** How many of them mention one: never greyed, since it is for this one person. */
export function MentionBadge({ count }: { count: number }) {
  if (count <= 0) return null;
  return (
    <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-attention-quiet px-1.5 text-[0.75rem] font-semibold text-attention-text tabular-nums">
      <span aria-hidden>@{count > 1 && (count > 99 ? '99+' : count)}</span>
      <span className="sr-only">{count === 1 ? '1 mention' : `${count} mentions`}</span>
    </span>
  );
}

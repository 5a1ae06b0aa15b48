import { cx } from './cx.ts';

/** A quiet block in the shape of what comes. The region around it says `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cx('block animate-pulse rounded-control bg-surface-hover', className)} />
  );
}

/** Rows of a list of people or threads; `inline` where they stand among other things, as wide as those. */
export function SkeletonRows({ count, inline = false }: { count: number; inline?: boolean }) {
  return (
    <div aria-hidden>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className={cx('flex items-center gap-3', inline ? 'min-h-13' : 'px-3 py-2.5')}>
          <Skeleton className={cx('rounded-full', inline ? 'size-9' : 'size-10')} />
          <span className="flex-1 space-y-2">
            <Skeleton className="h-3 w-2/5" />
            <Skeleton className="h-3 w-4/5" />
          </span>
        </div>
      ))}
    </div>
  );
}

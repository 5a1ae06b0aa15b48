import { ArrowDown } from 'lucide-react';

interface Props {
  readonly hidden: boolean;
  /** How many messages of others lie below what has been seen. */
  readonly count: number;
  readonly onJump: () => void;
}

/** Back to the newest message, with how many are new there. */
export function JumpToLatest({ hidden, count, onJump }: Props) {
  const words = count === 0 ? 'Jump to latest' : `Jump to latest, ${count} new`;
  return (
    <button
      type="button"
      onClick={onJump}
      aria-label={words}
      title={words}
      inert={hidden}
      className="flex h-10 min-w-10 items-center justify-center gap-1.5 rounded-full bg-surface-raised px-2.5 shadow-float hover:bg-surface-hover pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {count > 0 && (
        <span className="rounded-full bg-accent-fill px-2 text-meta font-semibold text-on-accent tabular-nums">
          {count > 99 ? '99+' : count}
        </span>
      )}
      <ArrowDown aria-hidden size={18} strokeWidth={1.75} />
    </button>
  );
}

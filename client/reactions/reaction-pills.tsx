import type { Message } from '../messages/list/row.ts';
import { toast } from '../ui/toast.tsx';
import { useHold } from '../ui/use-hold.ts';
import { useReactors } from './use-reactors.ts';
import { wordsOf } from './words.ts';

interface Props {
  readonly message: Message;
  /** Its ids begin with it: the same message may stand elsewhere on the page. */
  readonly rowId: string;
  /** By the Tab key: of a list's rows only the one that has the focus. */
  readonly reachable: boolean;
  /** Where one cannot, one's own can still be taken back. */
  readonly canReact: boolean;
  readonly onToggle: (emoji: string, on: boolean) => void;
}

/** What people have set at a message. A click joins them, or leaves them again; pointing at one, or holding it, says who. */
export function ReactionPills({ message, rowId, reachable, canReact, onToggle }: Props) {
  const { words, ask } = useReactors(message.id);
  const hold = useHold();
  return (
    <div role="group" aria-label="Reactions" className="flex flex-wrap gap-1 py-1">
      {message.reactions.map((reaction, index) => {
        const { emoji, count, viewerReacted } = reaction;
        const label = wordsOf(reaction);
        const who = words.get(emoji);
        const mayToggle = canReact || viewerReacted;
        const whoId = `${rowId}-who-${index}`;
        return (
          <button
            key={emoji}
            type="button"
            aria-label={label}
            aria-pressed={viewerReacted}
            aria-describedby={who === undefined ? undefined : whoId}
            aria-disabled={!mayToggle}
            data-tooltip={who ?? label}
            data-tooltip-side="top"
            tabIndex={reachable ? 0 : -1}
            {...hold.handlers(
              () =>
                void ask().then((found) => toast(found.has(emoji) ? `${emoji} ${found.get(emoji)}` : label)),
            )}
            onPointerEnter={() => void ask()}
            onFocus={() => void ask()}
            onClick={() => {
              if (mayToggle && !hold.endsHold()) onToggle(emoji, !viewerReacted);
            }}
            className="inline-flex h-7 items-center gap-1.5 rounded-full bg-surface-sunken px-2.5 select-none [-webkit-touch-callout:none] text-meta inset-ring inset-ring-line transition-colors hover:bg-surface-hover aria-disabled:cursor-default aria-pressed:bg-accent-quiet aria-pressed:font-semibold aria-pressed:text-accent-text aria-pressed:inset-ring-accent pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center pointer-coarse:px-3"
          >
            <span aria-hidden className="text-base leading-none [font-variant-emoji:emoji]">
              {emoji}
            </span>
            <span aria-hidden className="tabular-nums">
              {count}
            </span>
            {who !== undefined && (
              <span id={whoId} hidden>
                {who}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

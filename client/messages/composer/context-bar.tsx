import { Pencil, Reply, X } from 'lucide-react';

import { IconButton } from '../../ui/icon-button.tsx';
import { QuotedText } from '../list/quote.tsx';
import type { Quoted } from '../list/row.ts';

interface Props {
  readonly kind: 'reply' | 'edit';
  readonly message: Quoted;
  readonly onLeave: () => void;
  readonly onShow: (message: Quoted) => void;
}

/** Above the composer: which message the text answers or changes, and the way out. */
export function ContextBar({ kind, message, onLeave, onShow }: Props) {
  const Icon = kind === 'reply' ? Reply : Pencil;
  return (
    <div className="flex items-center gap-2 border-b border-line ps-3 pe-0.5 text-meta">
      <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-accent-text" />
      <button
        type="button"
        onClick={() => onShow(message)}
        className="flex min-w-0 flex-1 gap-1.5 py-2 text-start"
      >
        <span className="shrink-0 font-medium">
          {kind === 'reply' ? (
            <>
              Reply to <bdi>{message.author?.displayName}</bdi>
            </>
          ) : (
            'Editing'
          )}
        </span>
        <QuotedText quoted={message} />
      </button>
      <IconButton
        icon={X}
        label={kind === 'reply' ? 'Cancel reply' : 'Cancel editing'}
        side="top"
        onClick={onLeave}
      />
    </div>
  );
}

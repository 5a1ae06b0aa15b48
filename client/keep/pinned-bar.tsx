import { Pin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

import type { PinnedMessagesQuery } from '../generated/keep.ts';
import { QuotedText } from '../messages/list/quote.tsx';

const PinnedDialog = lazy(async () => ({ default: (await import('./pinned-dialog.tsx')).PinnedDialog }));

/** A message that is pinned. */
export type Pinned = NonNullable<PinnedMessagesQuery['thread']>['pinnedMessages']['edges'][number]['node'];

export interface PinnedList {
  /** Last pinned first; one at least. */
  readonly messages: readonly Pinned[];
  readonly canPin: boolean;
  readonly onJump: (message: Pinned) => void;
}

/** What was pinned last, as a way to it, and the way to everything that is pinned. */
export function PinnedBar({ messages, canPin, onJump }: PinnedList) {
  const [dialog, setDialog] = useState<'never' | 'open' | 'shut'>('never');
  const [latest] = messages;
  return (
    <section
      aria-label="Pinned messages"
      className="flex shrink-0 items-center gap-1 bg-surface-sunken px-2 tablet:px-4"
    >
      {latest && (
        <button
          type="button"
          onClick={() => onJump(latest)}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-control px-2 text-start text-meta -outline-offset-2 hover:bg-surface-hover"
        >
          <Pin aria-hidden size={16} className="shrink-0 text-accent-text" />
          <span className="sr-only">Go to what was pinned last:</span>{' '}
          <bdi className="max-w-[40%] shrink-0 truncate font-semibold">{latest.author?.displayName}</bdi>{' '}
          <QuotedText quoted={latest} />
        </button>
      )}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setDialog('open')}
        className="min-h-9 shrink-0 rounded-control px-2.5 text-meta font-medium text-accent-text hover:bg-surface-hover pointer-coarse:min-h-11"
      >
        {messages.length} pinned
      </button>
      {dialog !== 'never' && (
        <Suspense fallback={null}>
          <PinnedDialog
            open={dialog === 'open'}
            onOpenChange={(open) => setDialog(open ? 'open' : 'shut')}
            {...{ messages, canPin, onJump }}
          />
        </Suspense>
      )}
    </section>
  );
}

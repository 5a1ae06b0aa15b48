import { useApolloClient } from '@apollo/client/react';
import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';

import type { PinnedMessagesQuery } from '../generated/keep.ts';
import { QuotedText } from '../messages/list/quote.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatWhole } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { pinWith } from './keep-with.ts';

/** A message that is pinned. */
type Pinned = NonNullable<PinnedMessagesQuery['thread']>['pinnedMessages']['edges'][number]['node'];

interface Props {
  /** Last pinned first; one at least. */
  readonly messages: readonly Pinned[];
  readonly canPin: boolean;
  readonly onJump: (message: Pinned) => void;
}

/** What was pinned last, as a way to it, and the way to everything that is pinned. */
export function PinnedBar({ messages, canPin, onJump }: Props) {
  const [open, setOpen] = useState(false);
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
        onClick={() => setOpen(true)}
        className="min-h-9 shrink-0 rounded-control px-2.5 text-meta font-medium text-accent-text hover:bg-surface-hover pointer-coarse:min-h-11"
      >
        {messages.length} pinned
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Pinned messages">
        <ul className="-mx-2 min-h-0 overflow-y-auto">
          {messages.map((message) => (
            <PinnedRow
              key={message.id}
              message={message}
              canPin={canPin}
              onJump={() => {
                setOpen(false);
                onJump(message);
              }}
            />
          ))}
        </ul>
      </Dialog>
    </section>
  );
}

interface RowProps {
  readonly message: Pinned;
  readonly canPin: boolean;
  readonly onJump: () => void;
}

function PinnedRow({ message, canPin, onJump }: RowProps) {
  const client = useApolloClient();
  const { id, author, pinnedAt } = message;
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={onJump}
        title={pinnedAt === null ? undefined : `Pinned ${formatWhole(pinnedAt)}`}
        className="flex min-h-12 min-w-0 flex-1 flex-col justify-center rounded-control px-2 py-1.5 text-start -outline-offset-2 hover:bg-surface-hover"
      >
        <bdi className="max-w-full truncate font-semibold">{author?.displayName}</bdi>
        <span className="flex max-w-full">
          <QuotedText quoted={message} />
        </span>
      </button>
      {canPin && <IconButton icon={PinOff} label="Unpin" onClick={() => void pinWith(client, id, false)} />}
    </li>
  );
}

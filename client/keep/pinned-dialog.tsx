import { useApolloClient } from '@apollo/client/react';
import { PinOff } from 'lucide-react';

import { QuotedText } from '../messages/list/quote.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatWhole } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { pinWith } from './keep-with.ts';
import type { Pinned, PinnedList } from './pinned-bar.tsx';

interface Props extends PinnedList {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All that is pinned in a conversation, each a way to where it stands. */
export function PinnedDialog({ messages, canPin, onJump, open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Pinned messages">
      <ul className="-mx-2 min-h-0 overflow-y-auto">
        {messages.map((message) => (
          <PinnedRow
            key={message.id}
            message={message}
            canPin={canPin}
            onJump={() => {
              onOpenChange(false);
              onJump(message);
            }}
          />
        ))}
      </ul>
    </Dialog>
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

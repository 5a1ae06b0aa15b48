import { Copy, Link as LinkIcon, MessagesSquare, Pencil, Reply, Trash2 } from 'lucide-react';

import { MoreButton } from '../../keep/more-button.tsx';
import { ReactionButton } from '../../reactions/reaction-button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useInTime } from '../in-time.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { Message } from './row.ts';

export interface MessageActions {
  /** Quotes it; not where everything is a reply. */
  readonly reply?: (message: Message) => void;
  /** Opens the replies to it; not where they are open. */
  readonly openReplies?: (message: Message) => void;
  readonly edit: (message: Message) => void;
  readonly remove: (message: Message) => void;
  /** Sets an emoji, or takes it back. */
  readonly react: (message: Message, emoji: string, on: boolean) => void;
  readonly jump: (target: { readonly id: string; readonly seq: number }) => void;
  readonly copyLink: (message: Message) => void;
  readonly retry: (id: string) => void;
  readonly discard: (id: string) => void;
  /** Puts it back into the composer. */
  readonly takeBack: (entry: OutboxEntry) => void;
  /** Shows a picture large. */
  readonly view: (attachmentId: string) => void;
}

interface Props {
  readonly message: Message;
  readonly actions: MessageActions;
  readonly canWrite: boolean;
  readonly canReact: boolean;
  readonly own: boolean;
  /** For how many seconds after it was sent its author can edit it, and delete it where they may delete no others. */
  readonly editWindow: number | null;
  readonly canModerate: boolean;
  /** While one chooses an emoji, or what else to do, the toolbar stays. */
  readonly onChoosing: (choosing: boolean) => void;
}

/** What can be done with a message, at its corner. */
export function Toolbar(props: Props) {
  const { message, actions, canWrite, canReact, onChoosing } = props;
  const inTime = useInTime(message.createdAt, props.editWindow);
  const canEdit = props.own && canWrite && inTime && message.forwardedFrom === null;
  const canDelete = props.canModerate || (props.own && inTime);
  return (
    <div
      role="group"
      aria-label="Message actions"
      data-toolbar
      className="absolute end-2 top-0 z-1 flex -translate-y-1/2 rounded-control bg-surface-raised shadow-float"
    >
      {canReact && (
        <ReactionButton
          onPick={(emoji) => {
            actions.react(message, emoji, true);
            announce(`Reacted with ${emoji}`);
          }}
          onOpenChange={onChoosing}
        />
      )}
      {canWrite && actions.reply && (
        <IconButton icon={Reply} label="Reply" side="top" onClick={() => actions.reply?.(message)} />
      )}
      {(canWrite || message.replyCount > 0) && actions.openReplies && !message.onlyInReplies && (
        <IconButton
          icon={MessagesSquare}
          label="Replies"
          side="top"
          onClick={() => actions.openReplies?.(message)}
        />
      )}
      {canEdit && <IconButton icon={Pencil} label="Edit" side="top" onClick={() => actions.edit(message)} />}
      {message.body !== '' && (
        <IconButton icon={Copy} label="Copy text" side="top" onClick={() => void copy(message.body)} />
      )}
      <IconButton icon={LinkIcon} label="Copy link" side="top" onClick={() => actions.copyLink(message)} />
      <MoreButton message={message} onOpenChange={onChoosing} />
      {canDelete && (
        <IconButton icon={Trash2} label="Delete" side="top" onClick={() => actions.remove(message)} />
      )}
    </div>
  );
}

export async function copy(text: string): Promise<void> {
  try {
    // Missing where the page is not served securely.
    await navigator.clipboard.writeText(text);
    announce('Copied');
  } catch {
    toast("Couldn't copy: the browser does not allow it here.");
  }
}

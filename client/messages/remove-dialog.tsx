import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Message } from './list/row.ts';

interface Props {
  /** What is to be deleted; null while nothing is. */
  readonly message: Message | null;
  readonly onClose: () => void;
  readonly onRemove: (message: Message) => void;
}

/** Asks before a message is deleted for everybody. */
export function RemoveDialog({ message, onClose, onRemove }: Props) {
  return (
    <ConfirmDialog
      open={message !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Delete this message?"
      confirm="Delete"
      onConfirm={() => {
        if (message) onRemove(message);
        onClose();
      }}
    >
      Everybody here will see that a message was deleted, and not what it said.
    </ConfirmDialog>
  );
}

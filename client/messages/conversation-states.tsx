import { MessagesSquare, Unplug } from 'lucide-react';

import { wordsFor } from '../apollo/words.ts';
import { Button } from '../ui/button.tsx';
import type { OpenThread } from './conversation.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function FailedConversation({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}) {
  return (
    <EmptyState
      icon={Unplug}
      title="The messages didn’t load"
      action={
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {wordsFor(error)}
    </EmptyState>
  );
}

export function EmptyConversation({ name, direct }: { readonly name: string; readonly direct: boolean }) {
  return (
    <EmptyState icon={MessagesSquare} title={direct ? `You and ${name}` : name}>
      Nothing has been said here yet. Write the first message below.
    </EmptyState>
  );
}

/** Above the oldest message. */
export function Beginning({
  name,
  direct,
  isWhole,
}: {
  readonly name: string;
  readonly direct: boolean;
  /** False where something was said before that is not for the viewer. */
  readonly isWhole: boolean;
}) {
  return (
    <p className="px-6 pt-6 text-center text-meta text-muted">
      {!isWhole
        ? 'You see what was said since you came to '
        : direct
          ? 'This is the beginning of your conversation with '
          : 'This is the beginning of '}
      <bdi>{name}</bdi>.
    </p>
  );
}

type FailedProps = { readonly error: unknown; readonly onRetry: () => void };

export const OlderFailed = (props: FailedProps) => <Failed what="Earlier" {...props} />;
export const NewerFailed = (props: FailedProps) => <Failed what="Later" {...props} />;

function Failed({ what, error, onRetry }: FailedProps & { readonly what: string }) {
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 bg-danger-quiet px-4 py-2 text-meta text-danger-text">
      {what} messages didn’t load. {wordsFor(error)}
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

/** In the composer's place, for who may not write here: why. */
export function CannotWrite({ thread }: { readonly thread: OpenThread }) {
  return (
    <p role="status" className="shrink-0 border-t border-line p-4 text-center text-muted">
      {reasonOf(thread)}
    </p>
  );
}

function reasonOf({ viewerCan, groupArchivedAt }: OpenThread): string {
  if (!viewerCan) return 'You are no longer in this group, so you can’t write here.';
  if (groupArchivedAt !== null) return 'This group is archived for everybody: nobody writes here any more.';
  return 'Only the owner and admins write here.';
}

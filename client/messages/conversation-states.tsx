import { MessagesSquare, Unplug } from 'lucide-react';

import { wordsFor } from '../apollo/words.ts';
import { Button } from '../ui/button.tsx';
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
export function Beginning({ name, direct }: { readonly name: string; readonly direct: boolean }) {
  return (
    <p className="px-6 pt-6 text-center text-meta text-muted">
      {direct ? 'This is the beginning of your conversation with ' : 'This is the beginning of '}
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

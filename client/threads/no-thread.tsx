import { MessagesSquare } from 'lucide-react';

import { useViewer } from '../session/viewer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Mark } from '../ui/mark.tsx';
import { useThreads } from './use-threads.ts';

/** Beside the list while nothing is open. */
export function NoThread() {
  const viewer = useViewer();
  const isNew = useThreads().length === 0;
  return (
    <div className="flex h-full flex-1 flex-col justify-center">
      {isNew ? (
        <div className="flex flex-col items-center gap-4 p-8 text-center">
          <Mark size={56} />
          <p className="text-title font-semibold">Welcome, {viewer.displayName}</p>
          <p className="max-w-80 text-muted">
            Start a conversation and it stands here. Others find you as <b>@{viewer.handle}</b>.
          </p>
        </div>
      ) : (
        <EmptyState icon={MessagesSquare} title="Choose a conversation">
          Alt+↑ and Alt+↓ go from one to the next.
        </EmptyState>
      )}
    </div>
  );
}

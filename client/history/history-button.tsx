import { lazy, Suspense, useState } from 'react';

import { formatWhole } from '../ui/format.ts';

const HistoryDialog = lazy(async () => ({ default: (await import('./history-dialog.tsx')).HistoryDialog }));

interface Props {
  readonly messageId: string;
  readonly editedAt: string;
  /** By the Tab key: of a list's rows only the one that has the focus. */
  readonly reachable: boolean;
}

/** "edited" is a way to what the message said before. Fetched when it is first asked for. */
export function HistoryButton({ messageId, editedAt, reachable }: Props) {
  const [dialog, setDialog] = useState<'never' | 'open' | 'shut'>('never');
  return (
    <>
      <button
        type="button"
        aria-label="Edited: what it said before"
        aria-haspopup="dialog"
        data-tooltip={`Edited ${formatWhole(editedAt)}`}
        data-tooltip-side="top"
        tabIndex={reachable ? 0 : -1}
        onClick={() => setDialog('open')}
        className="-mx-1 rounded-control px-1 text-meta text-muted underline-offset-2 hover:text-text hover:underline pointer-coarse:-my-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        edited
      </button>
      {dialog !== 'never' && (
        <Suspense fallback={null}>
          <HistoryDialog
            messageId={messageId}
            open={dialog === 'open'}
            onOpenChange={(open) => setDialog(open ? 'open' : 'shut')}
          />
        </Suspense>
      )}
    </>
  );
}

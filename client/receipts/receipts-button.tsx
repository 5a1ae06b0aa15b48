import { type ReactNode, lazy, Suspense, useState } from 'react';

const ReceiptsDialog = lazy(async () => ({
  default: (await import('./receipts-dialog.tsx')).ReceiptsDialog,
}));

type Props = {
  messageId: string;
  /** What the tick says. */
  label: string;
  /** By the Tab key: of a list's rows only the one that has the focus. */
  reachable: boolean;
  children: ReactNode;
};

/** Makes a tick a way to who has read the message. Fetched when it is first asked for. */
export function ReceiptsButton({ messageId, label, reachable, children }: Props) {
  const [dialog, setDialog] = useState<'never' | 'open' | 'shut'>('never');
  return (
    <>
      <button
        type="button"
        aria-label={`${label}: who has read this`}
        aria-haspopup="dialog"
        tabIndex={reachable ? 0 : -1}
        onClick={() => setDialog('open')}
        className="-m-1 rounded-control p-1 hover:bg-surface-hover pointer-coarse:-m-4 pointer-coarse:p-4"
      >
        {children}
      </button>
      {dialog !== 'never' && (
        <Suspense fallback={null}>
          <ReceiptsDialog
            messageId={messageId}
            open={dialog === 'open'}
            onOpenChange={(open) => setDialog(open ? 'open' : 'shut')}
          />
        </Suspense>
      )}
    </>
  );
}

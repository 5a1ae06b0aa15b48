import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';

const NewConversationDialog = lazy(async () => ({
  default: (await import('./new-conversation-dialog.tsx')).NewConversationDialog,
}));

/** The people picker, fetched when it is first asked for. Render `dialog` where `start` is called from. */
export function useNewConversation(): { start: () => void; dialog: ReactNode } {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  return {
    start() {
      setAsked(true);
      setOpen(true);
    },
    dialog: asked && (
      <Suspense fallback={null}>
        <NewConversationDialog open={open} onOpenChange={setOpen} />
      </Suspense>
    ),
  };
}

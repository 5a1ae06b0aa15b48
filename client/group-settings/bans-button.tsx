import { Ban } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

import { Button } from '../ui/button.tsx';

const BansDialog = lazy(async () => ({ default: (await import('./bans-dialog.tsx')).BansDialog }));

/** In the group's panel: the way to who is banned. */
export function BansButton({ threadId }: { threadId: string }) {
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Ban aria-hidden size={18} />
        Banned people
      </Button>
      {open !== null && (
        <Suspense fallback={null}>
          <BansDialog open={open} onOpenChange={setOpen} threadId={threadId} />
        </Suspense>
      )}
    </>
  );
}

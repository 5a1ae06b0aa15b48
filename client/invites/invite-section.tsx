import { Link2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

import { Button } from '../ui/button.tsx';

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }));

/** In the group's panel: the way to its links. */
export function InviteSection({ threadId }: { threadId: string }) {
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button onClick={() => setOpen(true)} className="self-start">
        <Link2 aria-hidden size={18} />
        Invite by link
      </Button>
      {open !== null && (
        <Suspense fallback={null}>
          <InviteDialog open={open} onOpenChange={setOpen} threadId={threadId} />
        </Suspense>
      )}
    </>
  );
}

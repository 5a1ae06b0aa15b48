import { lazy, Suspense, useState } from 'react';

import { useStore } from '../ui/store.ts';
import { forwarding } from './forwarding.ts';

const ForwardDialog = lazy(async () => ({ default: (await import('./forward-dialog.tsx')).ForwardDialog }));

/** Where a message is forwarded from. Fetched when it is first asked for; it outlives the row that asked. */
export function ForwardHost() {
  const message = useStore(forwarding);
  const [shown, setShown] = useState(message);
  if (message !== null && message !== shown) setShown(message);
  if (shown === null) return null;
  return (
    <Suspense fallback={null}>
      <ForwardDialog
        message={shown}
        open={message !== null}
        onOpenChange={(open) => {
          if (!open) forwarding.set(null);
        }}
      />
    </Suspense>
  );
}

import { lazy, Suspense, useState } from 'react';

import { useStore } from '../ui/store.ts';
import { asked } from './asked.ts';

const dialogs = {
  forward: lazy(async () => ({ default: (await import('./forward-dialog.tsx')).ForwardDialog })),
  reactors: lazy(async () => ({ default: (await import('../reactors/reactors-dialog.tsx')).ReactorsDialog })),
};

/** Where what a message's menu leads to is shown. Each is fetched when it is first asked for; it outlives the row that asked. */
export function MessageDialogs() {
  const now = useStore(asked);
  const [shown, setShown] = useState(now);
  if (now !== null && now !== shown) setShown(now);
  if (shown === null) return null;
  const Dialog = dialogs[shown.dialog];
  return (
    <Suspense fallback={null}>
      <Dialog
        message={shown.message}
        open={now !== null}
        onOpenChange={(open) => {
          if (!open) asked.set(null);
        }}
      />
    </Suspense>
  );
}

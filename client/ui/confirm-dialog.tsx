import { lazy, Suspense, useState } from 'react';

import type { ConfirmProps } from './confirm-card.tsx';

const ConfirmCard = lazy(async () => ({ default: (await import('./confirm-card.tsx')).ConfirmCard }));

/** Asks once before what cannot be taken back. The way out has the focus. Fetched when something is first asked. */
export function ConfirmDialog(props: ConfirmProps) {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmCard {...props} />
    </Suspense>
  );
}

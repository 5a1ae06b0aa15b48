import { lazy, Suspense, useEffect, useState } from 'react';

export interface PinnedProps {
  readonly threadId: string;
  readonly canPin: boolean;
  readonly onJump: (message: { readonly id: string; readonly seq: number }) => void;
}

const Nothing = (_: PinnedProps) => <></>;
const load = () =>
  import('./pinned.tsx').then(
    (module) => module.Pinned,
    () => Nothing,
  );
const Pinned = lazy(async () => ({ default: await load() }));

/** What is pinned, above the messages. It comes behind them: no message waits for it, and without it the conversation is whole. */
export function PinnedHost(props: PinnedProps) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true));
    return () => clearTimeout(timer);
  }, []);
  if (!due) return null;
  return (
    <Suspense fallback={null}>
      <Pinned {...props} />
    </Suspense>
  );
}

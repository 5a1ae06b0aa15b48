import { lazy, Suspense } from 'react';

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

/** What is pinned, above the messages. It comes behind them: without it the conversation is whole. */
export function PinnedHost(props: PinnedProps) {
  return (
    <Suspense fallback={null}>
      <Pinned {...props} />
    </Suspense>
  );
}

import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';

import { wordsFor } from '../apollo/words.ts';
import { useStartQuery } from '../generated/graphql.ts';
import { LiveChanges } from '../live/live-changes.tsx';
import { MessagesInBackground } from '../messages/in-background.tsx';
import { THREADS_PAGE } from '../threads/page-size.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useStore } from '../ui/store.ts';
import { forgetAccount } from './account-storage.ts';
import { forGood, signedOut } from './signed-out.ts';
import { viewerId } from './viewer-id.ts';
import { ViewerContext } from './viewer.ts';

const Welcome = lazy(async () => ({ default: (await import('../entry/welcome.tsx')).Welcome }));

type Props = { children: ReactNode; loading: ReactNode };

/** Decides by the first answer which screen there is: the app of whoever is signed in, or the card that lets them in. */
export function Session(props: Props) {
  const out = useStore(signedOut);
  const whose = useStore(viewerId);
  // Whoever leaves takes the page along: what they had under way, in the socket's queue say, is not to be done as somebody else.
  useEffect(() => {
    if (out && whose) void leave(whose);
  }, [out, whose]);
  if (!out) return <Start {...props} />;
  if (whose) return props.loading;
  return (
    <Suspense fallback={null}>
      <Welcome onEnter={() => signedOut.set(false)} />
    </Suspense>
  );
}

/** Once their screens are gone, which write down what they hold. */
async function leave(account: string): Promise<void> {
  if (forGood.get()) await forgetAccount(account);
  location.reload();
}

/** One request for viewer, place in the log and first page of threads; then the stream from that place on. */
function Start({ children, loading }: Props) {
  const { data, error, refetch } = useStartQuery({
    variables: { first: THREADS_PAGE },
    fetchPolicy: 'network-only',
    // A stranger's refusal is an answer too: as plain JSON it comes with 200, and no browser reports it as an error.
    context: { headers: { accept: 'application/json' } },
    nextFetchPolicy: 'cache-first',
  });
  const stranger = data?.viewer === null;
  const viewer = data?.viewer?.id ?? null;
  useEffect(() => {
    if (stranger) signedOut.set(true);
  }, [stranger]);

  // Known before the first screen: what waits in the outbox is sent as soon as there is one.
  useLayoutEffect(() => {
    if (viewer) viewerId.set(viewer);
  }, [viewer]);
  const known = useStore(viewerId);

  if (data?.viewer && viewer === known) {
    return (
      <ViewerContext value={data.viewer}>
        <LiveChanges cursor={data.cursor} />
        <MessagesInBackground />
        {children}
      </ViewerContext>
    );
  }
  if (!error) return loading;
  return (
    <main className="h-full">
      <EmptyState
        title="Parley didn't load"
        action={
          <Button variant="primary" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      >
        {wordsFor(error)}
      </EmptyState>
    </main>
  );
}

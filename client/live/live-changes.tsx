import { useApolloClient } from '@apollo/client/react';
import { use, useEffect, useEffectEvent, useRef, useState } from 'react';

import { OVER_HTTP } from '../apollo/client.ts';
import { whatIsMissing } from '../apollo/what-is-missing.ts';
import { ChangesDocument, StartDocument, ViewerDocument } from '../generated/graphql.ts';
import { signedOut } from '../session/signed-out.ts';
import { THREADS_PAGE } from '../threads/page-size.ts';
import { createCatchUp } from './catch-up.ts';
import { connection } from './connection.ts';
import { followChanges } from './follow-changes.ts';
import { lastChange } from './last-change.ts';
import { LiveContext } from './live-context.ts';
import { backoff } from './backoff.ts';

/** How long the answer that brings a new cookie may take. */
const NEW_COOKIE_MS = 500;

/** Keeps the cache true to the log for as long as somebody is signed in. Renders nothing. */
export function LiveChanges({ cursor: first }: { cursor: string }) {
  const client = useApolloClient();
  const { socket, apply } = use(LiveContext);
  const cursor = useRef(first);
  // Each stream has a turn; a new turn is a new stream from the cursor held by then.
  const [turn, setTurn] = useState(0);
  const failures = useRef(0);
  // Outlives the streams: what is missing is so whichever of them spoke of it.
  const catchUp = useRef<ReturnType<typeof createCatchUp>>(null);

  /** Nothing that was read before the new place in the log may stay, and nothing be read again before that place is known. */
  const takeSnapshot = useEffectEvent(async () => {
    await client.clearStore();
    const { data } = await client.query({
      query: StartDocument,
      variables: { first: THREADS_PAGE },
      fetchPolicy: 'network-only',
    });
    if (data) cursor.current = data.cursor;
    await client.reFetchObservableQueries();
  });

  /**
   * The stream ended for good: it goes on, unless the session is what ended. Asked twice: with a new password the server
   * closes what ran under the old cookie, and the new one may still be on its way. Where somebody else is signed in, this is
   * refused like all else, and the page begins anew.
   */
  const checkSession = useEffectEvent(async () => {
    for (const patienceMs of [NEW_COOKIE_MS, 0]) {
      const { data } = await client.query({
        query: ViewerDocument,
        fetchPolicy: 'no-cache',
        context: OVER_HTTP,
      });
      if (!data || data.viewer) return;
      await new Promise((resolve) => setTimeout(resolve, patienceMs));
    }
    signedOut.set(true);
  });

  useEffect(() => {
    const made = createCatchUp(client);
    catchUp.current = made;
    return made.stop;
  }, [client]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const restartAfter = (work: Promise<void>) => {
      connection.set('connecting');
      void work
        .then(
          () => backoff(failures.current++),
          () => backoff(failures.current++),
        )
        .then((ms) => {
          if (!left) timer = setTimeout(() => setTurn((before) => before + 1), ms);
        });
    };
    const stop = followChanges({
      socket,
      document: client.cache.transformDocument(ChangesDocument),
      after: cursor.current,
      onChange(change) {
        if (change.__typename === 'PrivacyUpdated') {
          // Its place is not passed before there is a snapshot: until then each stream begins with it.
          stop();
          restartAfter(takeSnapshot());
          return;
        }
        apply(change);
        cursor.current = change.cursor;
        if (change.__typename === 'CaughtUp') {
          failures.current = 0;
          connection.set('online');
        }
        const missing = whatIsMissing(client.cache, change);
        if (missing) catchUp.current?.miss(missing);
        lastChange.set(change);
      },
      onResync: () => restartAfter(takeSnapshot()),
      onEnd: () => restartAfter(checkSession()),
    });
    return () => {
      left = true;
      clearTimeout(timer);
      stop();
    };
  }, [client, socket, apply, turn]);
  return null;
}

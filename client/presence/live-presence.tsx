import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

import { SetPresenceDocument } from '../generated/presence.ts';
import { connection } from '../live/connection.ts';
import { watchForAbsence } from './away.ts';
import { followPresence } from './follow-presence.ts';
import { people } from './people.ts';

/** Follows who is there, and tells whether the viewer is. Renders nothing. */
export function LivePresence() {
  const client = useApolloClient();
  useEffect(() => followPresence(client, people), [client]);
  useEffect(() => {
    let away = false;
    const tell = () => {
      // Nothing waits for it: it is told again when the connection is back.
      client.mutate({ mutation: SetPresenceDocument, variables: { input: { away } } }).catch(() => {});
    };
    const unwatch = watchForAbsence((now) => {
      away = now;
      tell();
    });
    // A new socket begins as one that is used.
    const leave = connection.subscribe(() => {
      if (away && connection.get() === 'online') tell();
    });
    return () => {
      unwatch();
      leave();
    };
  }, [client]);
  return null;
}

import type { ApolloClient } from '@apollo/client';

import { PresenceDocument } from '../generated/presence.ts';
import { connection } from '../live/connection.ts';
import type { PresentPeople } from './people.ts';

/** People come on screen together. */
const GATHER_MS = 250;
/** As many as the server takes at once. */
const AT_MOST = 500;

/** Asks for those who are on screen, and again when others come there. @returns what ends it */
export function followPresence(client: ApolloClient, people: PresentPeople): () => void {
  let followed = new Set<string>();
  let stream: { unsubscribe(): void } | null = null;
  let gathering: ReturnType<typeof setTimeout> | undefined;

  const follow = () => {
    const shown = people.shown.slice(-AT_MOST);
    if (shown.every((userId) => followed.has(userId))) return;
    followed = new Set(shown);
    const before = stream;
    stream = client
      .subscribe({ query: PresenceDocument, variables: { userIds: shown }, fetchPolicy: 'no-cache' })
      .subscribe({
        next: ({ data }) => {
          for (const { user, state, lastSeenAt } of data?.presence ?? [])
            people.learn(user.id, { state, lastSeenAt });
        },
        // A connection that comes back asks again; whoever is refused otherwise sees no dots.
        error: () => (followed = new Set()),
      });
    before?.unsubscribe();
  };
  const gather = () => {
    clearTimeout(gathering);
    gathering = setTimeout(follow, GATHER_MS);
  };

  const leave = [
    people.onShown(gather),
    connection.subscribe(() => {
      if (connection.get() !== 'online') people.forget();
      else gather();
    }),
  ];
  gather();
  return () => {
    clearTimeout(gathering);
    for (const each of leave) each();
    stream?.unsubscribe();
    people.forget();
  };
}

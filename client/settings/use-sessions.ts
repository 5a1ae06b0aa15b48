import { useApolloClient } from '@apollo/client/react';

import type { Connection } from '../apollo/connections.ts';
import { wordsFor } from '../apollo/words.ts';
import {
  useRevokeOtherSessionsMutation,
  useRevokeSessionMutation,
  useSessionsQuery,
} from '../generated/settings.ts';
import { toast } from '../ui/toast.tsx';

/** The API's largest page; who is signed in more often than that signs out everywhere at once. */
const PAGE = 100;

/** Where one is signed in: read afresh whenever it is looked at, since no change tells of it. */
export function useSessions() {
  const { cache } = useApolloClient();
  const query = useSessionsQuery({ variables: { first: PAGE }, fetchPolicy: 'cache-and-network' });
  const [revoke] = useRevokeSessionMutation();
  const [revokeOthers] = useRevokeOtherSessionsMutation();
  const sessions = query.data?.sessions.edges.map(({ node }) => node);

  /** Those that have ended leave the list. */
  const keep = (stays: (id: unknown) => boolean) =>
    cache.modify<{ sessions: Connection }>({
      fields: {
        sessions: (list, { readField }) =>
          'edges' in list
            ? { ...list, edges: list.edges.filter(({ node }) => stays(readField('id', node))) }
            : list,
      },
    });
  const orSay = (act: () => Promise<string | undefined>) =>
    void act()
      .catch(wordsFor)
      .then((reason) => reason !== undefined && toast(reason));

  return {
    sessions,
    error: query.error,
    retry: () => void query.refetch().catch(() => {}),
    revoke: (sessionId: string) =>
      orSay(async () => {
        const { data } = await revoke({ variables: { input: { sessionId } } });
        if (data?.revokeSession.__typename !== 'RevokeSessionPayload') return data?.revokeSession.reason;
        keep((id) => id !== sessionId);
        return undefined;
      }),
    revokeOthers: () =>
      orSay(async () => {
        const { data } = await revokeOthers({ variables: { input: {} } });
        const done = data?.revokeOtherSessions;
        if (done?.__typename !== 'RevokeOtherSessionsPayload') return done?.reason;
        keep((id) => sessions?.find(({ current }) => current)?.id === id);
        return undefined;
      }),
  };
}

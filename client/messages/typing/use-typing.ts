import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';

import { SetTypingDocument, useTypingSubscription } from '../../generated/graphql.ts';
import { useConnection } from '../../live/connection.ts';
import { TypingSignal } from './signal.ts';

/** Who else types in a thread, by name. */
export function useTypingNames(threadId: string, viewerId: string): readonly string[] {
  const { data } = useTypingSubscription({ variables: { threadId }, fetchPolicy: 'no-cache' });
  // What was so when the connection went is not known to be so any more; coming back, the stream begins with what is.
  const online = useConnection() === 'online';
  return useMemo(
    () =>
      ((online && data?.typing.users) || [])
        .filter((user) => user.id !== viewerId)
        .map((user) => user.displayName),
    [online, data, viewerId],
  );
}

/** Tells the thread that the viewer types; ended when they leave it. */
export function useTypingSignal(threadId: string): TypingSignal {
  const client = useApolloClient();
  const signal = useMemo(
    () =>
      new TypingSignal((typing) => {
        // Nothing waits for it: the next key press tells it again, and silence ends it on the server.
        client
          .mutate({ mutation: SetTypingDocument, variables: { input: { threadId, typing } } })
          .catch(() => {});
      }),
    [client, threadId],
  );
  useEffect(() => () => signal.stopped(), [signal]);
  return signal;
}

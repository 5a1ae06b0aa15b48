import { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { onError } from '@apollo/client/link/error';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { GraphQLFormattedError } from 'graphql';
import type { Client } from 'graphql-ws';
import { v7 } from 'uuid';

import { connection } from '../live/connection.ts';
import { viewerId } from '../session/viewer-id.ts';
import { applyChange } from './apply-change.ts';
import { createCache } from './cache.ts';
import type { Change } from './change.ts';
import { createReplay } from './replay-link.ts';

type Options = {
  socket: Client;
  /** The session has ended, or is somebody else's by now. */
  onLeft: () => void;
};

export type Parley = { client: ApolloClient; apply: (change: Change) => void };

/** What sets or clears the session cookie has to go over HTTP: a socket cannot carry it. */
export const OVER_HTTP = { overHttp: true };

export function createParley({ socket, onLeft }: Options): Parley {
  const cache = createCache();
  const replay = createReplay((change) => applyChange(cache, change));
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'x-parley-csrf': '1' },
  });
  const client = new ApolloClient({
    cache,
    link: ApolloLink.from([
      onError(({ error }) => {
        if (CombinedGraphQLErrors.is(error) && error.errors.some(saysLeft)) onLeft();
      }),
      replay.link,
      retryKey,
      ApolloLink.split(takesSocket, new GraphQLWsLink(socket), asViewer.concat(http)),
    ]),
  });
  return { client, apply: replay.apply };
}

/** Once the socket is open, everything goes over it: it costs the server a tenth of a request. */
function takesSocket({ operationType, getContext }: ApolloLink.Operation): boolean {
  if (operationType === 'subscription') return true;
  return connection.get() === 'online' && !getContext()['overHttp'];
}

/** Told and forgotten: a key would make a transaction of each, and a row that stays, while the next one tells it anew. */
const keyless = new Set<string | undefined>(['SetTyping', 'SetPresence']);

/** Every other mutation carries a key of its own, so a socket that breaks in the middle may simply send it again. */
const retryKey = new ApolloLink((operation, forward) => {
  const { operationName, operationType } = operation;
  const input: unknown = operation.variables['input'];
  const needsKey = operationType === 'mutation' && !keyless.has(operationName);
  if (needsKey && typeof input === 'object' && input !== null) {
    operation.variables = { ...operation.variables, input: { clientMutationId: v7(), ...input } };
  }
  return forward(operation);
});

/** A socket says it once, as it opens. */
const asViewer = new ApolloLink((operation, forward) => {
  const viewer = viewerId.get();
  if (viewer) operation.setContext({ headers: { 'x-parley-viewer': viewer } });
  return forward(operation);
});

const saysLeft = ({ extensions }: GraphQLFormattedError): boolean =>
  ['UNAUTHENTICATED', 'OTHER_VIEWER'].includes(String(extensions?.['code']));

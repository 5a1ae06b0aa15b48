import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { createParley } from './apollo/client.ts';
import { App } from './app/app.tsx';
import { LiveContext } from './live/live-context.ts';
import { createSocket } from './live/socket.ts';
import { signedOut } from './session/signed-out.ts';

const socket = createSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`);
const { client, apply } = createParley({
  socket,
  // Nothing here is anybody else's: neither what is shown nor what waits to be sent.
  onLeft: () => signedOut.set(true),
});
const live = { socket, apply };

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root.');
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <LiveContext value={live}>
        <App />
      </LiveContext>
    </ApolloProvider>
  </StrictMode>,
);

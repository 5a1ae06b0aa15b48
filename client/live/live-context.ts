import type { Client } from 'graphql-ws';
import { createContext } from 'react';

import type { Change } from '../apollo/change.ts';

type Live = { socket: Pick<Client, 'subscribe'>; apply: (change: Change) => void };

/** The socket and the door into the cache, made once in main.tsx. */
export const LiveContext = createContext<Live>({
  socket: { subscribe: () => () => {} },
  apply: () => {},
});

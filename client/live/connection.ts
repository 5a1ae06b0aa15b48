import { createStore, useStore } from '../ui/store.ts';

/**
 * `connecting`: the first time, or just after a cut. `online`: the stream runs and what was missed has arrived.
 * `offline`: the network is off, or a try to come back has failed.
 */
export type Connection = 'connecting' | 'online' | 'offline';

export const connection = createStore<Connection>('connecting');

export function useConnection(): Connection {
  return useStore(connection);
}

/** How many messages wait to be sent. Whoever keeps the outbox sets it; the banner says it. */
export const waiting = createStore(0);

/** How many messages the server has not taken: those that wait, and those that it has refused. They go with a sign-out. */
export const unsent = createStore(0);

/** How many edits and deletions are shown and not answered yet. They are nowhere but in this page. */
export const unanswered = createStore(0);

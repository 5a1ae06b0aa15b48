import type { DocumentNode } from 'graphql';
import type { Client } from 'graphql-ws';
import { print } from 'graphql';

import type { Change } from '../apollo/change.ts';
import type { ChangesSubscription } from '../generated/graphql.ts';

type Options = {
  socket: Pick<Client, 'subscribe'>;
  /** The subscription, with `__typename` wherever the cache needs it. */
  document: DocumentNode;
  /** Where the log stood when the snapshot was read. */
  after: string;
  onChange: (change: Change) => void;
  /** The cursor is of no use any more: take a new snapshot and follow from there. */
  onResync: () => void;
  /** The server ended the stream for another reason: signed out, too slow, or it will not say. */
  onEnd: (error: unknown) => void;
};

/**
 * Follows every change from `after` on, over as many sockets as it takes.
 * @returns a function that ends it
 */
export function followChanges({ socket, document, after, onChange, onResync, onEnd }: Options): () => void {
  let cursor = after;
  let stopped = false;
  // After a cut graphql-ws sends the same payload once more and reads the variables again as it does: the getter makes that a resume.
  const variables = {
    get after() {
      return cursor;
    },
  };
  const end = (error: unknown) => {
    if (stopped) return;
    stopped = true;
    if (codesOf(error).includes('RESYNC_REQUIRED')) onResync();
    else onEnd(error);
  };
  const leave = socket.subscribe<ChangesSubscription>(
    { query: print(document), operationName: 'Changes', variables },
    {
      next({ data, errors }) {
        if (stopped) return;
        if (errors || !data) {
          leave();
          end(errors);
          return;
        }
        onChange(data.changes);
        cursor = data.changes.cursor;
      },
      error: end,
      complete: () => end(null),
    },
  );
  return () => {
    stopped = true;
    leave();
  };
}

function codesOf(error: unknown): unknown[] {
  const errors: unknown[] = Array.isArray(error) ? error : [error];
  return errors.map((each) => (each as { extensions?: { code?: unknown } } | null)?.extensions?.code);
}

import type { ApolloClient } from '@apollo/client';

import { isLoaded, refTo, viewerPlace } from '../apollo/cached.ts';
import type { Change } from '../apollo/change.ts';
import { FolderCountsDocument } from '../generated/folders.ts';
import { StartDocument } from '../generated/graphql.ts';
import { connection } from '../live/connection.ts';
import { lastChange } from '../live/last-change.ts';
import { beyondList } from '../threads/beyond-list.ts';
import { THREADS_PAGE } from '../threads/page-size.ts';
import { waitingAmong } from '../threads/use-waiting.ts';

/** Changes come in bursts. */
const GATHER_MS = 300;
/** The server counts through all of somebody's threads for it. */
const AT_MOST_EVERY_MS = 5_000;

/** Has the server count what waits beyond the loaded part of the list, again when that may have changed. @returns what ends it */
export function followCounts(client: ApolloClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = -Infinity;
  let stopped = false;

  const list = () =>
    client.readQuery({ query: StartDocument, variables: { first: THREADS_PAGE } })?.threads ?? null;

  async function ask() {
    timer = undefined;
    if (!list()?.pageInfo.hasNextPage) {
      beyondList.set(null);
      return;
    }
    askedAt = performance.now();
    // Unanswered, it is asked with the next change; a connection that comes back is one.
    const answer = await client
      .query({ query: FolderCountsDocument, fetchPolicy: 'no-cache' })
      .catch(() => null);
    const rows = list()?.edges.map(({ node }) => node);
    if (stopped || !answer?.data || !rows) return;
    const waiting = answer.data.threadFolders.flatMap(({ folder, unreadThreads }) => {
      const here = waitingAmong(rows, folder);
      return here === undefined ? [] : [[folder, Math.max(0, unreadThreads - here)]];
    });
    beyondList.set({
      loaded: new Set(rows.map(({ id }) => id)),
      waiting: Object.fromEntries(waiting),
    });
  }

  const askSoon = () => {
    timer ??= setTimeout(
      () => void ask(),
      Math.max(GATHER_MS, askedAt + AT_MOST_EVERY_MS - performance.now()),
    );
  };

  const leave = lastChange.subscribe(() => {
    const change = lastChange.get();
    if (change && mayCount(client, change)) askSoon();
  });
  // Else it is what comes with the connection.
  if (connection.get() === 'online') askSoon();

  return () => {
    stopped = true;
    clearTimeout(timer);
    leave();
    beyondList.set(null);
  };
}

/** Whether a change may make more or less wait. */
function mayCount({ cache }: ApolloClient, change: Change): boolean {
  switch (change.__typename) {
    case 'MessageAdded':
    case 'MessageEdited':
    case 'MessageDeleted':
    case 'ThreadAdded':
    case 'ThreadLeft':
    case 'ThreadPreferencesChanged':
    case 'FollowedRepliesChanged':
    case 'CaughtUp':
      return true;
    // Of a thread that is not loaded it is not known whose it is.
    case 'ReceiptMoved':
      return (
        !isLoaded(cache, change.thread.id) ||
        viewerPlace(cache, change.thread.id) === refTo('Participant', change.participant.id).__ref
      );
    default:
      return false;
  }
}

import type { ApolloClient } from '@apollo/client';

import { afterError, inTime } from '../apollo/after-error.ts';
import { listThread } from '../apollo/thread-changes.ts';
import type { Missing } from '../apollo/what-is-missing.ts';
import { GroupPeopleDocument, ThreadsByIdDocument } from '../generated/graphql.ts';
import { backoff } from './backoff.ts';

/** The API's largest page. */
const PAGE = 100;

/**
 * Fetches what changes spoke of and the cache had not: once for all that came in the same moment, each at most once at a time, and again
 * where that failed, since no later change may speak of it.
 */
export function createCatchUp(client: ApolloClient) {
  let rows = new Set<string>();
  let people = new Set<string>();
  let scheduled = false;
  let stopped = false;
  let failures = 0;

  async function run() {
    scheduled = false;
    const ids = [...rows];
    const groups = [...people];
    rows = new Set();
    people = new Set();
    const pages = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, page) =>
      ids.slice(page * PAGE, (page + 1) * PAGE),
    );
    await Promise.all([
      ...pages.map((page) =>
        attempt('row', page, async () => {
          await client.query({
            query: ThreadsByIdDocument,
            variables: { ids: page },
            fetchPolicy: 'network-only',
          });
          for (const id of page) listThread(client.cache, id);
        }),
      ),
      ...groups.map((threadId) =>
        attempt('people', [threadId], () =>
          client.query({
            query: GroupPeopleDocument,
            variables: { threadId, first: PAGE },
            fetchPolicy: 'network-only',
          }),
        ),
      ),
    ]);
  }

  async function attempt(part: Missing['part'], threadIds: string[], ask: () => Promise<unknown>) {
    try {
      await inTime(ask());
      failures = 0;
    } catch (error) {
      const after = afterError(error);
      if (after.kind !== 'later') return;
      const askAgain = () => threadIds.forEach((threadId) => miss({ threadId, part }));
      setTimeout(askAgain, after.afterMs ?? backoff(failures++));
    }
  }

  function miss({ threadId, part }: Missing) {
    if (stopped) return;
    (part === 'row' ? rows : people).add(threadId);
    if (scheduled) return;
    scheduled = true;
    // A task later: a burst, such as the replay after a cut, becomes one request.
    setTimeout(() => void run());
  }

  return { miss, stop: () => void (stopped = true) };
}

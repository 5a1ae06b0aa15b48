import type { ApolloClient } from '@apollo/client';

import { listThread } from '../apollo/thread-changes.ts';
import type { Missing } from '../apollo/what-is-missing.ts';
import { GroupPeopleDocument, ThreadsByIdDocument } from '../generated/graphql.ts';

/** The API's largest page. */
const PAGE = 100;

/** Fetches what changes spoke of and the cache had not: once for all that came in the same moment, and each at most once at a time. */
export function createCatchUp(client: ApolloClient, onError: (error: unknown) => void) {
  let rows = new Set<string>();
  let people = new Set<string>();
  let scheduled = false;

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
      ...pages.map(async (page) => {
        await client.query({
          query: ThreadsByIdDocument,
          variables: { ids: page },
          fetchPolicy: 'network-only',
        });
        for (const id of page) listThread(client.cache, id);
      }),
      ...groups.map((threadId) =>
        client.query({
          query: GroupPeopleDocument,
          variables: { threadId, first: PAGE },
          fetchPolicy: 'network-only',
        }),
      ),
    ]);
  }

  return ({ threadId, part }: Missing) => {
    (part === 'row' ? rows : people).add(threadId);
    if (scheduled) return;
    scheduled = true;
    // A task later: a burst, such as the replay after a cut, becomes one request.
    setTimeout(() => void run().catch(onError));
  };
}

import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { Subject } from 'rxjs';
import { expect, it, vi } from 'vitest';

import type { Change } from './change.ts';
import { createReplay } from './replay-link.ts';

const query = gql`
  query Name {
    thread(id: "thr_1") {
      id
      name
    }
  }
`;
const named = (name: string) => ({ thread: { __typename: 'Thread', id: 'thr_1', name } });
const change: Change = { __typename: 'CaughtUp', cursor: 'c', at: '' };

it('applies what arrived during a request once more behind its answer, and then forgets it', async () => {
  const cache = new InMemoryCache();
  const apply = vi.fn(() => void cache.writeQuery({ query, data: named('as the change says') }));
  const replay = createReplay(apply);
  const answers = new Subject<ApolloLink.Result>();
  const client = new ApolloClient({
    cache,
    link: ApolloLink.from([replay.link, new ApolloLink(() => answers)]),
  });

  replay.apply(change);
  const asked = client.query({ query, fetchPolicy: 'network-only' });
  replay.apply(change);
  answers.next({ data: named('as it was before') });
  answers.complete();
  await asked;
  await vi.waitFor(() => expect(apply).toHaveBeenCalledTimes(3));
  expect(cache.readQuery({ query })).toEqual(named('as the change says'));

  const again = client.query({ query, fetchPolicy: 'network-only' }).catch(() => 'closed');
  await again;
  await new Promise((resolve) => setTimeout(resolve));
  expect(apply).toHaveBeenCalledTimes(3);
});

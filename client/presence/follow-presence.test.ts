import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { Observable, type Subscriber } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { connection } from '../live/connection.ts';
import { followPresence } from './follow-presence.ts';
import { PresentPeople } from './people.ts';

interface Asked {
  userIds: string[];
  observer: Subscriber<ApolloLink.Result>;
  over: boolean;
}

let asked: Asked[];
let people: PresentPeople;
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  people = new PresentPeople();
  connection.set('online');
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        const one: Asked = { userIds: variables['userIds'] as string[], observer, over: false };
        asked.push(one);
        return () => void (one.over = true);
      }),
  );
  stop = followPresence(new ApolloClient({ cache: new InMemoryCache(), link }), people);
});
afterEach(() => {
  stop();
  connection.set('connecting');
  vi.useRealTimers();
});

const pass = () => vi.advanceTimersByTimeAsync(300);
const tell = (one: Asked | undefined, userId: string, state: string) =>
  one?.observer.next({
    data: {
      presence: [
        { __typename: 'Presence', user: { __typename: 'User', id: userId }, state, lastSeenAt: null },
      ],
    },
  });

it('asks once for all who come on screen together, and anew for who comes later', async () => {
  const changed = vi.fn();
  people.show('ann', changed);
  people.show('bob', () => {});
  await pass();
  expect(asked.map(({ userIds }) => userIds)).toEqual([['ann', 'bob']]);
  tell(asked[0], 'ann', 'ONLINE');
  expect(people.of('ann')).toEqual({ state: 'ONLINE', lastSeenAt: null });
  expect(changed).toHaveBeenCalledTimes(1);

  const gone = people.show('cat', () => {});
  await pass();
  expect(asked.map(({ userIds, over }) => [userIds.length, over])).toEqual([
    [2, true],
    [3, false],
  ]);
  // Who goes off screen is not worth a question.
  gone();
  people.show('ann', () => {});
  await pass();
  expect(asked).toHaveLength(2);
});

it('knows nothing while the connection is gone', async () => {
  people.show('ann', () => {});
  await pass();
  tell(asked[0], 'ann', 'AWAY');
  connection.set('offline');
  expect(people.of('ann')).toBeNull();
});

it('never asks for more than the server takes', async () => {
  for (let each = 0; each < 600; each += 1) people.show(`p${each}`, () => {});
  await pass();
  expect(asked[0]?.userIds).toHaveLength(500);
  expect(asked[0]?.userIds.at(-1)).toBe('p599');
});

import { ApolloClient, ApolloLink } from '@apollo/client';
import { Observable } from 'rxjs';
import { expect, it } from 'vitest';

import { createCache } from '../apollo/cache.ts';
import { Reactions_messageFragmentDoc } from '../generated/graphql.ts';
import type { Reaction } from '../messages/list/row.ts';
import { reactWith } from './react-with.ts';

const fragment = {
  fragment: Reactions_messageFragmentDoc,
  fragmentName: 'Reactions_message',
  id: 'Message:msg_1',
};
const group = (emoji: string, count: number, viewerReacted: boolean): Reaction => ({
  __typename: 'ReactionGroup',
  emoji,
  count,
  viewerReacted,
});

/** A client whose requests wait for the test to answer them. */
function open(reactions: Reaction[]) {
  const asked: { name: string | undefined; answer: (result: ApolloLink.Result) => void; fail: () => void }[] =
    [];
  const cache = createCache();
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        asked.push({
          name: operation.operationName,
          answer: (result) => {
            observer.next(result);
            observer.complete();
          },
          fail: () => observer.error(new Error('No network.')),
        });
      }),
  );
  cache.writeFragment({ ...fragment, data: { __typename: 'Message', id: 'msg_1', reactions } });
  const client = new ApolloClient({ cache, link });
  return {
    asked,
    react: (emoji: string, on: boolean) => reactWith(client, { messageId: 'msg_1', emoji, on }),
    shown: () =>
      cache
        .readFragment(fragment, true)
        ?.reactions.map(({ emoji, count, viewerReacted }) => [emoji, count, viewerReacted]),
  };
}

const added = (reactions: Reaction[]) => ({
  data: {
    addReaction: {
      __typename: 'AddReactionPayload',
      message: { __typename: 'Message', id: 'msg_1', reactions },
    },
  },
});
const turn = () => new Promise((resolve) => void setTimeout(resolve));

it('shows it at once, and then what the server says', async () => {
  const { asked, react, shown } = open([group('👍', 1, false)]);
  const done = react('👍', true);
  expect(shown()).toEqual([['👍', 2, true]]);
  await turn();
  asked[0]?.answer(added([group('👍', 5, true)]));
  await done;
  expect(shown()).toEqual([['👍', 5, true]]);
});

it('takes back what the server would not have, and what did not get through', async () => {
  const { asked, react, shown } = open([group('👍', 1, false)]);
  const refused = react('🎉', true);
  expect(shown()).toHaveLength(2);
  await turn();
  asked[0]?.answer({
    data: { addReaction: { __typename: 'LimitError', code: 'LIMIT_REACHED', reason: 'Enough.' } },
  });
  await refused;
  expect(shown()).toEqual([['👍', 1, false]]);
  const lost = react('👍', true);
  await turn();
  asked[1]?.fail();
  await lost;
  expect(shown()).toEqual([['👍', 1, false]]);
});

it('sends one after the other, and shows the last of them meanwhile', async () => {
  const { asked, react, shown } = open([]);
  const first = react('👍', true);
  const second = react('👍', false);
  expect(shown()).toEqual([]);
  await turn();
  expect(asked.map(({ name }) => name)).toEqual(['AddReaction']);
  asked[0]?.answer(added([group('👍', 1, true)]));
  await first;
  expect(shown()).toEqual([]);
  await turn();
  expect(asked.map(({ name }) => name)).toEqual(['AddReaction', 'RemoveReaction']);
  asked[1]?.answer({
    data: {
      removeReaction: {
        __typename: 'RemoveReactionPayload',
        message: { __typename: 'Message', id: 'msg_1', reactions: [] },
      },
    },
  });
  await second;
  expect(shown()).toEqual([]);
});

import { ApolloProvider } from '@apollo/client/react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { ReactorsDialog } from './reactors-dialog.tsx';

const kind = (emoji: string, count: number, names: readonly string[], endCursor: string | null) => ({
  __typename: 'ReactionGroup',
  emoji,
  count,
  users: {
    __typename: 'UserConnection',
    edges: names.map((id) => ({
      __typename: 'UserEdge',
      node: { __typename: 'User', id, displayName: id, avatarUrl: null },
    })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
  },
});
type Kinds = ReturnType<typeof kind>[];

/** @param answer what the server says, by the cursor behind which it is asked */
function open(answer: (after: unknown) => Kinds | Error) {
  const { client, asked } = answeringClient({
    MessageReactors: ({ after }) => {
      const reactions = answer(after);
      return reactions instanceof Error
        ? reactions
        : { node: { __typename: 'Message', id: 'msg_1', reactions } };
    },
  });
  render(
    <ApolloProvider client={client}>
      <ReactorsDialog message={{ id: 'msg_1' }} open onOpenChange={() => {}} />
    </ApolloProvider>,
  );
  return asked;
}
const named = async (name: string) =>
  within(await screen.findByRole('region', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

it('[RX7] names everybody, kind by kind, page after page', async () => {
  const asked = open((after) =>
    after === undefined
      ? [kind('👍', 3, ['Ada', 'Bo'], 'two'), kind('🎉', 1, ['Cy'], null)]
      : // Ada has set it anew meanwhile, and so comes last; of the other kind this page says nothing.
        [kind('👍', 4, ['Dee', 'Ada'], null), kind('🎉', 1, [], null)],
  );
  expect(await named('👍 3 people')).toEqual(['Ada', 'Bo']);
  expect(await named('🎉 1 person')).toEqual(['Cy']);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Show more with 👍' }));
  await expect.poll(() => named('👍 3 people')).toEqual(['Ada', 'Bo', 'Dee']);
  expect(await named('🎉 1 person')).toEqual(['Cy']);
  expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
  expect(asked.map(({ variables }) => variables)).toEqual([
    { id: 'msg_1', first: 50 },
    { id: 'msg_1', first: 50, after: 'two' },
  ]);
});

it('says so where it does not load, and where nobody is left', async () => {
  const answers: (Kinds | Error)[] = [new Error('No network.'), []];
  open(() => answers.shift() ?? []);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nobody any more.')).toBeDefined();
});

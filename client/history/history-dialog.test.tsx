import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { HistoryDialog } from './history-dialog.tsx';

/** What the dialog says of a message that was edited so often, of which the server keeps 100 versions. */
async function versionsOf(kept: number) {
  const edits = Array.from({ length: kept }, (_, index) => ({
    __typename: 'MessageEditEdge',
    node: {
      __typename: 'MessageEdit',
      body: `Version ${kept - index}`,
      editedAt: new Date(Date.UTC(2025, 0, 2, 0, kept - index)).toISOString(),
    },
  }));
  const { client } = answeringClient({
    MessageEdits: () => ({
      node: {
        __typename: 'Message',
        id: 'msg_1',
        body: 'Now',
        createdAt: '2025-01-01T00:00:00Z',
        edits: {
          __typename: 'MessageEditConnection',
          edges: edits,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false },
        },
      },
    }),
  });
  render(
    <ApolloProvider client={client}>
      <HistoryDialog messageId="msg_1" open onOpenChange={() => {}} />
    </ApolloProvider>,
  );
  return (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
}

it('[ED1] shows each version, and since when it read so', async () => {
  const [now, second, first, ...more] = await versionsOf(2);
  expect([now, second, first, more]).toEqual([
    expect.stringMatching(/^Now · Edited .*Now$/),
    expect.stringMatching(/^Edited .*Version 2$/),
    expect.stringMatching(/^Sent .*Version 1$/),
    [],
  ]);
});

it('[ED2] says where versions may be missing, in front of the first', async () => {
  const versions = await versionsOf(100);
  expect(versions.slice(-3)).toEqual([
    expect.stringMatching(/^Edited .*Version 3$/),
    expect.stringMatching(/^EarlierVersion 2$/),
    expect.stringMatching(/^The first version and the last 99 are kept.*Sent .*Version 1$/),
  ]);
});

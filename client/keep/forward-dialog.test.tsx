import { ApolloProvider } from '@apollo/client/react';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import { ModelServer } from '../apollo/model/server.ts';
import { type ConversationQuery, ConversationDocument } from '../generated/graphql.ts';
import { ForwardTargetsDocument } from '../generated/keep.ts';
import { ForwardDialog } from './forward-dialog.tsx';

it('[FW7] forwards under the same ids however often it is tried, also where a choice was taken back in between', async () => {
  const server = new ModelServer();
  const group = server.start('GROUP', ['usr_ana']);
  server.rename(group, 'Boathouse');
  server.send(group, 'usr_ana');
  const { client, asked } = answeringClient({
    ForwardTargets: (variables) => server.fetch(ForwardTargetsDocument, variables),
    ForwardMessage: () => new TypeError('Failed to fetch'),
  });
  const { thread } = server.fetch<ConversationQuery>(ConversationDocument, { threadId: group.id, last: 9 });
  const message = thread?.messages.edges.at(-1)?.node;
  if (!message) throw new Error('The model has a message.');
  const inputs = () =>
    asked.filter(({ name }) => name === 'ForwardMessage').map(({ variables }) => variables['input']);
  const user = userEvent.setup();
  render(
    <ApolloProvider client={client}>
      <ForwardDialog message={message} open onOpenChange={() => {}} />
    </ApolloProvider>,
  );

  const boathouse = await screen.findByRole('checkbox', { name: 'Boathouse' });
  await user.click(boathouse);
  await user.click(screen.getByRole('button', { name: 'Forward' }));
  await screen.findByText(/^Couldn’t forward it/);
  await user.click(boathouse);
  await user.click(boathouse);
  await user.click(screen.getByRole('button', { name: 'Forward' }));
  await waitFor(() => expect(inputs()).toHaveLength(2));
  await screen.findByText(/^Couldn’t forward it/);
  expect(inputs()[0]).toMatchObject({ threadIds: [group.id], ids: [expect.stringMatching(/^msg_/)] });
  expect(inputs()[1]).toEqual(inputs()[0]);
});

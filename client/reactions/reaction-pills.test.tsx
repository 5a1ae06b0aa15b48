import { ApolloProvider } from '@apollo/client/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { answeringClient } from '../apollo/answering-client.ts';
import type { Message, Reaction } from '../messages/list/row.ts';
import { Toasts } from '../ui/toast.tsx';
import { ReactionPills } from './reaction-pills.tsx';
import { namesOf } from './words.ts';

const reactions: Reaction[] = [
  { __typename: 'ReactionGroup', emoji: '👍', count: 7, viewerReacted: false },
  { __typename: 'ReactionGroup', emoji: '🎉', count: 1, viewerReacted: true },
];
const message: Message = {
  __typename: 'Message',
  id: 'msg_1',
  seq: 1,
  body: 'Hello',
  createdAt: '2025-03-03T12:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions,
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
  author: null,
  replyTo: null,
};

const user = (id: string) => ({ __typename: 'User', id, displayName: id });
const answer = {
  node: {
    __typename: 'Message',
    id: 'msg_1',
    reactions: [
      {
        __typename: 'ReactionGroup',
        emoji: '👍',
        count: 7,
        users: {
          __typename: 'UserConnection',
          edges: ['Ada', 'Bo'].map((id) => ({ __typename: 'UserEdge', node: user(id) })),
        },
      },
    ],
  },
};

function show(canReact = true) {
  const onToggle = vi.fn<(emoji: string, on: boolean) => void>();
  render(
    <ApolloProvider client={answeringClient({ Reactors: () => answer }).client}>
      <ReactionPills message={message} rowId="msg_1" reachable canReact={canReact} onToggle={onToggle} />
    </ApolloProvider>,
  );
  return onToggle;
}

it('says what, how many and whether one is among them, and a click joins or leaves', async () => {
  const onToggle = show();
  const pills = screen.getAllByRole('button');
  expect(pills.map((pill) => [pill.getAttribute('aria-label'), pill.getAttribute('aria-pressed')])).toEqual([
    ['👍 7 people', 'false'],
    ['🎉 1 person: you', 'true'],
  ]);
  const pointer = userEvent.setup();
  for (const pill of pills) await pointer.click(pill);
  expect(onToggle.mock.calls).toEqual([
    ['👍', true],
    ['🎉', false],
  ]);
});

it('says who to whoever points at it', async () => {
  show();
  await userEvent.setup().hover(screen.getByRole('button', { name: /👍/ }));
  await vi.waitFor(() =>
    expect(screen.getByRole('button', { name: /👍/ }).dataset['tooltip']).toBe('Ada, Bo, and 5 more'),
  );
});

it('says who to whoever holds it, and sets nothing by that', async () => {
  const onToggle = show();
  render(<Toasts />);
  const pill = screen.getByRole('button', { name: /👍/ });
  const finger = userEvent.setup();
  await finger.pointer({ keys: '[TouchA>]', target: pill });
  expect(await screen.findByText('👍 Ada, Bo, and 5 more')).toBeDefined();
  await finger.pointer({ keys: '[/TouchA]', target: pill });
  expect(onToggle).not.toHaveBeenCalled();
  await finger.pointer({ keys: '[TouchA]', target: pill });
  expect(onToggle).toHaveBeenCalledWith('👍', true);
});

it('[RX20] is for looking at where one cannot react, and takes back what one has set before', async () => {
  const onToggle = show(false);
  const [others, own] = [/👍/, /🎉/].map((name) => screen.getByRole('button', { name }));
  expect([others, own].map((pill) => pill?.getAttribute('aria-disabled'))).toEqual(['true', 'false']);
  const pointer = userEvent.setup();
  await pointer.click(others!);
  expect(onToggle).not.toHaveBeenCalled();
  await pointer.click(own!);
  expect(onToggle.mock.calls).toEqual([['🎉', false]]);
});

it('names few and counts the rest', () => {
  expect(namesOf(['Ada'], 1)).toBe('Ada');
  expect(namesOf(['Ada', 'Bo'], 2)).toBe('Ada and Bo');
  expect(namesOf(['Ada', 'Bo', 'Cy'], 12)).toBe('Ada, Bo, Cy, and 9 more');
});

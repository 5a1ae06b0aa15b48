import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { MessageRow } from './message-row.tsx';
import type { Message, Row } from './row.ts';
import type { MessageActions } from './toolbar.tsx';

const author = {
  __typename: 'User',
  id: 'usr_ada',
  handle: 'ada',
  displayName: 'Ada',
  avatarUrl: null,
  bot: false,
} as const;
const message: Message = {
  __typename: 'Message',
  id: 'msg_1',
  seq: 7,
  body: 'Hello there',
  createdAt: '2025-03-03T12:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author,
  replyTo: null,
  mentions: [],
  mentionsAll: false,
  forwardedFrom: null,
  pinnedAt: null,
  viewerSaved: false,
  onlyInReplies: false,
  replyCount: 0,
  lastRepliers: [],
  repliesUnread: false,
};

const actions = {
  reply: vi.fn<NonNullable<MessageActions['reply']>>(),
  edit: vi.fn<MessageActions['edit']>(),
  remove: vi.fn<MessageActions['remove']>(),
  react: vi.fn<MessageActions['react']>(),
  jump: vi.fn<MessageActions['jump']>(),
  copyLink: vi.fn<MessageActions['copyLink']>(),
  retry: vi.fn<MessageActions['retry']>(),
  discard: vi.fn<MessageActions['discard']>(),
  takeBack: vi.fn<MessageActions['takeBack']>(),
  view: vi.fn<MessageActions['view']>(),
};

function show(row: Partial<Row>, props: Partial<Parameters<typeof MessageRow>[0]> = {}) {
  render(
    <MessageRow
      row={{ message, startsGroup: true, startsDay: false, startsUnread: false, ...row }}
      own={false}
      viewerId="usr_viewer"
      delivery={undefined}
      position={7}
      setSize={20}
      reachable
      active={false}
      lit={false}
      canWrite
      canReact
      canModerate={false}
      editWindow={null}
      actions={actions}
      onActivate={() => {}}
      {...props}
    />,
  );
  return screen.getByRole('article');
}
const buttons = () =>
  screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

it('says who, when, what, and where in the whole it stands', () => {
  const row = show({});
  expect(row.getAttribute('aria-posinset')).toBe('7');
  expect(row.getAttribute('aria-setsize')).toBe('20');
  expect(row.getAttribute('aria-label')).toMatch(/^Ada, /);
  expect(document.getElementById(row.getAttribute('aria-describedby')!)?.textContent).toBe('Hello there');
});

it('a deleted message keeps its place, and nothing can be done with it', () => {
  const row = show(
    { message: { ...message, body: '', deletedAt: '2025-03-03T13:00:00Z' } },
    { active: true, own: true, delivery: 'read' },
  );
  expect(row.textContent).toContain('Message deleted');
  expect(buttons()).toEqual([]);
});

it('an edited message says so, and leads to what it said before', () => {
  expect(show({ message: { ...message, editedAt: '2025-03-03T13:00:00Z' } }).textContent).toContain('edited');
  expect(buttons()).toEqual(['Edited: what it said before']);
});

it('offers what may be done: less on what others wrote, more to who keeps order', () => {
  show({}, { active: true });
  expect(buttons()).toEqual(['Add reaction', 'Reply', 'Copy text', 'Copy link', 'More actions']);
});

it('offers Edit and Delete on one’s own', () => {
  show({}, { active: true, own: true, delivery: 'sent' });
  expect(buttons()).toEqual([
    'Sent: who has read this',
    'Add reaction',
    'Reply',
    'Edit',
    'Copy text',
    'Copy link',
    'More actions',
    'Delete',
  ]);
});

it('offers Delete to owners and admins', () => {
  show({}, { active: true, canModerate: true });
  expect(buttons()).toEqual(['Add reaction', 'Reply', 'Copy text', 'Copy link', 'More actions', 'Delete']);
});

it('takes Edit and Delete away when the time for them is over', () => {
  vi.useFakeTimers({
    now: Date.parse(message.createdAt) + 59_000,
    toFake: ['Date', 'setTimeout', 'clearTimeout'],
  });
  try {
    show({}, { active: true, own: true, editWindow: 60 });
    expect(buttons()).toEqual(expect.arrayContaining(['Edit', 'Delete']));
    act(() => void vi.advanceTimersByTime(1_000));
    expect(buttons()).toEqual(['Add reaction', 'Reply', 'Copy text', 'Copy link', 'More actions']);
  } finally {
    vi.useRealTimers();
  }
});

it('leaves Delete to owners and admins when the time for Edit is over', () => {
  show({}, { active: true, own: true, canModerate: true, editWindow: 60 });
  expect(buttons()).toEqual(['Add reaction', 'Reply', 'Copy text', 'Copy link', 'More actions', 'Delete']);
});

it('ticks are words too', () => {
  show({}, { own: true, delivery: 'delivered' });
  expect(screen.getByRole('img', { name: 'Delivered' })).toBeDefined();
});

const refused = (final: boolean, body = 'x') => ({
  id: 'msg_1',
  threadId: 'thr_1',
  body,
  createdAt: message.createdAt,
  replyTo: null,
  failure: { reason: 'It is too long.', final },
});

it('what may go through another time says why it has not, and is tried again, changed or deleted', async () => {
  const waiting = refused(false);
  const row = show({ waiting }, { own: true, delivery: 'failed' });
  expect(row.textContent).toContain('Couldn’t send. It is too long.');
  expect(buttons()).toEqual(['Retry', 'Edit', 'Delete']);
  const user = userEvent.setup();
  for (const name of buttons()) await user.click(screen.getByRole('button', { name }));
  expect(actions.retry).toHaveBeenCalledWith('msg_1');
  expect(actions.takeBack).toHaveBeenCalledWith(waiting);
  expect(actions.discard).toHaveBeenCalledWith('msg_1');
});

it('what was refused for good is not tried again as it is', () => {
  const row = show({ waiting: refused(true) }, { own: true, delivery: 'failed' });
  expect(row.textContent).toContain('Couldn’t send. It is too long.');
  expect(buttons()).toEqual(['Edit', 'Delete']);
});

it.each([true, false])('where one may not write, its words can be had all the same (final: %s)', (final) => {
  show({ waiting: refused(final) }, { own: true, delivery: 'failed', canWrite: false });
  expect(buttons()).toEqual(['Copy text', 'Delete']);
});

it('there is nothing to copy of files alone', () => {
  show({ waiting: refused(true, '') }, { own: true, delivery: 'failed', canWrite: false });
  expect(buttons()).toEqual(['Delete']);
});

it('a quoted message is one line that leads to it', async () => {
  const quoted: NonNullable<Message['replyTo']> = {
    __typename: 'Message',
    id: 'msg_0',
    seq: 3,
    body: '**Old**\nnews',
    deletedAt: null,
    attachments: [],
    author,
  };
  show({ message: { ...message, replyTo: quoted } });
  await userEvent.setup().click(screen.getByRole('button', { name: 'In reply to Ada Old news' }));
  expect(actions.jump).toHaveBeenCalledWith(quoted);
});

const picture: Message['attachments'][number] = {
  __typename: 'Attachment',
  id: 'att_1',
  name: 'cat.png',
  contentType: 'image/png',
  kind: 'IMAGE',
  size: 2_500_000,
  width: 1200,
  height: 900,
  url: 'http://parley.example/files/att_1',
  thumbnailUrl: 'http://parley.example/files/att_1/thumbnail',
};

it('a picture keeps its room, has its name for who cannot see it, and opens', async () => {
  const row = show({ message: { ...message, body: '', attachments: [picture] } });
  const image = screen.getByAltText('cat.png');
  expect(image.getAttribute('src')).toBe('/files/att_1/thumbnail');
  expect(image.parentElement?.style.aspectRatio).toBe('320 / 240');
  expect(row.getAttribute('aria-describedby')).toContain('msg_1-files');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Open cat.png' }));
  expect(actions.view).toHaveBeenCalledWith('att_1');
});

it('any other file says what it is and how large, and is downloaded under its name', async () => {
  show({
    message: {
      ...message,
      attachments: [{ ...picture, kind: 'FILE', name: 'report.pdf', contentType: 'application/pdf' }],
    },
  });
  const link = await screen.findByRole('link', { name: /^Download report.pdf PDF · 2.4/ });
  expect(link.getAttribute('href')).toBe('/files/att_1');
  expect(link.getAttribute('download')).toBe('report.pdf');
});

it('a deleted message shows no files', () => {
  show({
    message: { ...message, body: '', deletedAt: '2025-03-03T13:00:00Z', attachments: [picture] },
  });
  expect(screen.queryByAltText('cat.png')).toBeNull();
});

it('a quoted picture is called one', () => {
  const quoted: NonNullable<Message['replyTo']> = {
    __typename: 'Message',
    id: 'msg_0',
    seq: 3,
    body: '',
    deletedAt: null,
    attachments: [picture],
    author,
  };
  show({ message: { ...message, replyTo: quoted } });
  expect(screen.getByRole('button', { name: 'In reply to Ada Photo' })).toBeTruthy();
});

it('a system line has no author, no tools and no tick', () => {
  const row = show(
    { message: { ...message, author: null, body: 'Ada renamed the group' } },
    { active: true },
  );
  expect(row.textContent).toBe('Ada renamed the group');
  expect(buttons()).toEqual([]);
});

import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Tray } from '../../attachments/tray/use-tray.ts';
import type { Message } from '../list/row.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { MessageCommands } from '../use-message-commands.ts';
import { readDraft, writeDraft } from './drafts.ts';
import { useWriting } from './use-writing.ts';

vi.mock('../typing/use-typing.ts', () => ({
  useTypingSignal: () => ({ typed() {}, stopped() {}, sent() {} }),
}));

const message = (id: string, body: string): Message => ({
  __typename: 'Message',
  id,
  seq: 1,
  body,
  createdAt: '2025-01-01T00:00:00Z',
  editedAt: null,
  deletedAt: null,
  attachments: [],
  reactions: [],
  author: null,
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
});
const question = message('msg_1', 'who comes?');
const own = message('msg_2', 'I do');
const tray = { take: () => [], putBack: () => true, files: [], blocked: false } as unknown as Tray;

/** A conversation in which some messages are loaded. */
function open(messages: readonly Message[]) {
  const send = vi.fn<MessageCommands['send']>(async () => {});
  const edit = vi.fn<MessageCommands['edit']>();
  const commands = { send, edit, takeBack: vi.fn() } as unknown as MessageCommands;
  const hook = renderHook(
    (loaded: readonly Message[]) =>
      useWriting({
        account: 'usr_a',
        threadId: 'thr_1',
        messages: loaded,
        commands,
        editWindow: null,
        tray,
        onSent: () => {},
      }),
    { initialProps: messages },
  );
  const now = () => hook.result.current;
  return { send, edit, now, load: hook.rerender, leave: hook.unmount };
}
const stored = () => readDraft('usr_a', 'thr_1');

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('a reply', () => {
  it('stays one when what it answers is not among the loaded messages any more', () => {
    const { send, now, load } = open([question]);
    act(() => now().reply(question));
    load([]);
    act(() => now().change('me'));
    expect(now().subject?.body).toBe('who comes?');
    act(() => now().submit());
    expect(send.mock.calls[0]?.slice(0, 2)).toMatchObject(['me', { id: 'msg_1' }]);
    expect(now().subject).toBeNull();
  });

  it('stays one over a reload that does not load what it answers', () => {
    const before = open([question]);
    act(() => before.now().reply(question));
    act(() => before.now().change('me'));
    before.leave();
    const { send, now } = open([]);
    act(() => now().submit());
    expect(send.mock.calls[0]?.slice(0, 2)).toMatchObject(['me', { id: 'msg_1' }]);
  });
});

describe('a change to a message', () => {
  it('is kept beside the words of the draft, over a reload too', () => {
    const before = open([own]);
    act(() => before.now().change('words'));
    act(() => before.now().edit(own));
    act(() => before.now().change('I do not'));
    before.leave();
    const { now } = open([]);
    expect([now().mode, now().value]).toEqual(['edit', 'I do not']);
    act(() => now().leaveSubject());
    expect([now().mode, now().value]).toEqual(['reply', 'words']);
    act(() => void vi.runAllTimers());
    expect(stored()).toMatchObject({ body: 'words', edit: null });
  });

  it('[MS8] goes with the files of its message, which need no words', () => {
    const { now } = open([own]);
    act(() => now().edit(own));
    expect(now().files).toBe('none');
    act(() => now().leaveSubject());
    act(() => now().edit({ ...own, attachments: [{} as Message['attachments'][number]] }));
    expect(now().files).toBe('some');
  });

  it('is gone from the composer when it is saved, and from what is kept when the server has it', async () => {
    const { edit, now } = open([own]);
    let answer = (_saved: boolean) => {};
    edit.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    act(() => now().edit(own));
    act(() => now().change('I do not'));
    act(() => now().submit());
    act(() => void vi.runAllTimers());
    expect([now().mode, stored()?.edit?.body]).toEqual(['reply', 'I do not']);
    await act(async () => answer(true));
    act(() => void vi.runAllTimers());
    expect([now().mode, stored()]).toEqual(['reply', undefined]);
  });

  it('is there again when it could not be saved, also where one has looked at another thread meanwhile', async () => {
    const before = open([own]);
    let answer = (_saved: boolean) => {};
    before.edit.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    act(() => before.now().edit(own));
    act(() => before.now().change('I do not'));
    act(() => before.now().submit());
    before.leave();
    await act(async () => answer(false));
    const { now, edit } = open([own]);
    expect([now().mode, now().value]).toEqual(['edit', 'I do not']);
    edit.mockResolvedValue(false);
    await act(async () => now().submit());
    expect([now().mode, now().value]).toEqual(['edit', 'I do not']);
  });

  it('is not thrown away for another, a reply, or what could not be sent', () => {
    const { now } = open([own, question]);
    act(() => now().edit(own));
    act(() => now().change('I do not'));
    act(() => now().edit(question));
    act(() => now().reply(question));
    const failed = { id: 'msg_3', body: 'lost?', replyTo: null } as OutboxEntry;
    act(() => expect(now().takeBack(failed)).toBe(false));
    expect([now().subject?.id, now().value]).toEqual(['msg_2', 'I do not']);
    act(() => now().leaveSubject());
    act(() => now().reply(question));
    expect([now().mode, now().subject?.id]).toEqual(['reply', 'msg_1']);
  });
});

describe('a change that leaves no words beside the files of its message', () => {
  const picture = { ...own, attachments: [{} as Message['attachments'][number]] };

  it('is not thrown away for a reply, nor begun anew', () => {
    const { now } = open([picture, question]);
    act(() => now().edit(picture));
    act(() => now().change(''));
    act(() => now().reply(question));
    act(() => now().editLastOwn());
    expect([now().mode, now().value]).toEqual(['edit', '']);
  });
});

describe('two tabs', () => {
  it('what is sent in one is not there to be sent again in the other', () => {
    writeDraft('usr_a', 'thr_1', { body: 'once' });
    const [one, other] = [open([]), open([])];
    expect([one.now().value, other.now().value]).toEqual(['once', 'once']);
    act(() => one.now().submit());
    act(() => void vi.runAllTimers());
    expect([one.now().value, other.now().value]).toEqual(['', '']);
  });

  it('what one has just written is not taken away by the other', () => {
    const { now } = open([]);
    act(() => now().change('mine'));
    act(() => void writeDraft('usr_a', 'thr_1', { body: 'theirs', files: [] }));
    expect(now().value).toBe('mine');
  });
});

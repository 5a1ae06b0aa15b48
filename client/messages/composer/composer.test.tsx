import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState } from 'react';
import { expect, it, vi } from 'vitest';

import { Composer } from './composer.tsx';

function setup(initial = '', onEscape?: () => void, files: 'none' | 'some' | 'held' = 'none') {
  const spies = {
    onSubmit: vi.fn<(text: string) => void>(),
    onArrowUp: vi.fn<() => void>(),
    onBlur: vi.fn<() => void>(),
  };
  const field = createRef<HTMLTextAreaElement>();
  function Host() {
    const [value, setValue] = useState(initial);
    return (
      <Composer
        field={field}
        label="Message Ada"
        placeholder="Message Ada"
        value={value}
        onChange={setValue}
        onSubmit={() => spies.onSubmit(value)}
        onArrowUp={spies.onArrowUp}
        onEscape={onEscape}
        onBlur={spies.onBlur}
        submitLabel="Send"
        files={files}
        beside={null}
        above={null}
        below={null}
      />
    );
  }
  render(<Host />);
  const textarea = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message Ada' });
  return { ...spies, textarea, user: userEvent.setup() };
}

it('Enter sends, Shift+Enter breaks the line', async () => {
  const { textarea, user, onSubmit } = setup();
  await user.type(textarea, 'one{Shift>}{Enter}{/Shift}two');
  expect(onSubmit).not.toHaveBeenCalled();
  await user.type(textarea, '{Enter}');
  expect(onSubmit.mock.calls).toEqual([['one\ntwo']]);
});

it('an input method keeps its own Enter, also the one that Safari sends after the composition', () => {
  const { textarea, onSubmit } = setup('日本');
  fireEvent.keyDown(textarea, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(textarea, { key: 'Enter', keyCode: 229 });
  expect(onSubmit).not.toHaveBeenCalled();
  fireEvent.keyDown(textarea, { key: 'Enter' });
  expect(onSubmit).toHaveBeenCalledOnce();
});

it('nothing but blank space is not sent', async () => {
  const { textarea, user, onSubmit } = setup();
  await user.type(textarea, '  {Enter}');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSubmit).not.toHaveBeenCalled();
});

it('files need no words', () => {
  const { textarea, onSubmit } = setup('', undefined, 'some');
  fireEvent.keyDown(textarea, { key: 'Enter' });
  expect(onSubmit).toHaveBeenCalledOnce();
});

it('with a file that holds it back nothing is sent', () => {
  const { textarea, onSubmit } = setup('words', undefined, 'held');
  fireEvent.keyDown(textarea, { key: 'Enter' });
  expect(onSubmit).not.toHaveBeenCalled();
});

it('ArrowUp edits the last message only when nothing is typed', async () => {
  const { textarea, user, onArrowUp } = setup();
  await user.type(textarea, '{ArrowUp}');
  expect(onArrowUp).toHaveBeenCalledOnce();
  await user.type(textarea, 'x{ArrowUp}');
  expect(onArrowUp).toHaveBeenCalledOnce();
});

it('Esc leaves the reply or the edit, and is for others when there is none', () => {
  const leave = vi.fn<() => void>();
  const { textarea } = setup('', leave);
  const taken = createEvent.keyDown(textarea, { key: 'Escape' });
  fireEvent(textarea, taken);
  expect([leave.mock.calls.length, taken.defaultPrevented]).toEqual([1, true]);
});

it('leaves Esc alone when there is nothing to leave', () => {
  const { textarea } = setup();
  const free = createEvent.keyDown(textarea, { key: 'Escape' });
  fireEvent(textarea, free);
  expect(free.defaultPrevented).toBe(false);
});

it('Ctrl+B and Ctrl+I put marks around the selection', async () => {
  const { textarea, user } = setup('a word');
  textarea.setSelectionRange(2, 6);
  fireEvent.keyDown(textarea, { key: 'b', ctrlKey: true });
  expect(textarea.value).toBe('a **word**');
  await user.clear(textarea);
  fireEvent.keyDown(textarea, { key: 'i', metaKey: true });
  expect(textarea.value).toBe('**');
});

it('counts near the limit, in characters and not in halves of them, and sends nothing above it', () => {
  const { textarea, onSubmit } = setup('x'.repeat(9_000));
  expect(screen.queryByRole('status')).toBeNull();
  fireEvent.change(textarea, { target: { value: '👋'.repeat(9_800) } });
  expect(screen.getByRole('status').textContent).toBe('200 characters left');
  fireEvent.change(textarea, { target: { value: 'x'.repeat(10_001) } });
  expect(screen.getByRole('status').textContent).toBe('1 too many');
  fireEvent.keyDown(textarea, { key: 'Enter' });
  expect(onSubmit).not.toHaveBeenCalled();
});

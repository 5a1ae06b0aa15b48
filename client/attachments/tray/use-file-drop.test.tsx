import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { Toasts } from '../../ui/toast.tsx';
import { useFileDrop } from './use-file-drop.ts';

function Target({ taken, editing }: { readonly taken: string[]; readonly editing: boolean }) {
  const { over, handlers } = useFileDrop(
    (files) => void taken.push(...files.map(({ name }) => name)),
    editing,
  );
  return (
    <>
      <textarea {...handlers} />
      {over && 'Drop here'}
      <Toasts />
    </>
  );
}

function show(editing = false) {
  const taken: string[] = [];
  render(<Target taken={taken} editing={editing} />);
  return { taken, field: screen.getByRole('textbox') };
}

/** What lies in a clipboard, or is dragged: files by name, and the same in words of several kinds. */
function holding(names: string[], words: Record<string, string> = {}) {
  const files = names.map((name) => new File(['x'], name));
  return {
    files,
    items: files.map(() => ({ kind: 'file' })),
    types: [...Object.keys(words), 'Files'],
    getData: (type: string) => words[type] ?? '',
  };
}

const pier = 'pier.jpg';
it.each([
  ['a picture alone', holding([pier]), [pier]],
  ['a picture of a page, with its address as HTML', holding([pier], { 'text/html': '<img>' }), [pier]],
  ['a file with its name', holding([pier], { 'text/plain': pier }), [pier]],
  ['a file with its path', holding([pier], { 'text/plain': '/home/ada/pier.jpg' }), [pier]],
  [
    'files with their names, also as HTML',
    holding([pier, 'boat.jpg'], { 'text/plain': 'pier.jpg\r\nboat.jpg\r\n', 'text/html': '<a>' }),
    [pier, 'boat.jpg'],
  ],
  ['cells, with a picture of them', holding(['x.png'], { 'text/plain': '1\t2', 'text/html': '<td>' }), []],
  ['words, with a picture of them', holding(['x.png'], { 'text/plain': 'Hi', 'text/rtf': '{Hi}' }), []],
])('of %s it takes what is meant', (_what, clipboardData, files) => {
  const { taken, field } = show();
  // What is not prevented is the browser's to paste.
  expect(fireEvent.paste(field, { clipboardData })).toBe(files.length === 0);
  expect(taken).toEqual(files);
});

it('says that a message which is edited takes no files, pasted or dropped', async () => {
  const { taken, field } = show(true);
  fireEvent.paste(field, { clipboardData: holding([pier]) });
  expect(await screen.findAllByText(/takes no new files/)).toHaveLength(1);
  fireEvent.dragOver(field, { dataTransfer: holding([pier]) });
  expect(screen.queryByText('Drop here')).toBeNull();
  fireEvent.drop(field, { dataTransfer: holding([pier]) });
  expect(await screen.findAllByText(/takes no new files/)).toHaveLength(2);
  expect(taken).toEqual([]);
});

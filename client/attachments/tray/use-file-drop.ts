import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react';

import { toast } from '../../ui/toast.tsx';

/**
 * Files that are dropped on something or pasted into it. Undefined where none are wanted.
 * @param editing says instead that a message which is changed takes none
 */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | undefined, editing: boolean) {
  const [over, setOver] = useState(false);
  const take = (files: readonly File[]) =>
    editing
      ? toast('A message that you edit takes no new files. Save it, then send them.')
      : onFiles?.(files);

  // Beside the target a browser would leave the app to show the file.
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => {
      if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    addEventListener('dragover', keep);
    addEventListener('drop', keep);
    return () => {
      removeEventListener('dragover', keep);
      removeEventListener('drop', keep);
    };
  }, []);

  const handlers = onFiles && {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      const files = filesIn(event.dataTransfer);
      if (files.length > 0) take(files);
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0 || areWordsMeant(event.clipboardData)) return;
      event.preventDefault();
      take(files);
    },
  };
  return { over: over && !editing, handlers };
}

/** What was copied from a document comes with a picture of itself, and a copied file with its name, if with any words. */
function areWordsMeant(data: DataTransfer): boolean {
  const names = new Set([...data.files].map(({ name }) => name));
  const lines = data
    .getData('text/plain')
    .trim()
    .split(/[\r\n]+/);
  const isDocument = data.types.some((type) => type === 'text/html' || type === 'text/rtf');
  return isDocument && lines.some((line) => line !== '' && !names.has(line));
}

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** Without folders, which look like files and cannot be read. */
function filesIn({ items, files }: DataTransfer): readonly File[] {
  const folders = new Set<number>();
  [...items]
    .filter(({ kind }) => kind === 'file')
    .forEach((item, index) => {
      if (item.webkitGetAsEntry?.()?.isDirectory) folders.add(index);
    });
  return [...files].filter((_file, index) => !folders.has(index));
}

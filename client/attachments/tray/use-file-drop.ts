import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react';

/** Files that are dropped on something or pasted into it. Undefined where none are wanted. */
export function useFileDrop(onFiles: ((files: readonly File[]) => void) | undefined) {
  const [over, setOver] = useState(false);

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
      if (files.length > 0) onFiles(files);
    },
    onPaste: (event: ClipboardEvent) => {
      const { files } = event.clipboardData;
      // What was copied from a document comes with a picture of itself: there the words are meant.
      if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
      event.preventDefault();
      onFiles([...files]);
    },
  };
  return { over, handlers };
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

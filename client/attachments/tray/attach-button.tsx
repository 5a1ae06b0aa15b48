import { Paperclip } from 'lucide-react';
import { useRef } from 'react';

import { IconButton } from '../../ui/icon-button.tsx';

/** Opens the browser's own way to choose files. */
export function AttachButton({ onChosen }: { readonly onChosen: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          onChosen([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <IconButton
        icon={Paperclip}
        label="Attach files"
        side="top"
        className="m-0.5"
        onClick={() => input.current?.click()}
      />
    </>
  );
}

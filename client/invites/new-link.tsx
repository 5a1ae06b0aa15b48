import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { IconButton } from '../ui/icon-button.tsx';
import { announce } from '../ui/live-region.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A link that was just made. Its field has the focus and is marked, so that it can be copied by hand too. */
export function NewLink({ url }: { url: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce('Link copied.');
    } catch {
      // Without leave for the clipboard, what is marked can still be copied by hand.
      place.current?.querySelector('input')?.focus();
    }
  }

  return (
    <div ref={place}>
      <TextField
        label="Your link"
        value={url}
        readOnly
        onFocus={({ target }) => {
          target.select();
          // A phone scrolls to the end of what is marked; one knows a link by its beginning.
          target.scrollLeft = 0;
        }}
        hint="Copy it now: it is shown only once."
        end={
          <IconButton
            icon={copied ? Check : Copy}
            label={copied ? 'Copied' : 'Copy link'}
            onClick={() => void copy()}
          />
        }
      />
    </div>
  );
}

import { ImagePlus, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { ProgressBar } from '../attachments/tray/progress-bar.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-region.tsx';
import { type Choice, pictureTypes, usePicture } from './use-picture.ts';

interface Props {
  readonly face: { readonly id: string; readonly name: string; readonly url: string | null };
  /** "your picture", "the group’s picture". */
  readonly what: string;
  /** Resolves to null, or to the reason why not. */
  readonly save: (pictureId: string) => Promise<string | null>;
  /** Beside the picture. */
  readonly children: ReactNode;
}

/** A picture that can be chosen, seen as it will be, and taken away. */
export function PictureField({ face, what, save, children }: Props) {
  const [removing, setRemoving] = useState(false);
  const { choice, choose, cancel, remove } = usePicture(async (pictureId) => {
    const reason = await save(pictureId);
    if (reason === null) announce(pictureId === '' ? `Removed ${what}` : `Changed ${what}`);
    return reason;
  });
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const under = choice !== null && choice.status !== 'failed' ? choice : null;
  const isUnder = under !== null;
  const wasUnder = useRef(false);
  useEffect(() => {
    // Cancel is gone: the focus returns to where it began, unless it went elsewhere meanwhile.
    if (wasUnder.current && !isUnder && document.activeElement === document.body) button.current?.focus();
    wasUnder.current = isUnder;
  }, [isUnder]);

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-4">
        <Avatar {...face} {...(under && { url: under.preview })} size={64} />
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) choose(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      {under ? (
        <Underway choice={under} what={what} onCancel={cancel} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button ref={button} onClick={() => input.current?.click()}>
            <ImagePlus aria-hidden size={18} />
            {face.url ? 'Change picture' : 'Add a picture'}
          </Button>
          {face.url && (
            <Button
              variant="quietDanger"
              aria-label="Remove picture"
              busy={removing}
              onClick={() => {
                setRemoving(true);
                void remove().finally(() => {
                  setRemoving(false);
                  button.current?.focus();
                });
              }}
            >
              <Trash2 aria-hidden size={18} />
              Remove
            </Button>
          )}
        </div>
      )}
      {choice?.status === 'failed' && (
        <p role="alert" className="text-meta text-danger-text">
          Couldn’t change {what}. {choice.reason}
        </p>
      )}
    </div>
  );
}

type UnderwayProps = {
  readonly choice: Exclude<Choice, { status: 'failed' }>;
  readonly what: string;
  readonly onCancel: () => void;
};

const words = { waiting: 'Waiting to be sent', sending: 'Sending', saving: 'Saving' };

function Underway({ choice: { status, percent }, what, onCancel }: UnderwayProps) {
  return (
    <div className="flex min-h-9 items-center gap-3 pointer-coarse:min-h-11">
      <div className="min-w-0 flex-1">
        <p className="mb-1 text-meta text-muted">{words[status]} …</p>
        <ProgressBar label={`${words[status]} ${what}`} percent={percent} />
      </div>
      <Button busy={status === 'saving'} onClick={onCancel} autoFocus>
        Cancel
      </Button>
    </div>
  );
}
